import { type AddressPin, CLIENT_NAMES, type Config, type EndpointConfig } from '../../config/config.ts';
import { parseAddressPin } from '../../config/address-pin.ts';
import { parseCheckTarget } from '../../endpoints/check-target.ts';
import type { ProbedEndpoint } from '../../endpoints/observation.ts';
import { appError } from '../../errors/catalogue.ts';
import type { CheckOptions } from './options.ts';

type Pins = ReadonlyMap<string, readonly AddressPin[]>;

/**
 * The endpoints to look at, each once: those that are named, then those of the configuration. What is named and is in
 * the configuration too is looked at as the configuration says.
 *
 * @throws USAGE
 */
export function readTargets(
  { hosts, resolve, clients }: CheckOptions,
  config: Config | undefined,
): readonly ProbedEndpoint[] {
  const pins = parsePins(resolve);
  const configured = (config?.endpoints ?? []).map((each): [string, ProbedEndpoint] => [
    keyOf(each),
    probed(each),
  ]);
  const named = hosts.map((word): [string, ProbedEndpoint] => {
    const target = parseHost(word);
    return [keyOf(target), { ...target, addresses: [], clients: CLIENT_NAMES, health: undefined }];
  });
  const endpoints = new Map([...named, ...configured]);
  if (endpoints.size === 0) {
    throw appError('USAGE', {
      problem: 'There is nothing to check',
      help: 'Name a host, as in "airec-https check rec.example.com", a configuration with --config, or a file with --bundle.',
    });
  }
  refuseUnused(pins, endpoints);
  return [...endpoints].map(([key, endpoint]) => ({
    ...endpoint,
    addresses: pins.get(key) ?? endpoint.addresses,
    clients: clients ?? endpoint.clients,
  }));
}

/** @throws USAGE */
export function parseHost(word: string): { readonly domain: string; readonly port: number } {
  const target = parseCheckTarget(word);
  if (target) return target;
  throw appError('USAGE', {
    problem: `"${word}" is no host`,
    help: 'Write rec.example.com, rec.example.com:8443, 203.0.113.7 or [2001:db8::1]:8443.',
  });
}

/** How an endpoint is told from others: `domain:port`. */
export function keyOf({ domain, port }: Pick<ProbedEndpoint, 'domain' | 'port'>): string {
  return `${domain}:${port}`;
}

/** Nothing but what a thread has to be told. */
function probed({ domain, port, addresses, clients, health }: EndpointConfig): ProbedEndpoint {
  return { domain, port, addresses, clients, health };
}

/** `HOST:PORT:ADDRESS[,ADDRESS]…`, as curl has it; an address may have a port of its own. */
function parsePins(texts: readonly string[]): Pins {
  return new Map(
    texts.map((text) => {
      const [, host = '', port = '', list = ''] = /^([^:]+):(\d+):(.+)$/.exec(text) ?? [];
      const pins = list.split(',').map((each) => parseAddressPin(each));
      const target = parseCheckTarget(`${host}:${port}`);
      if (!target || pins.includes(undefined)) {
        throw appError('USAGE', {
          problem: `--resolve is "${text}"`,
          help: 'Use HOST:PORT:ADDRESS[,ADDRESS], as in rec.example.com:443:203.0.113.7.',
        });
      }
      return [keyOf(target), pins.filter((pin) => pin !== undefined)] as const;
    }),
  );
}

/** Addresses for what is not looked at are a slip, and would leave it to DNS without a word. */
function refuseUnused(pins: Pins, endpoints: ReadonlyMap<string, ProbedEndpoint>): void {
  const unused = [...pins.keys()].find((key) => !endpoints.has(key));
  if (unused === undefined) return;
  throw appError('USAGE', {
    problem: `--resolve has addresses for ${unused}, which is not checked`,
    help: `Name it too, with its port; what is checked: ${[...endpoints.keys()].slice(0, 5).join(', ')}.`,
  });
}
