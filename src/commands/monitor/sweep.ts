import { setTimeout as sleep } from 'node:timers/promises';
import { checkEndpoint } from '../../endpoints/check-endpoint.ts';
import { type CheckTerms, createCheckMeans } from '../../endpoints/create-check-means.ts';
import type { ProbedEndpoint } from '../../endpoints/observation.ts';
import { threadsFor } from '../../endpoints/sweep-size.ts';
import { sweep, type SweepTerms } from '../../endpoints/sweep.ts';
import { printable } from '../../errors/printable.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { toSweptEndpoint } from '../../monitoring/to-swept-endpoint.ts';
import { unseenEndpoint } from '../../monitoring/unseen-endpoint.ts';
import { CHECK_THREAD } from '../check-thread.ts';

const CONCURRENT_ENDPOINTS = 64;
/** Before each further look at what did not answer. All wait at once, and hold no place meanwhile. */
const PAUSES_MS = [2000, 4000];
/** For all further looks together; what was not looked at again by then stays as it was seen. */
const AGAIN_MS = 60_000;

/** How a run of the monitor looks at endpoints. */
export interface MonitorSight {
  readonly terms: CheckTerms;
  /** Where it looks from. */
  readonly vantage: string;
  /** Called with how many have been looked at once. */
  readonly onProgress: (done: number) => void;
}

/**
 * What is seen of every endpoint, in their order. A failure of the network counts once it was seen three times: those
 * with an address that does not answer are looked at again, and no others.
 *
 * @throws what `parseBundle` throws, for the anchors of the terms, and SWEEP_THREAD_FAILED
 */
export async function sweepForMonitor(
  endpoints: readonly ProbedEndpoint[],
  sight: MonitorSight,
): Promise<readonly SweptEndpoint[]> {
  const look = createLook(sight);
  const swept = [...(await look(endpoints, { onProgress: sight.onProgress }))];
  const signal = AbortSignal.timeout(AGAIN_MS);
  for (const pause of PAUSES_MS) {
    const dark = endpoints.map((endpoint, at) => ({ endpoint, at })).filter(({ at }) => isDark(swept[at]));
    if (dark.length === 0 || signal.aborted) break;
    await sleep(pause);
    const again = await look(
      dark.map(({ endpoint }) => endpoint),
      { signal },
    );
    for (const [index, each] of again.entries()) {
      const at = dark[index]?.at;
      if (at !== undefined) swept[at] = each;
    }
  }
  return swept;
}

/** One look at each endpoint, in several threads where that takes less time. */
function createLook({ terms, vantage }: MonitorSight) {
  const means = createCheckMeans(terms);
  const check = async (endpoint: ProbedEndpoint): Promise<SweptEndpoint> =>
    toSweptEndpoint(await checkEndpoint(endpoint, means), { vantage, at: means.now(), trust: means.trust });
  const lost = (endpoint: ProbedEndpoint, error: Error): SweptEndpoint =>
    unseenEndpoint(endpoint, {
      vantage,
      seenAt: means.now().toISOString(),
      message: `Checking ${endpoint.domain} ended in an error of airec-https itself: ${printable(error.message)}`,
      help: 'Run again, and report it with this message if it stays.',
    });
  return async (
    endpoints: readonly ProbedEndpoint[],
    heard: Pick<SweepTerms<SweptEndpoint>, 'onProgress' | 'signal'>,
  ): Promise<readonly SweptEndpoint[]> => {
    const count = threadsFor(endpoints.length);
    const swept: SweptEndpoint[] = [];
    const plan = {
      check,
      lost,
      concurrency: Math.floor(CONCURRENT_ENDPOINTS / (count + 1)),
      threads: { count, file: CHECK_THREAD, data: { ...terms, vantage } },
    };
    try {
      await sweep(endpoints, plan, { ...heard, deliver: (each) => void swept.push(each) });
    } catch (error) {
      // The first of them, as far as they were looked at.
      if (heard.signal?.aborted !== true) throw error;
    }
    return swept;
  };
}

function isDark(swept: SweptEndpoint | undefined): boolean {
  if (!swept) return false;
  return swept.addresses.length === 0 || swept.addresses.some(({ failure }) => failure !== null);
}
