import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { appError } from '../errors/catalogue.ts';
import { createDelivery, type Sweep, type SweepTerms, unlessAborted } from './sweep.ts';
import type { SweepTask, ThreadMessage } from './sweep-messages.ts';

/** With fewer endpoints each, threads take longer to start than they save. */
const ENDPOINTS_PER_THREAD = 100;
const MAX_THREADS = 8;

export interface ThreadTerms<Endpoint, Outcome> {
  /** A module that calls `serveSweep`. */
  readonly file: URL;
  /** What the module finds as `workerData`. */
  readonly data: unknown;
  /** 1 at least. */
  readonly threads: number;
  /** Endpoints at a time in each thread. */
  readonly concurrency: number;
  /** The outcome for an endpoint at which a thread died, and another one that had nothing else to do. */
  readonly lost: (endpoint: Endpoint, error: Error) => Outcome;
}

/** In how many threads to sweep `count` endpoints on this machine; 1: a thread beside the main one does not pay. */
export function threadsFor(count: number): number {
  return Math.max(1, Math.min(availableParallelism(), MAX_THREADS, Math.floor(count / ENDPOINTS_PER_THREAD)));
}

/**
 * A sweep over worker threads. Endpoints and outcomes are cloned on their way: plain data. When a thread dies,
 * another takes its place and gets the endpoints that were on it one by one: the one to blame is found, and costs no
 * other its outcome.
 *
 * @throws SWEEP_THREAD_FAILED (the sweep) when a thread dies before it takes endpoints
 */
export function createThreadedSweep<Endpoint, Outcome>(
  threadTerms: ThreadTerms<Endpoint, Outcome>,
): Sweep<Endpoint, Outcome> {
  return async (endpoints, terms) => {
    terms.signal?.throwIfAborted();
    if (endpoints.length === 0) return;
    const sweep = new ThreadedSweep(endpoints, threadTerms, terms);
    try {
      await unlessAborted(sweep.run(), terms.signal);
    } finally {
      await sweep.end();
    }
  };
}

interface Thread<Endpoint> {
  readonly worker: Worker;
  /** What it works on, by index. */
  readonly tasks: Map<number, SweepTask<Endpoint>>;
  isReady: boolean;
  /** It works on a suspect and nothing else. */
  isAlone: boolean;
  error: Error | undefined;
}

class ThreadedSweep<Endpoint, Outcome> {
  readonly #terms: ThreadTerms<Endpoint, Outcome>;
  /** What no thread has taken yet, the next one last. */
  readonly #queue: SweepTask<Endpoint>[];
  /** What was on a thread when it died. */
  readonly #suspects: SweepTask<Endpoint>[] = [];
  readonly #threads = new Set<Thread<Endpoint>>();
  readonly #deliver: (index: number, outcome: Outcome) => void;
  #left: number;
  #isOver = false;
  #resolve: () => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(
    endpoints: readonly Endpoint[],
    threadTerms: ThreadTerms<Endpoint, Outcome>,
    { deliver, onProgress }: SweepTerms<Outcome>,
  ) {
    this.#terms = threadTerms;
    this.#queue = endpoints.map((endpoint, index) => ({ index, endpoint })).toReversed();
    this.#left = endpoints.length;
    this.#deliver = createDelivery(deliver, onProgress);
  }

  run(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      for (let count = 0; count < this.#terms.threads; count += 1) this.#start();
    });
  }

  /** Nothing is delivered from here on. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #start(): void {
    const worker = new Worker(this.#terms.file, { workerData: this.#terms.data });
    const thread: Thread<Endpoint> = {
      worker,
      tasks: new Map(),
      isReady: false,
      isAlone: false,
      error: undefined,
    };
    this.#threads.add(thread);
    worker.on('message', (message: ThreadMessage<Outcome>) => this.#hear(thread, message));
    worker.on('error', (error: Error) => (thread.error = error));
    worker.on('exit', (code) => this.#bury(thread, thread.error ?? new Error(`exit code ${code}`)));
  }

  #hear(thread: Thread<Endpoint>, message: ThreadMessage<Outcome>): void {
    if (message.kind === 'ready') thread.isReady = true;
    else {
      for (const { index, outcome } of message.results) {
        thread.tasks.delete(index);
        this.#settle(index, outcome);
      }
    }
    this.#feed(thread);
  }

  #feed(thread: Thread<Endpoint>): void {
    if (thread.tasks.size === 0) {
      const suspect = this.#suspects.pop();
      thread.isAlone = suspect !== undefined;
      if (suspect) this.#give(thread, [suspect]);
    }
    if (thread.isAlone) return;
    const room = this.#terms.concurrency - thread.tasks.size;
    const tasks = this.#queue.splice(-room, room).toReversed();
    if (tasks.length > 0) this.#give(thread, tasks);
  }

  #give(thread: Thread<Endpoint>, tasks: readonly SweepTask<Endpoint>[]): void {
    for (const task of tasks) thread.tasks.set(task.index, task);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread has no origin; windows have.
    thread.worker.postMessage(tasks);
  }

  #bury(thread: Thread<Endpoint>, error: Error): void {
    this.#threads.delete(thread);
    if (this.#isOver) return;
    if (!thread.isReady) {
      this.#reject(appError('SWEEP_THREAD_FAILED', { why: error.message }, { cause: error }));
      return;
    }
    const tasks = [...thread.tasks.values()];
    if (!thread.isAlone) this.#suspects.push(...tasks);
    else for (const { index, endpoint } of tasks) this.#settle(index, this.#terms.lost(endpoint, error));
    if (this.#queue.length + this.#suspects.length > 0) this.#start();
  }

  #settle(index: number, outcome: Outcome): void {
    if (this.#isOver) return;
    try {
      this.#deliver(index, outcome);
    } catch (error) {
      this.#isOver = true;
      this.#reject(error);
    }
    this.#left -= 1;
    if (this.#left === 0) this.#resolve();
  }
}
