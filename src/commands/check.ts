import { rootCertificates } from 'node:tls';
import pLimit from 'p-limit';
import { toPem } from '../certificates/pem.ts';
import { loadClientTrust } from '../certificates/clients/trust.ts';
import { parseAddressPin } from '../config/address-pin.ts';
import { type AddressPin, CLIENT_NAMES } from '../config/config.ts';
import { parseDuration } from '../config/duration.ts';
import { loadConfig } from '../config/load-config.ts';
import { checkEndpoint, type EndpointCheck } from '../endpoints/check-endpoint.ts';
import type { CheckMeans } from '../endpoints/check-means.ts';
import { parseCheckTarget } from '../endpoints/check-target.ts';
import { fetchIssuers } from '../endpoints/network/fetch-issuers.ts';
import type { ProbedEndpoint } from '../endpoints/observation.ts';
import { createEndpointObserver } from '../endpoints/observe-endpoint.ts';
import { appError } from '../errors/catalogue.ts';
import { toCheckReport } from '../reports/to-check-report.ts';
import { renderCheck } from '../reports/check-terminal.ts';
import { parseChoice, parseWords } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { readTrustAnchors } from './trust-anchors.ts';

const CONCURRENT_ENDPOINTS = 8;

const OPTIONS = {
  config: { type: 'string' },
  resolve: { type: 'string', multiple: true },
  ca: { type: 'string', multiple: true },
  client: { type: 'string', multiple: true },
  'allow-private': { type: 'boolean', default: false },
  timeout: { type: 'string', default: '10s' },
  json: { type: 'boolean', default: false },
  pem: { type: 'boolean', default: false },
  'no-color': { type: 'boolean', default: false },
} as const;

/** `airec-https check HOST[:PORT]…`: what every address serves, who accepts it, and what mends it. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { values: options, positionals } = parseWords('check', argv, OPTIONS);
  const { endpoints, means } = await prepare(options, positionals);
  const limit = pLimit(CONCURRENT_ENDPOINTS);
  const checks = await Promise.all(endpoints.map((endpoint) => limit(checkEndpoint, endpoint, means)));
  if (options.json) terminal.out(JSON.stringify(toCheckReport(checks, means.now()), undefined, 2));
  else if (options.pem) printBundles(checks, terminal);
  else {
    const paint = terminal.paint('out', options['no-color']);
    terminal.out(checks.map((check) => renderCheck(check, paint)).join('\n\n'));
  }
  return exitCodeOf(checks);
}

type Options = ReturnType<typeof parseWords<typeof OPTIONS>>['values'];

async function prepare(
  options: Options,
  words: readonly string[],
): Promise<{ endpoints: readonly ProbedEndpoint[]; means: CheckMeans }> {
  const config = options.config === undefined ? undefined : await loadConfig(options.config);
  const clients = (options.client ?? []).map((name) => parseChoice('--client', name, CLIENT_NAMES));
  const pins = parsePins(options.resolve ?? []);
  const named = words.map((word): ProbedEndpoint => {
    const target = readTarget(word);
    const addresses = pins.get(`${target.domain}:${target.port}`) ?? [];
    return { ...target, addresses, clients: clients.length > 0 ? clients : CLIENT_NAMES, health: undefined };
  });
  const endpoints = [...named, ...(config?.endpoints ?? [])];
  if (endpoints.length === 0) {
    throw appError('USAGE', {
      problem: 'There is nothing to check',
      help: 'Name a host, as in "airec-https check rec.example.com", or a configuration with --config.',
    });
  }
  const timeoutMs = parseDuration(options.timeout);
  if (timeoutMs === undefined) {
    throw appError('USAGE', {
      problem: `--timeout is "${options.timeout}"`,
      help: 'Use a duration such as 10s.',
    });
  }
  const own = await readTrustAnchors([...(options.ca ?? []), ...(config?.trust.roots ?? [])]);
  const terms = {
    trustAnchors: [...rootCertificates, ...own.map(({ text }) => text)],
    privateNetworks: options['allow-private'] || config?.trust.privateNetworks === true,
    timeoutMs,
  };
  const means: CheckMeans = {
    observe: createEndpointObserver(terms),
    observeWith: (helpers) =>
      createEndpointObserver({ ...terms, trustAnchors: [...terms.trustAnchors, toPem(helpers)] }),
    fetchIssuers: (url) => fetchIssuers(url, terms),
    trust: loadClientTrust({ bundled: rootCertificates, own }),
    now: () => new Date(),
  };
  return { endpoints, means };
}

function readTarget(word: string): { domain: string; port: number } {
  const target = parseCheckTarget(word);
  if (target) return target;
  throw appError('USAGE', {
    problem: `"${word}" is no host`,
    help: 'Write rec.example.com, rec.example.com:8443, 203.0.113.7 or [2001:db8::1]:8443.',
  });
}

/** `HOST:PORT:ADDRESS[,ADDRESS]…`, as curl has it; an address may have a port of its own. */
function parsePins(texts: readonly string[]): ReadonlyMap<string, readonly AddressPin[]> {
  return new Map(
    texts.map((text) => {
      const [, host = '', port = '', list = ''] = /^([^:]+):(\d+):(.+)$/.exec(text) ?? [];
      const pins = list.split(',').map((each) => parseAddressPin(each));
      const target = parseCheckTarget(`${host}:${port}`);
      if (!target || pins.some((pin) => pin === undefined)) {
        throw appError('USAGE', {
          problem: `--resolve is "${text}"`,
          help: 'Use HOST:PORT:ADDRESS[,ADDRESS], as in rec.example.com:443:203.0.113.7.',
        });
      }
      return [`${target.domain}:${target.port}`, pins.filter((pin) => pin !== undefined)] as const;
    }),
  );
}

/** Bundles alone, so that the output can become a file; what has none is said on standard error. */
function printBundles(checks: readonly EndpointCheck[], terminal: Terminal): void {
  for (const { endpoint, verdict, repair } of checks) {
    if (repair) terminal.out(toPem(repair.bundle).trimEnd());
    else
      terminal.error(`${endpoint.domain}:${endpoint.port} is ${verdict}: there is no bundle to mend it with`);
  }
}

function exitCodeOf(checks: readonly EndpointCheck[]): number {
  const verdicts = checks.map(({ verdict }) => verdict);
  if (verdicts.some((verdict) => ['repairable', 'broken', 'unreachable'].includes(verdict))) return 1;
  return verdicts.includes('unknown') ? 3 : 0;
}
