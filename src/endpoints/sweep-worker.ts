import type { MessagePort } from 'node:worker_threads';
import type { SweepResult, SweepTask, ThreadMessage } from './sweep-messages.ts';

/** What the thread does with an endpoint; both are plain data. */
type Check<Endpoint> = (endpoint: Endpoint) => Promise<unknown>;

/**
 * The inside of a thread of `createThreadedSweep`: looks at the endpoints that come by `port`, all at once, for
 * whoever sends them bounds their number. What `check` throws ends the thread.
 */
export function serveSweep<Endpoint>(port: MessagePort, check: Check<Endpoint>): void {
  const say = (message: ThreadMessage<unknown>): void => port.postMessage(message);
  let results: SweepResult<unknown>[] = [];
  const flush = (): void => {
    say({ kind: 'results', results });
    results = [];
  };
  const work = async ({ index, endpoint }: SweepTask<Endpoint>): Promise<void> => {
    const outcome = await check(endpoint);
    // One message for all that end in the same turn of the event loop.
    if (results.length === 0) setImmediate(flush);
    results.push({ index, outcome });
  };
  port.on('message', (tasks: readonly SweepTask<Endpoint>[]) => {
    for (const task of tasks) void work(task);
  });
  say({ kind: 'ready' });
}
