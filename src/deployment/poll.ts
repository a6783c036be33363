const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
const PAUSE_GROWTH = 1.6;

/** The passing of time, as an argument, so that it can be made to pass. */
export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

export interface PollOptions<Result> {
  readonly deadlineMs: number;
  readonly clock: Clock;
  /** Whether `result` ends the wait; called after every look. */
  readonly isSettled: (result: Result, look: number) => boolean;
}

/**
 * Looks until what is seen is settled or the deadline is reached, with growing pauses between looks.
 * Looks at least once, and once more at the deadline. Returns the last result either way.
 */
export async function poll<Result>(
  look: () => Promise<Result>,
  { deadlineMs, clock, isSettled }: PollOptions<Result>,
): Promise<Result> {
  const end = clock.now().getTime() + deadlineMs;
  let pauseMs = FIRST_PAUSE_MS;
  for (let count = 1; ; count += 1) {
    const result = await look();
    const leftMs = end - clock.now().getTime();
    if (isSettled(result, count) || leftMs <= 0) return result;
    await clock.sleep(Math.min(pauseMs, leftMs));
    pauseMs = Math.min(pauseMs * PAUSE_GROWTH, LONGEST_PAUSE_MS);
  }
}
