// The thread in which one target runs, so that it can be ended, and what it registers as a secret stays there.
import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { fuzz } from '../test/support/fuzz/fuzz-run.ts';
import { findTarget } from '../test/support/fuzz/targets.ts';

interface Order {
  readonly name: string;
  readonly seed: number;
  /** When to end: after so many cases, or so much time. */
  readonly cases?: number;
  readonly milliseconds?: number;
  /** Where the number of the case at hand is shown to whoever watches. */
  readonly progress: Int32Array<SharedArrayBuffer>;
}

const { name, seed, cases = Infinity, milliseconds = Infinity, progress } = workerData as Order;
const deadline = performance.now() + milliseconds;
const report = await fuzz({
  target: findTarget(name),
  seed,
  goesOn(caseNumber) {
    Atomics.store(progress, 0, caseNumber);
    return caseNumber < cases && performance.now() < deadline;
  },
});
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(report);
