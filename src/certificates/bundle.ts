import { createHash } from 'node:crypto';
import type { Certificate } from './certificate.ts';
import { buildPath } from './path.ts';
import type { PathFailure } from './path-failure.ts';
import type { TrustStore } from './trust-store.ts';

/** What CAS allows for the name of a certificate. */
const MAX_NAME_LENGTH = 64;

/** Leaf first, each signed by the next, without the root: what a server sends. */
export type Bundle = readonly [Certificate, ...Certificate[]];

export interface BundleQuery {
  readonly leaf: Certificate;
  /** Where intermediates may come from, in any order; what is not needed does not get into the bundle. */
  readonly candidates: readonly Certificate[];
  readonly trustStore: TrustStore;
  readonly time: Date;
}

export type BundleResult =
  | { readonly kind: 'complete'; readonly bundle: Bundle; readonly anchor: Certificate }
  /** `top` is where the path stops: its `caIssuersUrls` tell where its issuer may be found. */
  | { readonly kind: 'incomplete'; readonly failure: PathFailure; readonly top: Certificate };

/**
 * The smallest bundle with which every client that trusts `trustStore` accepts `leaf` without help. The root
 * is left out (RFC 8446 §4.4.2); a leaf that is a trust anchor itself is its own bundle.
 */
export function completeBundle({ leaf, candidates, trustStore, time }: BundleQuery): BundleResult {
  const result = buildPath({ leaf, intermediates: candidates, trustStore, time });
  if (result.kind === 'invalid') {
    return { kind: 'incomplete', failure: result.failure, top: result.path.at(-1) ?? leaf };
  }
  const [, ...issuers] = result.path;
  const anchor = issuers.pop() ?? leaf;
  return { kind: 'complete', bundle: [leaf, ...issuers], anchor };
}

/**
 * The name under which `bundle` is stored for `domain`: `airec-https_<domain>_<first 12 digits of the leaf's
 * SHA-256>_<4 digits over the whole chain>`, at most 64 characters. The same material has the same name, another
 * chain for the same leaf another one. A domain that is too long keeps its beginning and a digest of the whole.
 */
export function certificateName(domain: string, bundle: Bundle): string {
  const chain = createHash('sha256');
  for (const { der } of bundle) chain.update(der);
  const suffix = `_${bundle[0].fingerprint.slice(0, 12)}_${chain.digest('hex').slice(0, 4)}`;
  const prefix = 'airec-https_';
  return `${prefix}${shorten(domain.replaceAll('*', 'wildcard'), MAX_NAME_LENGTH - prefix.length - suffix.length)}${suffix}`;
}

function shorten(domain: string, maxLength: number): string {
  if (domain.length <= maxLength) return domain;
  const digest = createHash('sha256').update(domain).digest('hex').slice(0, 8);
  return `${domain.slice(0, maxLength - digest.length - 1)}-${digest}`;
}
