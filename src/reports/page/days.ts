import type { CheckVerdict } from '../../endpoints/check-endpoint.ts';
import { latencyOf } from '../../monitoring/latency.ts';
import type { EndpointHistory } from '../../monitoring/monitor-state.ts';
import { countOf } from '../format.ts';

const DAY_MS = 86_400_000;

/** By the letters of the history; `-` is undefined. */
const VERDICT_OF: Readonly<Record<string, CheckVerdict>> = {
  h: 'healthy',
  d: 'degraded',
  '?': 'unknown',
  r: 'repairable',
  b: 'broken',
  x: 'unreachable',
};

/** Days one after the other; undefined: nobody looked, or nobody knows. The last is `lastDay`, a UTC date. */
export interface Series<Value> {
  readonly lastDay: string;
  readonly values: readonly (Value | undefined)[];
}

/** Neighbouring days with the same value. `from` and `to` are both in it, counted from the first day, which is 0. */
export interface Span<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value | undefined;
}

/** The worst verdict of each day up to that of the run, at most `maxDays`. */
export function verdictDays(
  { days, lastDay }: EndpointHistory,
  at: Date,
  maxDays = Infinity,
): Series<CheckVerdict> {
  const values = days.split('').map((letter) => VERDICT_OF[letter]);
  return upTo(at, maxDays, { lastDay, values });
}

/** The slowest handshake of each day, in milliseconds. */
export function latencyDays({ latency = '', lastDay }: EndpointHistory, at: Date): Series<number> {
  return upTo(at, Infinity, { lastDay, values: latency.split('').map(latencyOf) });
}

/** Whole days left at the end of each day, by what was served then; negative: it was over. */
export function leftDays({ leaves = [], days, lastDay }: EndpointHistory, at: Date): Series<number> {
  const last = Date.parse(lastDay);
  const values = days.split('').map((letter, index): number | undefined => {
    const time = last - (days.length - 1 - index) * DAY_MS;
    const served = leaves.findLast(({ since }) => Date.parse(since) <= time);
    if (!served || letter === '-') return undefined;
    return Math.floor((Date.parse(served.notAfter) - time) / DAY_MS);
  });
  return upTo(at, Infinity, { lastDay, values });
}

export function spansOf<Value>({ values }: Series<Value>): readonly Span<Value>[] {
  const spans: Span<Value>[] = [];
  for (const [index, value] of values.entries()) {
    const last = spans.at(-1);
    if (last && last.value === value) spans[spans.length - 1] = { ...last, to: index };
    else spans.push({ from: index, to: index, value });
  }
  return spans;
}

/** The UTC date of a day of a series. */
export function dateOf({ values, lastDay }: Series<unknown>, index: number): Date {
  return new Date(Date.parse(lastDay) - (values.length - 1 - index) * DAY_MS);
}

/** `28 days healthy, 2 days broken`, the most frequent first. */
export function countWords({ values }: Series<CheckVerdict>): string {
  const counts = new Map<string, number>();
  for (const value of values) {
    const name = value ?? 'not looked at';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${countOf(count, 'day')} ${name}`)
    .join(', ');
}

function upTo<Value>(at: Date, maxDays: number, { values, lastDay }: Series<Value>): Series<Value> {
  const today = at.toISOString().slice(0, 10);
  const passed = Math.max(0, Math.round((Date.parse(today) - Date.parse(lastDay)) / DAY_MS));
  const gap = Array.from({ length: Math.min(passed, 1000) }, () => undefined);
  const all = [...values, ...gap];
  return {
    lastDay: passed > 0 ? today : lastDay,
    values: Number.isFinite(maxDays) ? all.slice(-maxDays) : all,
  };
}
