// The inside of a thread for tests. `workerData` says how it is; endpoints say what is to happen at them.
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { serveSweep } from '../../src/endpoints/sweep-worker.ts';

if (workerData === 'broken' || !parentPort) throw new Error('broken from the start');

serveSweep(parentPort, async (endpoint: string) => {
  if (endpoint === 'throw') throw new Error('thrown');
  if (endpoint === 'exit') process.exit(7);
  if (endpoint === 'hang') await wait(3_600_000);
  if (endpoint === 'late') await wait(20);
  return `${endpoint} in ${threadId}`;
});
