import type { Bundle } from '../../certificates/bundle.ts';
import type { Certificate } from '../../certificates/certificate.ts';
import type { ClientName } from '../../config/config.ts';

/** A bundle for the leaf that is served which is better than what is served. */
export interface Repair {
  /** The leaf that is served, and the intermediates it needs; no root. As PEM (`toPem`): 64 columns, LF, leaf first. */
  readonly bundle: Bundle;
  /** Where the path of the first client that is satisfied ends. */
  readonly anchor: Certificate;
  /** The declared clients that accept it at every address of this leaf, in the order of the configuration. */
  readonly satisfies: readonly ClientName[];
  /** Those that do not: no bundle of what could be found satisfies them. */
  readonly leaves: readonly ClientName[];
  /** Where each certificate of `bundle` was found, in its order. */
  readonly sources: readonly BundleSource[];
  /** URLs of those that were not at hand, each once; printable. */
  readonly fetched: readonly string[];
  /** What live handshakes showed, for every address of this leaf and every declared client. Empty for files. */
  readonly proofs: readonly RepairProof[];
}

/**
 * `served` at any address of the endpoint; `disk`: in the bundle file of the configuration; `other-endpoint`: served by
 * another endpoint of the same run; `aia`: fetched from `url`, which is printable.
 */
export type BundleSource =
  | { readonly kind: 'served' | 'disk' | 'other-endpoint' }
  | { readonly kind: 'aia'; readonly url: string };

/** What one client makes of one address, of what is served and with the bundle instead. */
export interface RepairProof {
  /** `203.0.113.7:443` or `[2001:db8::1]:443`. */
  readonly address: string;
  readonly client: ClientName;
  readonly before: boolean;
  readonly after: boolean;
}
