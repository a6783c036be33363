import type { Certificate } from './certificate.ts';
import { nameKey } from './distinguished-name.ts';
import { type PathFailure, specificity } from './path-failure.ts';
import { checkIssuer, checkLeaf } from './path-rules.ts';
import type { TrustStore } from './trust-store.ts';

/** Signature checks per search. A real chain takes fewer than ten, a mesh of cross-signed names would never end. */
const DEFAULT_BUDGET = 100;

export interface PathQuery {
  readonly leaf: Certificate;
  /** What was received beside the leaf, in any order; roots, strays and duplicates do no harm. */
  readonly intermediates: readonly Certificate[];
  readonly trustStore: TrustStore;
  readonly time: Date;
  /** How many signatures may be checked; 100 by default. */
  readonly budget?: number;
}

export type PathResult =
  /** From the leaf to the trust anchor, both included. */
  | { readonly kind: 'valid'; readonly path: readonly [Certificate, ...Certificate[]] }
  /** `path` holds from the leaf to where the rule of `failure` stopped it, the offender not included. */
  | {
      readonly kind: 'invalid';
      readonly failure: PathFailure;
      readonly path: readonly [Certificate, ...Certificate[]];
    };

type Path = readonly [Certificate, ...Certificate[]];

/**
 * The shortest path from `leaf` to a trust anchor that keeps every rule of RFC 5280 §6.1 processed here, with
 * nothing but what was received: no AIA, no cache. Every possible path is tried, shorter ones first; one is
 * enough. Without any, the failure is that of the path that came farthest, and there the most specific.
 *
 * A trust anchor ends a path by name and key; its own dates and extensions are not looked at (§6.1.1 d).
 */
export function buildPath(query: PathQuery): PathResult {
  return new PathSearch(query).run();
}

class PathSearch {
  readonly #query: PathQuery;
  readonly #budget: number;
  #checks = 0;
  /** Received certificates that can be a step, by the key of their subject. */
  readonly #candidates = new Map<string, Certificate[]>();
  #farthest: { readonly failure: PathFailure; readonly path: Path };

  constructor(query: PathQuery) {
    this.#query = query;
    this.#farthest = { failure: unknownIssuer(query.leaf), path: [query.leaf] };
    this.#budget = query.budget ?? DEFAULT_BUDGET;
  }

  run(): PathResult {
    const { leaf, trustStore, time } = this.#query;
    const trusted = trustStore.has(leaf);
    const selfSigned = !trusted && this.#isSelfSigned(leaf);
    const failure = selfSigned
      ? ({ code: 'self-signed-leaf', certificate: leaf } as const)
      : checkLeaf(leaf, time);
    if (failure) return { kind: 'invalid', failure, path: [leaf] };
    if (trusted) return { kind: 'valid', path: [leaf] };
    this.#collectCandidates();
    let frontier: readonly Path[] = [[leaf]];
    while (frontier.length > 0) {
      const longer: Path[] = [];
      for (const path of frontier) {
        const anchor = this.#findAnchor(path);
        if (anchor) return { kind: 'valid', path: [...path, anchor] };
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
      if (trustStore.has(certificate) || this.#isSelfSigned(certificate)) continue;
      const key = nameKey(certificate.subjectDer);
      this.#candidates.set(key, [...(this.#candidates.get(key) ?? []), certificate]);
    }
  }

  #findAnchor(path: Path): Certificate | undefined {
    const child = lastOf(path);
    return this.#query.trustStore
      .findBySubject(child.issuerDer)
      .toSorted((a, b) => likelihood(child, b) - likelihood(child, a))
      .find((anchor) => this.#isIssuer(path, anchor));
  }

  /** Every path that is one received certificate longer; when there is none, notes why. */
  #extend(path: Path): readonly Path[] {
    const child = lastOf(path);
    const extended: Path[] = [];
    const candidates = (this.#candidates.get(nameKey(child.issuerDer)) ?? [])
      .filter((candidate) => !path.some((step) => isSameAuthority(step, candidate)))
      .toSorted((a, b) => likelihood(child, b) - likelihood(child, a));
    for (const candidate of candidates) {
      if (!this.#isIssuer(path, candidate)) continue;
      const failure = checkIssuer(candidate, path, this.#query.time);
      if (failure) this.#note(failure, path);
      else extended.push([...path, candidate]);
    }
    if (extended.length === 0) this.#note(unknownIssuer(child), path);
    return extended;
  }

  /** Whether the key of `issuer` signed the end of `path`: the signature alone is proof. */
  #isIssuer(path: Path, issuer: Certificate): boolean {
    const certificate = lastOf(path);
    if (this.#verify(certificate, issuer)) return true;
    // With another key identifier it is a namesake, such as the same authority's older key: no fault of anyone.
    if (likelihood(certificate, issuer) >= 0)
      this.#note({ code: 'bad-signature', certificate, issuer }, path);
    return false;
  }

  #isSelfSigned(certificate: Certificate): boolean {
    return certificate.selfIssued && this.#verify(certificate, certificate);
  }

  #verify(certificate: Certificate, issuer: Certificate): boolean {
    this.#checks += 1;
    if (this.#checks > this.#budget) return false;
    try {
      return certificate.x509.verify(issuer.x509.publicKey);
    } catch {
      // OpenSSL does not know the kind of key, so it verifies nothing.
      return false;
    }
  }

  #note(failure: PathFailure, path: Path): void {
    // Paths only become longer as the search goes on.
    const asFar = path.length === this.#farthest.path.length;
    if (asFar && specificity(failure) <= specificity(this.#farthest.failure)) return;
    this.#farthest = { failure, path };
  }

  #giveUp(): PathResult {
    if (this.#checks <= this.#budget) return { kind: 'invalid', ...this.#farthest };
    const failure = { code: 'budget-exceeded', certificate: this.#query.leaf, budget: this.#budget } as const;
    return { kind: 'invalid', failure, path: this.#farthest.path };
  }
}

function unknownIssuer(certificate: Certificate): PathFailure {
  const { issuer, caIssuersUrls } = certificate;
  return { code: 'unknown-issuer', certificate, issuer, caIssuersUrls };
}

/** 1 when the key identifiers agree, -1 when they differ, 0 when one is missing: a hint for the order. */
function likelihood(child: Certificate, issuer: Certificate): number {
  if (child.authorityKeyId === undefined || issuer.subjectKeyId === undefined) return 0;
  return child.authorityKeyId === issuer.subjectKeyId ? 1 : -1;
}

/** Same name and key: a path through both would be a loop. */
function isSameAuthority(a: Certificate, b: Certificate): boolean {
  return a.publicKeyDer.equals(b.publicKeyDer) && nameKey(a.subjectDer) === nameKey(b.subjectDer);
}

function lastOf(path: Path): Certificate {
  return path.at(-1) ?? path[0];
}
