import { parentPort, workerData } from 'node:worker_threads';
import { checkEndpoint } from './endpoints/check-endpoint.ts';
import { type CheckTerms, createCheckMeans } from './endpoints/create-check-means.ts';
import type { ProbedEndpoint } from './endpoints/observation.ts';
import { serveSweep } from './endpoints/sweep-worker.ts';
import { toCheckedEndpoint } from './reports/to-check-report.ts';

/** A thread of `checkEndpoints`: its `workerData` are CheckTerms, it answers with CheckedEndpoints. */
if (!parentPort) throw new Error('This is the module of a worker thread');
const means = createCheckMeans(workerData as CheckTerms);
serveSweep(parentPort, async (endpoint: ProbedEndpoint) =>
  toCheckedEndpoint(await checkEndpoint(endpoint, means)),
);
