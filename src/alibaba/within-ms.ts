import { setTimeout as sleep } from 'node:timers/promises';

/** What `promise` gives, or a rejection when it takes longer than `milliseconds`; its work is not stopped. */
export async function withinMs<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`took longer than ${milliseconds} ms`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
  }
}
