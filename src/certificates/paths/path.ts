import type { Certificate } from '../certificate.ts';
import type { Crl } from '../revocation/crl.ts';
import { isSameAuthority, likelihood, passesOverSignature } from './issuer-hints.ts';
import { OID } from '../der/oids.ts';
import { type PathFailure, specificity } from './path-failure.ts';
import { checkAnchor, checkIntermediate, checkLeaf, firstOf, type PathTerms } from './path-rules.ts';
import { hasAcceptablePolicy, type PolicyInputs } from './policy-tree.ts';
import type { ReferenceIdentity } from '../names/reference-identity.ts';
import { findRevoked } from '../revocation/find-revoked.ts';
import type { ValidationPolicy } from './rules/rule.ts';
import { isSignedBy } from '../keys/signature.ts';
import type { TrustStore } from '../trust-store.ts';

/** Signature checks per search. A real chain takes fewer than ten, a mesh of cross-signed names would never end. */
const DEFAULT_BUDGET = 100;
/** Certificates looked at as the next of a path. */
const MAX_STEPS = 10_000;
/** Names compared with subtrees; the largest chains in use need some hundreds. */
const MAX_COMPARISONS = 250_000;

export interface PathQuery {
  readonly leaf: Certificate;
  /** What was received beside the leaf, in any order; roots, strays and duplicates do no harm. */
  readonly intermediates: readonly Certificate[];
  readonly trustStore: TrustStore;
  readonly time: Date;
  /** `browser` by default. */
  readonly policy?: ValidationPolicy;
  /** Whom the leaf must be for; not looked at by default. */
  readonly reference?: ReferenceIdentity;
  /** OID of the purpose that extendedKeyUsage must allow; server authentication by default. */
  readonly purpose?: string;
  /** How many intermediates that are not self-issued a path may have; any number by default. */
  readonly maxIntermediates?: number;
  /** Certificate policies; by default any will do (RFC 5280 §6.1.1). */
  readonly policies?: PolicyInputs;
  /** The leaf's status must follow from these, and that of every intermediate whose issuer has one here. */
  readonly crls?: readonly Crl[];
  /** How many signatures may be checked; 100 by default. */
  readonly budget?: number;
  /** A client's own conditions for a whole path, anchor included: each returns undefined for one that it accepts. */
  readonly conditions?: readonly PathCondition[];
  /** Failures to pass over, so that what else is wrong comes to light (`findDefects`); none by default. */
  readonly waives?: (failure: PathFailure) => boolean;
}

export type PathResult =
  /** From the leaf to the trust anchor, both included. */
  | { readonly kind: 'valid'; readonly path: Path }
  /** `path` holds from the leaf to where the rule of `failure` stopped it, the offender not included. */
  | { readonly kind: 'invalid'; readonly failure: PathFailure; readonly path: Path };

/** From the leaf on, each signed by the next. */
export type Path = readonly [Certificate, ...Certificate[]];

export type PathCondition = (path: Path) => PathFailure | undefined;

/**
 * The shortest path from `leaf` to a trust anchor that keeps every rule of RFC 5280 §6.1 and of the policy, with
 * nothing but what was received: no AIA, no cache. Every possible path is tried, shorter ones first; one is
 * enough. Without any, the failure is that of the path that came farthest, and there the most specific.
 */
export function buildPath(query: PathQuery): PathResult {
  return new PathSearch(query).run();
}

class PathSearch {
  readonly #query: PathQuery;
  readonly #terms: PathTerms;
  readonly #budget: number;
  #checks = 0;
  #steps = 0;
  /** Received certificates that can be a step, by the key of their subject. */
  readonly #candidates = new Map<string, Certificate[]>();
  /** Whether the one signed the other, by both fingerprints. */
  readonly #verdicts = new Map<string, boolean>();
  /** Received and self-signed, and no anchors. */
  readonly #untrustedRoots: Certificate[] = [];
  #farthest: { readonly failure: PathFailure; readonly path: Path } | undefined;

  constructor(query: PathQuery) {
    const { policy = 'browser', time, reference, purpose = OID.serverAuth, maxIntermediates } = query;
    const { waives = () => false } = query;
    this.#query = query;
    const comparisons = { left: MAX_COMPARISONS };
    this.#terms = { policy, time, reference, purpose, maxIntermediates, comparisons, waives };
    this.#budget = query.budget ?? DEFAULT_BUDGET;
  }

  run(): PathResult {
    const { leaf, trustStore } = this.#query;
    // Only the very certificate: the name and the key of an anchor are no secret, and anyone could put them into one.
    const trusted = trustStore
      .findBySubject(leaf.subjectName)
      .some(({ fingerprint }) => fingerprint === leaf.fingerprint);
    const selfSigned = !trustStore.has(leaf) && this.#isSelfSigned(leaf);
    const failure =
      firstOf(this.#terms, [selfSigned ? { code: 'self-signed-leaf', certificate: leaf } : undefined]) ??
      checkLeaf(leaf, this.#terms);
    if (failure) return { kind: 'invalid', failure, path: [leaf] };
    if (trusted) return { kind: 'valid', path: [leaf] };
    this.#collectCandidates();
    let frontier: readonly Path[] = [[leaf]];
    while (frontier.length > 0 && !this.#isExhausted()) {
      const longer: Path[] = [];
      for (const path of frontier) {
        if (!this.#holds(path)) continue;
        const anchor = this.#findAnchor(path);
        if (anchor && !this.#isExhausted()) return { kind: 'valid', path: [...path, anchor] };
        longer.push(...this.#extend(path));
      }
      frontier = longer;
    }
    return this.#giveUp();
  }

  /** A self-signed certificate is an anchor or leads nowhere; one with an anchor's name and key adds nothing. */
  #collectCandidates(): void {
    const { intermediates, trustStore } = this.#query;
    const distinct = new Map(intermediates.map((certificate) => [certificate.fingerprint, certificate]));
    for (const certificate of distinct.values()) {
      // Unless anchors are held against rules: then another certificate for its key may keep them.
      if (this.#terms.policy === 'browser' && trustStore.has(certificate)) continue;
      if (this.#isSelfSigned(certificate)) {
        if (!trustStore.has(certificate)) this.#untrustedRoots.push(certificate);
        continue;
      }
      const { key } = certificate.subjectName;
      this.#candidates.set(key, [...(this.#candidates.get(key) ?? []), certificate]);
    }
  }

  #findAnchor(path: Path): Certificate | undefined {
    const child = lastOf(path);
    return this.#query.trustStore
      .findBySubject(child.issuerName)
      .toSorted((a, b) => likelihood(child, b) - likelihood(child, a))
      .find((anchor) => {
        if (!this.#isIssuer(path, anchor)) return false;
        const failure = checkAnchor(anchor, path, this.#terms) ?? this.#checkWhole([...path, anchor]);
        if (failure) this.#note(failure, path);
        return !failure;
      });
  }

  /** Every path that may be one received certificate longer, the most likely one first. */
  #extend(path: Path): readonly Path[] {
    const child = lastOf(path);
    this.#note(this.#unknownIssuer(child), path);
    const candidates = (this.#candidates.get(child.issuerName.key) ?? [])
      .filter((candidate) => !path.some((step) => isSameAuthority(step, candidate)))
      .toSorted((a, b) => likelihood(child, b) - likelihood(child, a));
    this.#steps += candidates.length;
    return this.#isExhausted() ? [] : candidates.map((candidate) => [...path, candidate] as const);
  }

  /** Whether the last of `path` may follow the others. Only asked for when it is its turn: a namesake costs nothing. */
  #holds(path: Path): boolean {
    const [leaf, ...issuers] = path;
    const issuer = issuers.pop();
    if (!issuer) return true;
    const below: Path = [leaf, ...issuers];
    if (this.#isExhausted() || !this.#isIssuer(below, issuer)) return false;
    const failure = checkIntermediate(issuer, below, this.#terms);
    if (failure) this.#note(failure, below);
    return !failure;
  }

  /** What can only be said of a path with its anchor at the end. */
  #checkWhole(path: Path): PathFailure | undefined {
    const [leaf] = path;
    const { policies = {}, crls, time, conditions = [] } = this.#query;
    if (!hasAcceptablePolicy(path.slice(0, -1), policies)) {
      return { code: 'policy-not-acceptable', certificate: leaf };
    }
    const failures = conditions.map((condition) => condition(path));
    return (crls && findRevoked(path, crls, time)) ?? firstOf(this.#terms, failures);
  }

  /** Whether the key of `issuer` signed the end of `path`: the signature alone is proof. */
  #isIssuer(path: Path, issuer: Certificate): boolean {
    const certificate = lastOf(path);
    if (this.#verify(certificate, issuer)) return true;
    // With another key identifier it is a namesake, such as the same authority's older key: no fault of anyone.
    if (likelihood(certificate, issuer) < 0) return false;
    if (passesOverSignature(certificate, this.#terms)) return true;
    this.#note({ code: 'bad-signature', certificate, issuer }, path);
    return false;
  }

  #isSelfSigned(certificate: Certificate): boolean {
    return certificate.selfIssued && this.#verify(certificate, certificate);
  }

  #verify(certificate: Certificate, issuer: Certificate): boolean {
    const pair = `${certificate.fingerprint} ${issuer.fingerprint}`;
    const known = this.#verdicts.get(pair);
    if (known !== undefined) return known;
    this.#checks += 1;
    if (this.#checks > this.#budget) return false;
    const verdict = isSignedBy(certificate, issuer);
    this.#verdicts.set(pair, verdict);
    return verdict;
  }

  #isExhausted(): boolean {
    return this.#checks > this.#budget || this.#steps > MAX_STEPS || this.#terms.comparisons.left < 0;
  }

  #note(failure: PathFailure, path: Path): void {
    const known = this.#farthest;
    const further = path.length - (known?.path.length ?? 0);
    if (further < 0) return;
    if (known && further === 0 && specificity(failure) <= specificity(known.failure)) return;
    this.#farthest = { failure, path };
  }

  #giveUp(): PathResult {
    const { leaf } = this.#query;
    const { failure, path } = this.#farthest ?? { failure: this.#unknownIssuer(leaf), path: [leaf] };
    if (!this.#isExhausted()) return { kind: 'invalid', failure, path };
    const exceeded = { code: 'budget-exceeded', certificate: leaf, budget: this.#budget } as const;
    return { kind: 'invalid', failure: exceeded, path };
  }

  #unknownIssuer(certificate: Certificate): PathFailure {
    const { issuer, issuerName, caIssuersUrls } = certificate;
    const receivedRoots = this.#untrustedRoots.filter(
      ({ subjectName }) => subjectName.key === issuerName.key,
    );
    return { code: 'unknown-issuer', certificate, issuer, caIssuersUrls, receivedRoots };
  }
}

function lastOf(path: Path): Certificate {
  return path.at(-1) ?? path[0];
}
