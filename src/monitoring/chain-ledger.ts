import { shortFingerprint } from '../endpoints/short-fingerprint.ts';

/** The places that a chain passes, from the repository to what clients see. */
export const HOPS = ['repository', 'cas', 'ingress', 'mapping', 'address'] as const;
export type HopName = (typeof HOPS)[number];

/** What one place holds of the certificate of an endpoint. Null: that place does not tell this. */
export interface Holding {
  /** SHA-256 of the leaf. */
  readonly leaf: string | null;
  /** SHA-256 of each certificate, the leaf first. */
  readonly chain: readonly string[] | null;
  /** How many certificates, where fingerprints are not told. */
  readonly chainLength: number | null;
  /** Id in CAS. */
  readonly certificateId: string | null;
}

/** One place, as far as anybody could look. */
export interface Hop {
  readonly hop: HopName;
  /** `certs/rec.pem`, `CAS cert-8a9b2c`, `SLB lb-1`, `certificate_info.xlsx row 3`, `203.0.113.7:443`. */
  readonly name: string;
  /** `absent`: it was looked at and holds nothing for this endpoint. `no answer`: it was asked in vain. */
  readonly seen: Holding | 'absent' | 'no answer' | 'not looked at';
}

export interface LedgerEntry extends Hop {
  /** What is different from the nearest place before it that tells; null: nothing, or nobody knows. */
  readonly difference: string | null;
}

export interface ChainLedger {
  readonly entries: readonly LedgerEntry[];
  /** The first place that differs: the chain was lost there, or on the way to it. Undefined: none does. */
  readonly lostAt: LedgerEntry | undefined;
}

/** The place that a hop is compared with, and what it holds. */
interface Reference {
  readonly name: string;
  readonly holding: Holding;
}

/**
 * Compares what each place holds with those before it. `hops` are in the order of HOPS; there may be several of a kind
 * (listeners, addresses), which are compared with what comes before their kind and not with each other.
 */
export function compareHops(hops: readonly Hop[]): ChainLedger {
  let before: readonly Reference[] = [];
  const entries = HOPS.flatMap((kind) => {
    const ofKind = hops.filter(({ hop }) => hop === kind);
    const compared = ofKind.map((hop) => ({ ...hop, difference: differenceOf(hop, before) ?? null }));
    // What differs is no measure for what follows: that is held against what was meant.
    before = [
      ...before,
      ...compared.flatMap(({ name, seen, difference }) =>
        typeof seen === 'object' && difference === null ? [{ name, holding: seen }] : [],
      ),
    ];
    return compared;
  });
  return { entries, lostAt: entries.find(({ difference }) => difference !== null) };
}

/** The cause in one sentence: `SLB lb-1 has 1 certificate, CAS cert-8a9b2c has 2`. Null when no place differs. */
export function lostAt({ lostAt: entry }: ChainLedger): string | null {
  return entry ? `${entry.name} ${entry.difference ?? ''}` : null;
}

function differenceOf({ seen }: Hop, before: readonly Reference[]): string | undefined {
  const nearest = before.toReversed();
  if (seen === 'not looked at' || seen === 'no answer') return undefined;
  if (seen === 'absent') return nearest[0] && `has none, ${nearest[0].name} has one`;
  return differenceOfId(seen, nearest) ?? differenceOfLeaf(seen, nearest) ?? differenceOfChain(seen, nearest);
}

function differenceOfId({ certificateId }: Holding, nearest: readonly Reference[]): string | undefined {
  if (certificateId === null) return undefined;
  const other = nearest.find(({ holding }) => holding.certificateId !== null);
  if (!other || other.holding.certificateId === certificateId) return undefined;
  return `names ${certificateId}, ${other.name} is ${other.holding.certificateId ?? ''}`;
}

function differenceOfLeaf({ leaf }: Holding, nearest: readonly Reference[]): string | undefined {
  if (leaf === null) return undefined;
  const other = nearest.find(({ holding }) => holding.leaf !== null);
  if (!other?.holding.leaf || other.holding.leaf === leaf) return undefined;
  return `has leaf ${shortFingerprint(leaf)}, ${other.name} has ${shortFingerprint(other.holding.leaf)}`;
}

/** By fingerprints where both tell them, else by count. */
function differenceOfChain(seen: Holding, nearest: readonly Reference[]): string | undefined {
  const { chain } = seen;
  const told = chain && nearest.find(({ holding }) => holding.chain !== null);
  if (chain && told?.holding.chain) {
    const expected = told.holding.chain;
    if (expected.join(' ') === chain.join(' ')) return undefined;
    return expected.length === chain.length
      ? `has other certificates above the leaf, or in another order, than ${told.name}`
      : `has ${count(chain.length)}, ${told.name} has ${expected.length}`;
  }
  const length = lengthOf(seen);
  const other = nearest.find(({ holding }) => lengthOf(holding) !== null);
  if (length === null || !other || lengthOf(other.holding) === length) return undefined;
  return `has ${count(length)}, ${other.name} has ${String(lengthOf(other.holding))}`;
}

function lengthOf({ chain, chainLength }: Holding): number | null {
  return chain ? chain.length : chainLength;
}

function count(certificates: number): string {
  return `${certificates} ${certificates === 1 ? 'certificate' : 'certificates'}`;
}
