import { checkEndpoint } from '../endpoints/check-endpoint.ts';
import { type CheckTerms, createCheckMeans } from '../endpoints/create-check-means.ts';
import type { ProbedEndpoint } from '../endpoints/observation.ts';
import { createSweep, type Sweep } from '../endpoints/sweep.ts';
import { createThreadedSweep, threadsFor } from '../endpoints/sweep-threads.ts';
import { printable } from '../errors/printable.ts';
import type { CheckedEndpoint } from '../reports/check-report.ts';
import { toCheckedEndpoint } from '../reports/to-check-report.ts';

const CONCURRENT_ENDPOINTS = 64;

/** The entry of the threads: beside the other entries, which src/commands/ and dist/chunks/ are one level below. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../check-worker.ts' : '../check-worker.js',
  import.meta.url,
);

/** Checks endpoints: in this thread, or in several where `count` endpoints are enough for that to take less time. */
export function createCheckSweep(terms: CheckTerms, count: number): Sweep<ProbedEndpoint, CheckedEndpoint> {
  const threads = threadsFor(count);
  if (threads === 1) {
    const means = createCheckMeans(terms);
    return createSweep(
      async (endpoint) => toCheckedEndpoint(await checkEndpoint(endpoint, means)),
      CONCURRENT_ENDPOINTS,
    );
  }
  // The same number at a time as in one thread, for the sake of the network between here and the endpoints.
  const concurrency = Math.ceil(CONCURRENT_ENDPOINTS / threads);
  return createThreadedSweep({ file: WORKER, data: terms, threads, concurrency, lost: reportLost });
}

/** The report on an endpoint at which a thread died. */
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
        addresses: [],
        message: `Checking ${domain} ended in an error of airec-https itself: ${printable(error.message)}`,
        help: 'Run again, and report it with this message if it stays.',
      },
    ],
    repair: null,
  };
}
