import { performance } from 'node:perf_hooks';

/** How long a whole attempt may take, and who may end it earlier. */
export interface Patience {
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** The running clock of one attempt. */
export interface TimeLimit {
  /** Aborted when the time is over or the caller has lost interest. */
  readonly signal: AbortSignal;
  /** Whole milliseconds since the attempt began. */
  elapsedMs(): number;
}

/**
 * What `run` returns. Its limit's signal aborts after `timeoutMs`; `run` then says in its own words what
 * timed out.
 *
 * AbortSignal.any over AbortSignal.timeout would do the same, but its listeners outlive the attempt on a
 * long-lived signal.
 *
 * @throws the caller's own abort reason, when its signal aborts first
 */
export async function withTimeLimit<Result>(
  { timeoutMs, signal }: Patience,
  run: (limit: TimeLimit) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const startedAt = performance.now();
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const result = await run({
      signal: controller.signal,
      elapsedMs: () => Math.round(performance.now() - startedAt),
    });
    signal?.throwIfAborted();
    return result;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
