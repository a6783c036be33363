/** How many writes need not wait, and how far apart those after them are. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
}

/**
 * GitHub takes 80 requests a minute that create content ("Rate limits for the REST API"), and asks programs that make many
 * to wait a second in between ("Best practices for using the REST API").
 */
export const WRITES: Pace = { burst: 20, everyMs: 1000 };
/** It takes less of what notifies people, such as pull requests and comments, and does not say how much less. */
export const NOTIFICATIONS: Pace = { burst: 5, everyMs: 3000 };

/** How long each write is to wait, in milliseconds, when it is asked for at `now`. */
export function paceOf({ burst, everyMs }: Pace): (now: number) => number {
  let restedAt = -Infinity;
  return (now) => {
    restedAt = Math.max(restedAt, now) + everyMs;
    return Math.max(0, restedAt - now - burst * everyMs);
  };
}
