import type { ClientName } from '../config/config.ts';
import type { Bundle } from './bundle.ts';
import type { Certificate } from './certificate.ts';
import type { ClientTerms } from './clients/client-terms.ts';
import { judgeClient } from './clients/judge-client.ts';
import { PROFILES } from './clients/profiles.ts';
import { isSignedBy } from './signature.ts';

/** Issuers above a leaf that are looked at; real hierarchies have three at most, cross-signs included. */
const MAX_DEPTH = 6;
/** Signature checks while looking for what could be of use; hostile candidates would make it endless. */
const MAX_CHECKS = 400;
/** Intermediates of which the smallest bundle is made up: 2 to the power of this many sets of them. */
const MAX_USEFUL = 8;

export interface SmallestBundleQuery {
  readonly leaf: Certificate;
  /** Where intermediates may come from, in any order; nobody trusts them. */
  readonly candidates: readonly Certificate[];
  readonly clients: readonly ClientName[];
  /** The name that clients ask for; undefined: names are not looked at. */
  readonly domain: string | undefined;
  readonly terms: ClientTerms;
}

export interface SmallestBundle {
  /** Leaf first, each followed by its issuer as far as one order can have it; no root. */
  readonly bundle: Bundle;
  /** Who accepts it without help, and who does not; in the order of the query. */
  readonly satisfies: readonly ClientName[];
  readonly leaves: readonly ClientName[];
}

/**
 * The smallest bundle for `leaf` that satisfies the most clients: all of them, unless no set of the candidates does.
 * Of several of that size the one whose certificates are valid longest. Deterministic and pure; undefined when no
 * client can be satisfied.
 */
export function findSmallestBundle(query: SmallestBundleQuery): SmallestBundle | undefined {
  const useful = findUseful(query).slice(0, MAX_USEFUL);
  let best: SmallestBundle | undefined;
  for (const intermediates of subsetsBySize(useful)) {
    const bundle: Bundle = [query.leaf, ...intermediates];
    const satisfies = query.clients.filter((client) => accepts(client, bundle, query));
    if (satisfies.length <= (best?.satisfies.length ?? 0)) continue;
    const leaves = query.clients.filter((client) => !satisfies.includes(client));
    best = { bundle, satisfies, leaves };
    if (leaves.length === 0) break;
  }
  return best;
}

function accepts(client: ClientName, chain: Bundle, { domain, terms }: SmallestBundleQuery): boolean {
  return judgeClient(PROFILES[client], { chain, domain, transport: undefined }, terms).accepts;
}

/** Candidates on any way from the leaf to an anchor of any client, those nearest to the leaf first. */
function findUseful({ leaf, candidates, clients, terms }: SmallestBundleQuery): readonly Certificate[] {
  const distinct = new Map(candidates.map((each) => [each.fingerprint, each]));
  const issuersOf = ({ issuerName }: Certificate) =>
    [...distinct.values()].filter(({ subjectName }) => subjectName.key === issuerName.key);
  const depths = new Map<Certificate, number>();
  const stores = clients.map((client) => terms.trust.storeOf(client));
  let checks = 0;
  const climb = (path: readonly [Certificate, ...Certificate[]]): void => {
    const top = path.at(-1) ?? path[0];
    if (stores.some((store) => store.findBySubject(top.issuerName).length > 0)) {
      for (const [depth, each] of path.slice(1).entries()) {
        depths.set(each, Math.min(depth, depths.get(each) ?? depth));
      }
    }
    if (path.length > MAX_DEPTH) return;
    for (const issuer of issuersOf(top)) {
      const isKnown = path.some(({ publicKeyDer }) => publicKeyDer.equals(issuer.publicKeyDer));
      if (isKnown || issuer.selfIssued) continue;
      checks += 1;
      if (checks <= MAX_CHECKS && isSignedBy(top, issuer)) climb([...path, issuer]);
    }
  };
  climb([leaf]);
  return [...depths.keys()].toSorted(
    (a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0) || byPreference(a, b),
  );
}

/** Valid longest first, then by fingerprint, so that the order of the candidates does not matter. */
function byPreference(a: Certificate, b: Certificate): number {
  return b.notAfter.getTime() - a.notAfter.getTime() || (a.fingerprint < b.fingerprint ? -1 : 1);
}

/** Every subset, the smaller ones first, each in the order of `items`. */
function* subsetsBySize<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let size = 0; size <= items.length; size += 1) yield* subsetsOf(items, size);
}

function* subsetsOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, item] of items.entries()) {
    for (const rest of subsetsOf(items.slice(index + 1), size - 1)) yield [item, ...rest];
  }
}
