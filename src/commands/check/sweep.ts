import { checkEndpoint } from '../../endpoints/check-endpoint.ts';
import { type CheckTerms, createCheckMeans } from '../../endpoints/create-check-means.ts';
import type { ProbedEndpoint } from '../../endpoints/observation.ts';
import { sweep, type SweepTerms } from '../../endpoints/sweep.ts';
import { threadsFor } from '../../endpoints/sweep-size.ts';
import { printable } from '../../errors/printable.ts';
import type { CheckedEndpoint } from '../../reports/check/check-report.ts';
import { toCheckedEndpoint } from '../../reports/check/to-check-report.ts';
import { CHECK_THREAD } from '../check-thread.ts';

const CONCURRENT_ENDPOINTS = 64;

/**
 * Checks endpoints, in several threads where there are enough of them for that to take less time.
 *
 * @throws what `parseBundle` throws, for `terms.own`, and what `sweep` throws
 */
export function checkEndpoints(
  endpoints: readonly ProbedEndpoint[],
  terms: CheckTerms,
  sweepTerms: SweepTerms<CheckedEndpoint>,
): Promise<void> {
  const means = createCheckMeans(terms);
  const concurrency = terms.concurrency ?? CONCURRENT_ENDPOINTS;
  const threads = Math.min(threadsFor(endpoints.length), concurrency - 1);
  const plan = {
    check: async (endpoint: ProbedEndpoint) => toCheckedEndpoint(await checkEndpoint(endpoint, means)),
    lost: reportLost,
    // As many in all as in one thread: it is the network that bounds them.
    concurrency: Math.max(1, Math.floor(concurrency / (threads + 1))),
    threads: { count: threads, file: CHECK_THREAD, data: terms },
  };
  return sweep(endpoints, plan, sweepTerms);
}

/** The report on an endpoint that could not be checked to the end. */
function reportLost({ domain, port, clients }: ProbedEndpoint, error: Error): CheckedEndpoint {
  const unknown = { accepts: null, byLuck: false, error: null };
  return {
    domain,
    port,
    verdict: 'unknown',
    addresses: [],
    clients: Object.fromEntries(clients.map((client) => [client, unknown])),
    findings: [
      {
        id: 'not-probed',
        severity: 'warning',
        message: `Checking ${domain} ended in an error of airec-https itself: ${printable(error.message)}`,
        help: 'Run again, and report it with this message if it stays.',
      },
    ],
    repair: null,
    certificates: {},
  };
}
