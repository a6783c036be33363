// The product's own sweep. Arguments: port, PEM file of the root, count. Prints what `reportRun` does.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CLIENT_NAMES } from '../../src/config/config.ts';
import type { ProbedEndpoint } from '../../src/endpoints/observation.ts';
import { createThreadedSweep, threadsFor } from '../../src/endpoints/sweep-threads.ts';
import type { CheckReport } from '../../src/reports/check-report.ts';
import { reportRun } from './report-run.ts';
import { CONCURRENCY, endpointName } from './sweep-endpoints.ts';

const [port, rootFile = '', count] = process.argv.slice(2);
const sweep = createThreadedSweep<ProbedEndpoint, CheckReport['endpoints'][number]>({
  file: new URL(`./sweep-ours-worker${path.extname(import.meta.url)}`, import.meta.url),
  data: readFileSync(rootFile, 'utf8'),
  threads: threadsFor(Number(count)),
  concurrency: CONCURRENCY,
  lost: (_endpoint, error) => {
    throw error;
  },
});
const endpoints = Array.from({ length: Number(count) }, (_, index): ProbedEndpoint => ({
  domain: endpointName(index),
  port: Number(port),
  addresses: [{ ip: '127.0.0.1' }],
  clients: CLIENT_NAMES,
  health: undefined,
}));
let good = 0;
await sweep(endpoints, {
  deliver: ({ verdict, findings }) => {
    if (verdict === 'healthy' || verdict === 'degraded') good += 1;
    else if (verdict !== 'broken') console.error(verdict, findings);
  },
});
reportRun(good);
