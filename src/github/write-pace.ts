/** GitHub takes 80 requests a minute that create content ("Rate limits for the REST API"): these, and one each second. */
const BURST = 20;
const EVERY_MS = 1000;

/**
 * How long each write is to wait, in milliseconds, when it is asked for at `now`. As many as a run has as a rule need not
 * wait; for large numbers GitHub asks for a second in between ("Best practices for using the REST API").
 */
export function paceWrites(): (now: number) => number {
  let restedAt = -Infinity;
  return (now) => {
    restedAt = Math.max(restedAt, now) + EVERY_MS;
    return Math.max(0, restedAt - now - BURST * EVERY_MS);
  };
}
