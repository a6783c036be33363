import type { CheckVerdict } from '../endpoints/check-endpoint.ts';
import type { EndpointHistory } from './monitor-state.ts';
import type { SweptEndpoint } from './swept-endpoint.ts';

const DAY_MS = 86_400_000;
/** The letter of each verdict. */
const LETTERS = {
  healthy: 'h',
  degraded: 'd',
  unknown: '?',
  repairable: 'r',
  broken: 'b',
  unreachable: 'x',
} satisfies Record<CheckVerdict, string>;
/** The worse, the later. */
const RANKS = '-hd?rbx';

/** An endpoint's history with what a run saw; `days` has at most `maxDays` letters. Undefined before: its first run. */
export function extendHistory(
  before: EndpointHistory | undefined,
  endpoint: SweptEndpoint,
  maxDays: number,
): EndpointHistory {
  const { name, verdict, seenAt } = endpoint;
  const [leaf] = endpoint.leaves;
  return {
    name,
    verdict,
    seenAt,
    since: before?.verdict === verdict ? before.since : seenAt,
    unknownRuns: verdict === 'unknown' ? (before?.unknownRuns ?? 0) + 1 : 0,
    leaf: leaf
      ? { fingerprint: leaf.fingerprint, notBefore: leaf.notBefore, notAfter: leaf.notAfter }
      : (before?.leaf ?? null),
    lastDay: seenAt.slice(0, 10),
    days: extendDays(before, seenAt, LETTERS[verdict]).slice(-maxDays),
  };
}

function extendDays(before: EndpointHistory | undefined, seenAt: string, letter: string): string {
  if (!before) return letter;
  const day = Date.parse(seenAt.slice(0, 10));
  const passed = Math.round((day - Date.parse(before.lastDay)) / DAY_MS);
  if (passed > 0) return before.days + '-'.repeat(Math.min(passed - 1, 1000)) + letter;
  const today = before.days.slice(-1);
  return before.days.slice(0, -1) + (RANKS.indexOf(letter) > RANKS.indexOf(today) ? letter : today);
}
