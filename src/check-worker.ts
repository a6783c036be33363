import { parentPort, workerData } from 'node:worker_threads';
import { checkEndpoint } from './endpoints/check-endpoint.ts';
import { type CheckTerms, createCheckMeans } from './endpoints/create-check-means.ts';
import type { ProbedEndpoint } from './endpoints/observation.ts';
import { serveSweep } from './endpoints/sweep-worker.ts';
import { toSweptEndpoint } from './monitoring/to-swept-endpoint.ts';
import { toCheckedEndpoint } from './reports/check/to-check-report.ts';

/**
 * A thread of a sweep: its `workerData` are CheckTerms. It answers with CheckedEndpoints or, when they have a vantage,
 * with the SweptEndpoints of the monitor.
 */
if (!parentPort) throw new Error('This is the module of a worker thread');
const { vantage, ...terms } = workerData as CheckTerms & { readonly vantage?: string };
const means = createCheckMeans(terms);
serveSweep(parentPort, async (endpoint: ProbedEndpoint) => {
  const check = await checkEndpoint(endpoint, means);
  if (vantage === undefined) return toCheckedEndpoint(check);
  return toSweptEndpoint(check, { vantage, at: means.now(), trust: means.trust });
});
