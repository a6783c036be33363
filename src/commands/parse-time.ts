import { appError } from '../errors/catalogue.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 36_500;

/**
 * The time of `--at`: `2026-12-01` (its beginning, UTC), `2026-12-01T12:00:00Z` (with `Z`, an offset, or neither for
 * UTC; seconds may be absent), or `+30d`: so many days after `now`.
 *
 * @throws USAGE
 */
export function parseTime(text: string, now: Date): Date {
  const [, days] = /^\+(\d{1,5})d$/.exec(text) ?? [];
  if (days !== undefined && Number(days) <= MOST_DAYS) return new Date(now.getTime() + Number(days) * DAY_MS);
  const match =
    /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2})?)(?<zone>Z|[+-]\d{2}:\d{2})?)?$/i.exec(
      text,
    );
  const { date = '', time = '00:00', zone = 'Z' } = match?.groups ?? {};
  // A day that its month does not have would roll over into the next.
  const isDay = isoDay(date) === date;
  const at = new Date(`${date}T${time}${zone.toUpperCase()}`);
  if (isDay && !Number.isNaN(at.getTime())) return at;
  throw appError('USAGE', {
    problem: `--at is "${text}"`,
    help: 'Use a day such as 2026-12-01, a time such as 2026-12-01T12:00:00Z, or +30d for 30 days from now.',
  });
}

function isoDay(date: string): string | undefined {
  const midnight = new Date(`${date}T00:00Z`);
  return Number.isNaN(midnight.getTime()) ? undefined : midnight.toISOString().slice(0, 10);
}
