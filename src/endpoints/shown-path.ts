import type { Certificate } from '../certificates/certificate.ts';
import type { RefusalCode } from '../certificates/clients/refusal.ts';
import type { ServedTo } from './findings/evidence.ts';

/** A path as people are shown it. */
export interface ShownPath {
  /** The leaf, then its intermediates, sent or not; no root that is trusted. Length ≥ 1. */
  readonly certificates: readonly Certificate[];
  /** The trust anchor it ends at, which may be the leaf itself; undefined: it ends without. */
  readonly anchor: Certificate | undefined;
}

/** Refusals of paths that end before a trust anchor. */
const UNANCHORED: ReadonlySet<RefusalCode> = new Set([
  'unknown-issuer',
  'self-signed-leaf',
  'bad-signature',
  'budget-exceeded',
]);

/** The path of the first client that accepts, else of the first; undefined without a client. */
export function shownPath(clients: readonly ServedTo[]): ShownPath | undefined {
  const { judgement } = clients.find((each) => each.judgement.accepts) ?? clients[0] ?? {};
  if (!judgement) return undefined;
  const { path, refusals } = judgement;
  if (refusals.some(({ code }) => UNANCHORED.has(code))) return { certificates: path, anchor: undefined };
  return { certificates: path.length === 1 ? path : path.slice(0, -1), anchor: path.at(-1) };
}
