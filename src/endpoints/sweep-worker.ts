import type { MessagePort } from 'node:worker_threads';
import { resultOf, type SweepResult, type SweepTask, type ThreadMessage } from './sweep-messages.ts';

/** What the thread does with an endpoint; both are plain data. */
type Check<Endpoint> = (endpoint: Endpoint) => Promise<unknown>;

/**
 * The inside of a thread of `createSweep`: looks at the endpoints that come by `port`, all at once, for whoever sends
 * them bounds their number.
 */
export function serveSweep<Endpoint>(port: MessagePort, check: Check<Endpoint>): void {
  const say = (message: ThreadMessage<unknown>): void => port.postMessage(message);
  let results: SweepResult<unknown>[] = [];
  const flush = (): void => {
    say({ kind: 'results', results });
    results = [];
  };
  const work = async (task: SweepTask<Endpoint>): Promise<void> => {
    const result = await resultOf(check, task);
    // One message for all that end in the same turn of the event loop.
    if (results.length === 0) setImmediate(flush);
    results.push(result);
  };
  port.on('message', (tasks: readonly SweepTask<Endpoint>[]) => {
    for (const task of tasks) void work(task);
  });
  say({ kind: 'ready' });
}
