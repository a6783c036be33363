const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
const LONGEST_MS = 24 * MILLISECONDS.h;

/**
 * Milliseconds of a duration: a whole number and a unit without a space, `ms`, `s`, `m` or `h`, such as
 * `250ms` or `15m`; more than zero, at most 24 hours. Undefined when the text is no such duration.
 */
export function parseDuration(text: string): number | undefined {
  const match = /^(?<amount>\d{1,9})(?<unit>ms|s|m|h)$/.exec(text);
  const { amount, unit } = match?.groups ?? {};
  if (amount === undefined || unit === undefined) return undefined;
  const milliseconds = Number(amount) * MILLISECONDS[unit as keyof typeof MILLISECONDS];
  return milliseconds > 0 && milliseconds <= LONGEST_MS ? milliseconds : undefined;
}
