import type { Certificate } from '../certificate.ts';
import { isSignedBy } from '../keys/signature.ts';
import type { TrustStore } from '../trust-store.ts';

/** Intermediates of one path; real hierarchies have three at most, cross-signs included. */
const MAX_DEPTH = 6;
/** Signature checks: a candidate that falsely claims to come from an anchor costs one, so hundreds of them do no harm. */
const MAX_CHECKS = 2000;
/** Paths of one length that are looked at, and paths given. */
const MAX_PATHS = 64;

export interface IssuingPathsQuery {
  readonly leaf: Certificate;
  /** Where intermediates may come from, in any order; nobody trusts them. */
  readonly candidates: readonly Certificate[];
  /** Whose anchors a path may end at. */
  readonly stores: readonly TrustStore[];
}

/** The intermediates of a path, the issuer of the leaf first; no leaf, no root. */
export type IssuingPath = readonly Certificate[];

/** What is known of signatures while paths are looked for. */
interface Signatures {
  /** Whether the key of `issuer` signed `certificate`; false as well when the budget is spent. */
  readonly verify: (certificate: Certificate, issuer: Certificate) => boolean;
  /** The anchors with the name of the issuer, whatever their keys. */
  readonly anchorsFor: (certificate: Certificate) => readonly Certificate[];
}

/**
 * Every path from `leaf` to an anchor of any store, shorter ones first; an empty one for a leaf that an anchor issued,
 * or that is one. Signatures alone are looked at, no dates and no other rules. The order of the candidates does not
 * matter.
 */
export function findIssuingPaths(query: IssuingPathsQuery): readonly IssuingPath[] {
  const { leaf, stores } = query;
  const signatures: Signatures = {
    verify: createVerifier(),
    anchorsFor: ({ issuerName }) => stores.flatMap((store) => store.findBySubject(issuerName)),
  };
  const issuers = groupBySubject(proveDownwards(findRelated(query), signatures));
  const paths = climb(leaf, issuers, signatures);
  const isTrusted = stores.some((store) => store.has(leaf));
  return isTrusted && !paths.some(({ length }) => length === 0) ? [[], ...paths] : paths;
}

function createVerifier(): Signatures['verify'] {
  const verdicts = new Map<string, boolean>();
  return (certificate, issuer) => {
    const pair = `${certificate.fingerprint} ${issuer.fingerprint}`;
    const known = verdicts.get(pair);
    if (known !== undefined) return known;
    if (verdicts.size >= MAX_CHECKS) return false;
    const verdict = isSignedBy(certificate, issuer);
    verdicts.set(pair, verdict);
    return verdict;
  };
}

/** Candidates that the names lead to from the leaf, in an order of their own. No signature is looked at yet. */
function findRelated({ leaf, candidates }: IssuingPathsQuery): readonly Certificate[] {
  const distinct = new Map(candidates.map((each) => [each.fingerprint, each]));
  distinct.delete(leaf.fingerprint);
  const named = groupBySubject([...distinct.values()].toSorted(byPreference));
  const related: Certificate[] = [];
  let names = [leaf.issuerName.key];
  const known = new Set<string>();
  for (let depth = 0; depth < MAX_DEPTH && names.length > 0; depth += 1) {
    const level = [...new Set(names)]
      .filter((name) => !known.has(name))
      .flatMap((name) => named.get(name) ?? []);
    for (const name of names) known.add(name);
    related.push(...level);
    names = level.map(({ issuerName }) => issuerName.key);
  }
  return related;
}

/** Those of `related` whose signatures lead to an anchor: whoever has no authority's key cannot add to them. */
function proveDownwards(
  related: readonly Certificate[],
  { verify, anchorsFor }: Signatures,
): readonly Certificate[] {
  const byIssuer = groupBy(related, ({ issuerName }) => issuerName.key);
  const proven = new Set<Certificate>();
  let issuers = distinctAuthorities(related.flatMap(anchorsFor));
  while (issuers.length > 0) {
    const next: Certificate[] = [];
    for (const issuer of issuers) {
      for (const below of byIssuer.get(issuer.subjectName.key) ?? []) {
        // A self-signed one is an anchor or leads nowhere.
        if (proven.has(below) || isSameAuthority(below, issuer) || !verify(below, issuer)) continue;
        proven.add(below);
        next.push(below);
      }
    }
    issuers = distinctAuthorities(next);
  }
  return [...proven].toSorted(byPreference);
}

function climb(
  leaf: Certificate,
  issuers: ReadonlyMap<string, readonly Certificate[]>,
  { verify, anchorsFor }: Signatures,
): readonly IssuingPath[] {
  const found: IssuingPath[] = [];
  let frontier: readonly IssuingPath[] = [[]];
  for (let depth = 0; depth <= MAX_DEPTH && frontier.length > 0; depth += 1) {
    const longer: IssuingPath[] = [];
    for (const path of frontier) {
      const top = path.at(-1) ?? leaf;
      if (anchorsFor(top).some((anchor) => verify(top, anchor))) found.push(path);
      for (const issuer of issuers.get(top.issuerName.key) ?? []) {
        const isKnown = [leaf, ...path].some((each) => isSameAuthority(each, issuer));
        if (!isKnown && verify(top, issuer)) longer.push([...path, issuer]);
      }
    }
    frontier = longer.slice(0, MAX_PATHS);
  }
  return found.slice(0, MAX_PATHS);
}

/** One for each name with its key: another certificate for both proves the same signatures. */
function distinctAuthorities(certificates: readonly Certificate[]): readonly Certificate[] {
  const distinct = new Map<string, Certificate>();
  for (const each of certificates) {
    const key = `${each.subjectName.key} ${each.publicKeyDer.toString('base64')}`;
    if (!distinct.has(key)) distinct.set(key, each);
  }
  return [...distinct.values()];
}

function isSameAuthority(a: Certificate, b: Certificate): boolean {
  return a.subjectName.key === b.subjectName.key && a.publicKeyDer.equals(b.publicKeyDer);
}

function groupBySubject(certificates: readonly Certificate[]): ReadonlyMap<string, readonly Certificate[]> {
  return groupBy(certificates, ({ subjectName }) => subjectName.key);
}

function groupBy(
  certificates: readonly Certificate[],
  keyOf: (certificate: Certificate) => string,
): ReadonlyMap<string, readonly Certificate[]> {
  const groups = new Map<string, Certificate[]>();
  for (const each of certificates) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

/** Valid longest first, then by fingerprint. */
function byPreference(a: Certificate, b: Certificate): number {
  return b.notAfter.getTime() - a.notAfter.getTime() || (a.fingerprint < b.fingerprint ? -1 : 1);
}
