import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { FuzzReport } from './support/fuzz/fuzz-run.ts';
import { TARGETS } from './support/fuzz/targets.ts';

const SEED = 1;
const WORKER = new URL('../script/fuzz-worker.ts', import.meta.url);

describe('hostile input', () => {
  it.each(TARGETS)('does no harm: $name', async ({ name, cases }) => {
    const progress = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(WORKER, { workerData: { name, seed: SEED, cases, progress } });
    const [report] = (await once(worker, 'message')) as [FuzzReport];
    await worker.terminate();
    expect(report.defects.map(({ kind, detail, caseNumber }) => ({ kind, detail, caseNumber }))).toEqual([]);
    expect(report.cases).toBe(cases);
  });
});
