import type { CheckVerdict } from '../endpoints/check-endpoint.ts';
import { LATENCY_RANKS, latencyLetter } from './latency.ts';
import type { EndpointHistory, ServedLeaf } from './monitor-state.ts';
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
/** Renewals that are remembered. */
const MAX_LEAVES = 16;

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
    days: extendDays(before, seenAt, { letter: LETTERS[verdict], ranks: RANKS }).slice(-maxDays),
    latency: extendLatency(before, endpoint).slice(-maxDays),
    leaves: extendLeaves(before?.leaves ?? [], endpoint),
  };
}

/** One more letter, or the worse of two for a day; days in between without a run have `-`. */
function extendDays(
  before: { readonly days: string; readonly lastDay: string } | undefined,
  seenAt: string,
  { letter, ranks }: { readonly letter: string; readonly ranks: string },
): string {
  if (!before) return letter;
  const day = Date.parse(seenAt.slice(0, 10));
  const passed = Math.round((day - Date.parse(before.lastDay)) / DAY_MS);
  if (passed > 0) return before.days + '-'.repeat(Math.min(passed - 1, 1000)) + letter;
  const today = before.days.slice(-1);
  return before.days.slice(0, -1) + (ranks.indexOf(letter) > ranks.indexOf(today) ? letter : today);
}

function extendLatency(before: EndpointHistory | undefined, { addresses, seenAt }: SweptEndpoint): string {
  const measured = addresses.flatMap(({ handshakeMs }) => handshakeMs ?? []);
  const letter = measured.length === 0 ? '-' : latencyLetter(Math.max(...measured));
  const kept = before && { days: before.latency ?? '-', lastDay: before.lastDay };
  return extendDays(kept, seenAt, { letter, ranks: LATENCY_RANKS });
}

/** With the leaf of the first address when it is another than the last one. */
function extendLeaves(
  before: readonly ServedLeaf[],
  { leaves: [leaf], seenAt }: SweptEndpoint,
): readonly ServedLeaf[] {
  const last = before.at(-1);
  if (!leaf || (last?.notAfter === leaf.notAfter && last.notBefore === leaf.notBefore)) return before;
  const { notBefore, notAfter } = leaf;
  return [...before, { since: seenAt.slice(0, 10), notBefore, notAfter }].slice(-MAX_LEAVES);
}
