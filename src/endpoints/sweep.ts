import { Worker } from 'node:worker_threads';
import { appError } from '../errors/catalogue.ts';
import { createDelivery } from './sweep-delivery.ts';
import { resultOf, type SweepResult, type SweepTask, type ThreadMessage } from './sweep-messages.ts';

/** What most endpoints leave behind is garbage at once; V8 would let it grow to several times as much first. */
const MAX_YOUNG_MIB = 12;

export interface SweepPlan<Endpoint, Outcome> {
  readonly check: (endpoint: Endpoint) => Promise<Outcome>;
  /** The outcome for an endpoint at which the check threw, or at which a thread died that had nothing else to do. */
  readonly lost: (endpoint: Endpoint, error: Error) => Outcome;
  /** Endpoints at a time, in each thread. */
  readonly concurrency: number;
  /** Threads that take part beside this one; undefined: none. */
  readonly threads?: SweepThreads | undefined;
}

export interface SweepThreads {
  readonly count: number;
  /** A module that calls `serveSweep`. Endpoints and outcomes are cloned on their way: plain data. */
  readonly file: URL;
  /** What the module finds as `workerData`. */
  readonly data: unknown;
}

/** Who hears of a sweep, and who may end it. */
export interface SweepTerms<Outcome> {
  /** Gets each outcome in the order of the endpoints, as soon as all before it have been given. */
  readonly deliver: (outcome: Outcome) => void;
  /** Called when an endpoint is done, in whatever order they end, with how many are. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** What runs when it aborts ends by its own time limits, unheard. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at many endpoints, several at a time. Resolves when every outcome has been delivered. When a thread dies,
 * another takes its place and gets the endpoints that were on it one by one: the one to blame is found, and costs no
 * other its outcome.
 *
 * @throws SWEEP_THREAD_FAILED when a thread dies before it takes endpoints
 * @throws the signal's abort reason, or what `deliver` throws; nothing is delivered after that
 */
export async function sweep<Endpoint, Outcome>(
  endpoints: readonly Endpoint[],
  plan: SweepPlan<Endpoint, Outcome>,
  terms: SweepTerms<Outcome>,
): Promise<void> {
  const { signal } = terms;
  signal?.throwIfAborted();
  if (endpoints.length === 0) return;
  const run = new SweepRun(endpoints, plan, terms);
  const abort = (): void => run.fail(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await run.start();
  } finally {
    signal?.removeEventListener('abort', abort);
    await run.end();
  }
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

class SweepRun<Endpoint, Outcome> {
  readonly #plan: SweepPlan<Endpoint, Outcome>;
  /** What nobody has taken yet, the next one last. */
  readonly #queue: SweepTask<Endpoint>[];
  readonly #endpoints: readonly Endpoint[];
  /** What was on a thread when it died. */
  readonly #suspects: SweepTask<Endpoint>[] = [];
  readonly #threads = new Set<Thread<Endpoint>>();
  readonly #deliver: (index: number, outcome: Outcome) => void;
  #left: number;
  #isOver = false;
  #succeed: () => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(
    endpoints: readonly Endpoint[],
    plan: SweepPlan<Endpoint, Outcome>,
    { deliver, onProgress }: SweepTerms<Outcome>,
  ) {
    this.#plan = plan;
    this.#endpoints = endpoints;
    this.#queue = endpoints.map((endpoint, index) => ({ index, endpoint })).toReversed();
    this.#left = endpoints.length;
    this.#deliver = createDelivery(deliver, onProgress);
  }

  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#succeed = resolve;
      this.#reject = reject;
      const { concurrency, threads } = this.#plan;
      if (threads) for (let count = 0; count < threads.count; count += 1) this.#startThread(threads);
      for (let lane = 0; lane < concurrency; lane += 1) void this.#workHere();
    });
  }

  /** Nothing is delivered from here on. */
  fail(error: unknown): void {
    this.#isOver = true;
    this.#reject(error);
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  async #workHere(): Promise<void> {
    for (let task = this.#queue.pop(); task && !this.#isOver; task = this.#queue.pop()) {
      this.#settle(await resultOf(this.#plan.check, task));
    }
  }

  #startThread(threads: SweepThreads): void {
    const worker = new Worker(threads.file, {
      workerData: threads.data,
      resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_MIB },
    });
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
    worker.on('exit', (code) => {
      this.#threads.delete(thread);
      if (!this.#isOver) this.#replace(thread, { threads, error: thread.error ?? exitError(code) });
    });
  }

  #hear(thread: Thread<Endpoint>, message: ThreadMessage<Outcome>): void {
    if (message.kind === 'ready') thread.isReady = true;
    else {
      for (const result of message.results) {
        thread.tasks.delete(result.index);
        this.#settle(result);
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
    const room = this.#plan.concurrency - thread.tasks.size;
    const tasks = this.#queue.splice(-room, room).toReversed();
    if (tasks.length > 0) this.#give(thread, tasks);
  }

  #give(thread: Thread<Endpoint>, tasks: readonly SweepTask<Endpoint>[]): void {
    for (const task of tasks) thread.tasks.set(task.index, task);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread has no origin; windows have.
    thread.worker.postMessage(tasks);
  }

  #replace(thread: Thread<Endpoint>, { threads, error }: { threads: SweepThreads; error: Error }): void {
    if (!thread.isReady) {
      this.fail(appError('SWEEP_THREAD_FAILED', { why: error.message }, { cause: error }));
      return;
    }
    const tasks = [...thread.tasks.values()];
    if (!thread.isAlone) this.#suspects.push(...tasks);
    else for (const { index } of tasks) this.#settle({ index, error });
    if (this.#queue.length + this.#suspects.length > 0) this.#startThread(threads);
  }

  #settle(result: SweepResult<Outcome>): void {
    if (this.#isOver) return;
    const { index } = result;
    try {
      const outcome =
        'outcome' in result
          ? result.outcome
          : this.#plan.lost(this.#endpoints[index] as Endpoint, result.error);
      this.#deliver(index, outcome);
    } catch (error) {
      this.fail(error);
    }
    this.#left -= 1;
    if (this.#left === 0) this.#succeed();
  }
}

function exitError(code: number): Error {
  return new Error(`the thread ended with exit code ${code}`);
}
