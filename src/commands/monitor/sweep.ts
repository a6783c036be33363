import { setTimeout as sleep } from 'node:timers/promises';
import { checkEndpoint } from '../../endpoints/check-endpoint.ts';
import type { CheckMeans } from '../../endpoints/check-means.ts';
import type { ProbedEndpoint } from '../../endpoints/observation.ts';
import { sweep } from '../../endpoints/sweep.ts';
import { printable } from '../../errors/printable.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { toSweptEndpoint } from '../../monitoring/to-swept-endpoint.ts';

const CONCURRENT_ENDPOINTS = 64;
/** Looks at an endpoint with a failing address, in one run. */
const LOOKS = 3;
const PAUSE_MS = 2000;

/** How a run of the monitor looks at endpoints. */
export interface MonitorSight {
  readonly means: CheckMeans;
  /** Where it looks from. */
  readonly vantage: string;
  readonly onProgress: (done: number) => void;
}

/** What is seen of every endpoint, in their order. A failure of the network counts once it was seen three times. */
export async function sweepForMonitor(
  endpoints: readonly ProbedEndpoint[],
  sight: MonitorSight,
): Promise<readonly SweptEndpoint[]> {
  const swept: SweptEndpoint[] = [];
  const plan = {
    check: (endpoint: ProbedEndpoint) => lookPatiently(endpoint, sight),
    lost: (endpoint: ProbedEndpoint, error: Error) => toLost(endpoint, error, sight),
    concurrency: CONCURRENT_ENDPOINTS,
  };
  const deliver = (each: SweptEndpoint): void => void swept.push(each);
  await sweep(endpoints, plan, { deliver, onProgress: sight.onProgress });
  return swept;
}

async function lookPatiently(endpoint: ProbedEndpoint, sight: MonitorSight): Promise<SweptEndpoint> {
  const { means, vantage } = sight;
  for (let look = 1; ; look += 1) {
    const check = await checkEndpoint(endpoint, means);
    const swept = toSweptEndpoint(check, { vantage, at: means.now(), trust: means.trust });
    const isDark = swept.addresses.length === 0 || swept.addresses.some(({ failure }) => failure !== null);
    if (!isDark || look === LOOKS) return swept;
    await sleep(PAUSE_MS * look);
  }
}

/** What is seen of an endpoint at which the check itself failed: nothing. */
function toLost(
  { domain, port, clients }: ProbedEndpoint,
  error: Error,
  { means, vantage }: MonitorSight,
): SweptEndpoint {
  return {
    name: `${domain}:${port}`,
    domain,
    port,
    seenAt: means.now().toISOString(),
    vantage,
    verdict: 'unknown',
    clients: clients.map((client) => ({ client, accepts: null, byLuck: false, error: null })),
    addresses: [],
    findings: [
      {
        id: 'not-probed',
        severity: 'warning',
        addresses: [],
        certificate: null,
        message: `Checking ${domain} ended in an error of airec-https itself: ${printable(error.message)}`,
        help: 'Run again, and report it with this message if it stays.',
      },
    ],
    leaves: [],
    path: [],
    isPublic: false,
    repairs: [],
    origin: null,
    ledger: [],
  };
}
