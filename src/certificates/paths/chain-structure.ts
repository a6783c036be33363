import type { Certificate } from '../certificate.ts';
import type { Path } from './path.ts';
import { isSelfSigned, isSignedBy } from '../keys/signature.ts';

/** Signature checks per chain, for what no client's path needs: a hostile one may be a mesh of namesakes. */
const MAX_CHECKS = 100;

/** What a certificate is in a chain for. */
export type ChainRole =
  /** The first. */
  | 'leaf'
  /** The same octets came before. */
  | 'duplicate'
  /** Signed by its own key, and certifies another that belongs to the chain. */
  | 'root'
  /** On the path of a client. */
  | 'issuer'
  /** Certifies another that belongs to the chain, and no client's path needs it: a cross-sign for other clients. */
  | 'alternate'
  /** Certifies none that belongs to the chain. */
  | 'stray';

export interface ChainEntry {
  readonly certificate: Certificate;
  readonly role: ChainRole;
}

/** Facts about a chain as it was sent, whatever a client makes of it. */
export interface ChainStructure {
  /** As sent: the index is the position. */
  readonly entries: readonly ChainEntry[];
  /** Sent before every certificate that they certify (RFC 5246 §7.4.2 has them after it); in the order sent. */
  readonly misplaced: readonly Certificate[];
  /** All that belongs to the chain, once each: the leaf, then every certificate after one that it certifies. */
  readonly inOrder: readonly Certificate[];
}

export interface ChainViews {
  readonly chain: Path;
  /** The clients' paths, as far as they go. */
  readonly paths: readonly Path[];
  /**
   * Not sent, or not proven, and yet part of the way up: what was found elsewhere, and issuers by name whose signature
   * does not hold. What certifies one of them belongs to the chain.
   */
  readonly links: readonly Certificate[];
}

/** What each certificate of a chain is there for, and whether they are in order. Pure. */
export function readChainStructure(views: ChainViews): ChainStructure {
  const { chain, paths } = views;
  const positions = firstPositions(chain);
  const relations = relate(views, positions);
  const onPath = new Set(paths.flatMap((path) => path.map(({ fingerprint }) => fingerprint)));
  const entries = chain.map((certificate, index): ChainEntry => {
    const { fingerprint } = certificate;
    if (positions.get(fingerprint) !== index) return { certificate, role: 'duplicate' };
    if (index === 0) return { certificate, role: 'leaf' };
    if (!relations.has(fingerprint)) return { certificate, role: 'stray' };
    if (isSelfSigned(certificate)) return { certificate, role: 'root' };
    return { certificate, role: onPath.has(fingerprint) ? 'issuer' : 'alternate' };
  });
  const belonging = [...relations.keys()].flatMap((fingerprint) => {
    const position = positions.get(fingerprint);
    return position === undefined || position === 0 ? [] : (chain[position] ?? []);
  });
  return {
    entries,
    misplaced: findMisplaced(chain, positions, relations),
    inOrder: [chain[0], ...belonging],
  };
}

/** Where each certificate is sent first, by its fingerprint. */
function firstPositions(chain: Path): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [index, { fingerprint }] of chain.entries()) {
    if (!positions.has(fingerprint)) positions.set(fingerprint, index);
  }
  return positions;
}

/**
 * By the fingerprint of a certificate that belongs to the chain, those of the ones that it certifies; each comes after
 * one of these.
 */
type Relations = ReadonlyMap<string, ReadonlySet<string>>;

function relate({ chain, paths, links }: ChainViews, positions: ReadonlyMap<string, number>): Relations {
  const [leaf] = chain;
  const relations = new Map<string, Set<string>>();
  const add = (issuer: Certificate, below: Certificate) => {
    const known = relations.get(issuer.fingerprint) ?? new Set();
    relations.set(issuer.fingerprint, known.add(below.fingerprint));
  };
  for (const path of paths) {
    for (const [index, issuer] of path.slice(1).entries()) add(issuer, path[index] ?? leaf);
  }
  const others = chain.filter(
    ({ fingerprint }, index) =>
      index > 0 && positions.get(fingerprint) === index && !relations.has(fingerprint),
  );
  // The clients' paths account for everything: so it is with nearly every chain.
  if (others.length === 0) return relations;
  for (const { fingerprint } of links) {
    if (!relations.has(fingerprint)) relations.set(fingerprint, new Set());
  }
  let checks = 0;
  const reached = new Set<string>();
  const queue: Certificate[] = [leaf, ...paths.flat(), ...links];
  for (let below = queue.shift(); below; below = queue.shift()) {
    if (reached.has(below.fingerprint)) continue;
    reached.add(below.fingerprint);
    for (const issuer of others) {
      if (issuer.fingerprint === below.fingerprint) continue;
      if (issuer.subjectName.key !== below.issuerName.key) continue;
      checks += 1;
      // Beyond the budget nothing is held against anyone.
      if (checks <= MAX_CHECKS && !isSignedBy(below, issuer)) continue;
      add(issuer, below);
      queue.push(issuer);
    }
  }
  return relations;
}

function findMisplaced(
  chain: Path,
  positions: ReadonlyMap<string, number>,
  relations: Relations,
): readonly Certificate[] {
  return chain.filter(({ fingerprint }, index) => {
    if (index === 0 || positions.get(fingerprint) !== index) return false;
    const below = [...(relations.get(fingerprint) ?? [])].flatMap((each) => positions.get(each) ?? []);
    return below.length > 0 && below.every((each) => each > index);
  });
}
