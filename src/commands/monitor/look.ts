import type { Config } from '../../config/config.ts';
import type { ProbedEndpoint } from '../../endpoints/observation.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { readConfiguredTrust } from '../trust-anchors.ts';
import { sweepForMonitor } from './sweep.ts';

export interface LookTerms {
  /** Where it looks from. */
  readonly vantage: string;
  /** Hears lines for the log. */
  readonly say: (line: string) => void;
  /** Hears how many have been looked at, instead of lines about that. */
  readonly onProgress?: ((done: number, count: number) => void) | undefined;
}

/** What is seen of every endpoint of a configuration, or of `endpoints` of it, in their order. */
export async function look(
  config: Config,
  { vantage, say, onProgress: hear }: LookTerms,
  endpoints: readonly ProbedEndpoint[] = config.endpoints,
): Promise<readonly SweptEndpoint[]> {
  const { trust, deadlines } = config;
  const terms = {
    ...(await readConfiguredTrust(config)),
    privateNetworks: trust.privateNetworks,
    timeoutMs: deadlines.connectionMs,
    bundleFiles: new Map(
      config.endpoints.flatMap(({ domain, port, certificate }) =>
        certificate.kind === 'bundle' ? [[`${domain}:${port}`, certificate.bundle] as const] : [],
      ),
    ),
  };
  const count = endpoints.length;
  say(`Looking at ${count} ${count === 1 ? 'endpoint' : 'endpoints'} from ${vantage}`);
  const step = Math.max(1, Math.ceil(count / 10));
  const onProgress = (done: number): void => {
    if (hear) hear(done, count);
    else if (done % step === 0 || done === count) say(`${done} of ${count} looked at`);
  };
  return sweepForMonitor(endpoints.map(toPlain), { terms, vantage, onProgress });
}

/** What a thread can be told of it: an endpoint of the configuration holds functions that read keys. */
function toPlain({ domain, port, addresses, clients, health }: ProbedEndpoint): ProbedEndpoint {
  return { domain, port, addresses, clients, health };
}
