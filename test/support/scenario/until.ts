import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 5;
const LONGEST_MS = 40_000;

/**
 * Waits until `isTime`.
 *
 * @throws Error after 40 seconds
 */
export async function until(isTime: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (!(await isTime())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await sleep(PAUSE_MS);
  }
}
