/** Who hears of a sweep, and who may end it. */
export interface SweepTerms<Outcome> {
  /** Gets each outcome in the order of the endpoints, as soon as all before it have been given. */
  readonly deliver: (outcome: Outcome) => void;
  /** Called when an endpoint is done, in whatever order they end, with how many are. */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at many endpoints, several at a time. Resolves when every outcome has been delivered.
 *
 * @throws the signal's abort reason; nothing is delivered after that
 */
export type Sweep<Endpoint, Outcome> = (
  endpoints: readonly Endpoint[],
  terms: SweepTerms<Outcome>,
) => Promise<void>;

/**
 * A sweep in this thread. `check` is not told of an abort: what runs then ends by its own time limits, unheard.
 *
 * @throws (the sweep) what `check` throws
 */
export function createSweep<Endpoint, Outcome>(
  check: (endpoint: Endpoint) => Promise<Outcome>,
  concurrency: number,
): Sweep<Endpoint, Outcome> {
  return async (endpoints, { deliver, onProgress, signal }) => {
    signal?.throwIfAborted();
    const settle = createDelivery(deliver, onProgress);
    // One iterator for all lanes: whichever is free takes the next.
    const queue = endpoints.entries();
    let isOver = false;
    const lane = async (): Promise<void> => {
      for (const [index, endpoint] of queue) {
        const outcome = await check(endpoint);
        if (isOver) return;
        settle(index, outcome);
      }
    };
    try {
      await unlessAborted(Promise.all(Array.from({ length: concurrency }, lane)), signal);
    } finally {
      isOver = true;
    }
  };
}

/** A function that takes outcomes in any order and delivers them in order; it keeps those that came too early. */
export function createDelivery<Outcome>(
  deliver: (outcome: Outcome) => void,
  onProgress?: (done: number) => void,
): (index: number, outcome: Outcome) => void {
  const early = new Map<number, Outcome>();
  let delivered = 0;
  return (index, outcome) => {
    early.set(index, outcome);
    onProgress?.(delivered + early.size);
    for (let next = early.get(delivered); early.has(delivered); next = early.get(delivered)) {
      early.delete(delivered);
      delivered += 1;
      deliver(next as Outcome);
    }
  };
}

/** What `work` gives. @throws the signal's abort reason, when that comes first */
export function unlessAborted<Result>(work: Promise<Result>, signal?: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal?.reason as Error);
    signal?.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abort));
  });
}
