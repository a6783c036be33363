/** The minutes at which a schedule starts, in UTC. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  /** 1 is January. */
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** With both restricted, a day needs to match only one of them (POSIX crontab). */
  readonly eitherDay: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** 29 February may be eight years away. */
const MAX_DAYS = 8 * 366;

/**
 * Reads five fields, as GitHub's schedules have them: minute, hour, day of the month, month, day of the week; each a list
 * of `*`, numbers, ranges and steps, such as `7,37 * * * MON-FRI`. Undefined when it is no such text.
 */
export function parseCron(text: string): Cron | undefined {
  const [minute, hour, day, month, weekday, ...rest] = text.trim().split(/\s+/);
  if (!minute || !hour || !day || !month || !weekday || rest.length > 0) return undefined;
  const minutes = parseField(minute, { from: 0, to: 59, names: [] });
  const hours = parseField(hour, { from: 0, to: 23, names: [] });
  const days = parseField(day, { from: 1, to: 31, names: [] });
  const months = parseField(month, { from: 1, to: 12, names: MONTHS });
  const weekdays = parseField(weekday, { from: 0, to: 6, names: WEEKDAYS });
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const eitherDay = !day.startsWith('*') && !weekday.startsWith('*');
  return { minutes, hours, days, months, weekdays, eitherDay };
}

/** The last time at or before `time` at which it starts; undefined when there is none within eight years. */
export function previousStart(cron: Cron, time: Date): Date | undefined {
  const now = Math.floor(time.getTime() / MINUTE_MS) * MINUTE_MS;
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const inDay = minutesOfDay(cron).toReversed();
  for (let day = today; day > today - MAX_DAYS * DAY_MS; day -= DAY_MS) {
    if (!matchesDay(cron, new Date(day))) continue;
    const start = inDay.map((minute) => day + minute * MINUTE_MS).find((each) => each <= now);
    if (start !== undefined) return new Date(start);
  }
  return undefined;
}

/** The starts after `after` up to `until`, at most `limit` of the latest, the earliest first. */
export function startsBetween(
  cron: Cron,
  { after, until }: { readonly after: Date; readonly until: Date },
  limit: number,
): readonly Date[] {
  const starts: Date[] = [];
  let start = previousStart(cron, until);
  while (start && start > after && starts.length < limit) {
    starts.unshift(start);
    start = previousStart(cron, new Date(start.getTime() - MINUTE_MS));
  }
  return starts;
}

function minutesOfDay({ hours, minutes }: Cron): readonly number[] {
  return ascending(hours).flatMap((hour) => ascending(minutes).map((minute) => hour * 60 + minute));
}

function ascending(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].toSorted((a, b) => a - b);
}

function matchesDay({ days, months, weekdays, eitherDay }: Cron, date: Date): boolean {
  if (!months.has(date.getUTCMonth() + 1)) return false;
  const [byDay, byWeekday] = [days.has(date.getUTCDate()), weekdays.has(date.getUTCDay())];
  return eitherDay ? byDay || byWeekday : byDay && byWeekday;
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** Names of the numbers from `from` on. */
  readonly names: readonly string[];
}

function parseField(text: string, range: Range): ReadonlySet<number> | undefined {
  const numbers = new Set<number>();
  for (const item of text.split(',')) {
    const match = /^(?<first>\*|\w+)(?:-(?<last>\w+))?(?:\/(?<step>\d{1,2}))?$/.exec(item);
    const { first = '', last, step } = match?.groups ?? {};
    const isAll = first === '*';
    const from = isAll ? range.from : parseNumber(first, range);
    // A step without a range goes on to the end: `5/20` is 5, 25, 45.
    const open = isAll || (last === undefined && step !== undefined);
    const to = open ? range.to : parseNumber(last ?? first, range);
    const by = step === undefined ? 1 : Number(step);
    if (from === undefined || to === undefined || from > to || by === 0 || (isAll && last)) return undefined;
    for (let number = from; number <= to; number += by) numbers.add(number);
  }
  return numbers;
}

function parseNumber(text: string, { from, to, names }: Range): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  if (named !== -1) return from + named;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : undefined;
}
