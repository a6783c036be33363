import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8000;

interface RetryRule {
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  readonly mayRepeat: (error: Error) => boolean;
}

/**
 * What `attempt` gives, tried again after exponential backoff with full jitter (a random part of the pause, so that
 * many clients do not come back at once) while `mayRepeat` holds and the next try would begin before the deadline.
 * Otherwise the last error of a try that had its time: one that the deadline cut short has nothing to tell.
 */
export async function retryUntil<T>(
  { deadline, mayRepeat }: RetryRule,
  attempt: () => Promise<T>,
): Promise<T> {
  let told: unknown;
  try {
    return await pRetry(attempt, {
      retries: Number.POSITIVE_INFINITY,
      // p-retry's own jitter only lengthens the pause, so the pause is made below.
      minTimeout: 0,
      async shouldRetry({ error, retriesConsumed }) {
        if (!mayRepeat(error)) return false;
        if (performance.now() >= deadline) return false;
        told = error;
        const pause = Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** retriesConsumed);
        if (performance.now() + pause >= deadline) return false;
        await sleep(pause);
        return true;
      },
    });
  } catch (error) {
    throw performance.now() >= deadline && told !== undefined ? told : error;
  }
}
