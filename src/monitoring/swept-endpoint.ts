import type { ClientName } from '../config/config.ts';
import type { CheckVerdict } from '../endpoints/check-endpoint.ts';
import type { FindingId, Severity } from '../endpoints/finding.ts';
import type { BundleSource, RepairProof } from '../endpoints/repair/repair.ts';
import type { LedgerEntry } from './chain-ledger.ts';

/**
 * What one run saw of one endpoint. Plain JSON: shards write it to files, and everything after the sweep is decided
 * from it. Times are ISO 8601 in UTC, fingerprints SHA-256 in 64 lower-case hexadecimal digits; null: there is none.
 */
export interface SweptEndpoint {
  /** `rec.example.com:443`: what incidents and history go by. */
  readonly name: string;
  readonly domain: string;
  readonly port: number;
  /** When it was judged. */
  readonly seenAt: string;
  /** Where it was seen from, such as `github-hosted/eastus`: a verdict is true for that place. */
  readonly vantage: string;
  readonly verdict: CheckVerdict;
  /** In the order of the configuration. */
  readonly clients: readonly SweptClient[];
  /** In the order of resolution; empty: there was no address. */
  readonly addresses: readonly SweptAddress[];
  /** The worst first; the same one at several addresses once. */
  readonly findings: readonly SweptFinding[];
  /** Each leaf that is served, once; the first is that of the first address. */
  readonly leaves: readonly SweptCertificate[];
  /** From the leaf to the anchor, for the first declared client that accepts it somewhere; empty when none does. */
  readonly path: readonly SweptCertificate[];
  /** Whether `path` ends at a public authority's anchor. */
  readonly isPublic: boolean;
  /** A better bundle, one for each leaf that has one. */
  readonly repairs: readonly SweptRepair[];
  /** Where between repository and address the chain was lost, in one sentence (`lostAt`); null: nobody looked. */
  readonly origin: string | null;
  /** What each place between repository and address holds; empty: nobody looked. */
  readonly ledger: readonly LedgerEntry[];
}

export interface SweptClient {
  readonly client: ClientName;
  /** At every address; null when it could not be determined. */
  readonly accepts: boolean | null;
  /** Only because it fetches, or knows, what is missing. */
  readonly byLuck: boolean;
  /** What its users see, or would see without that luck. */
  readonly error: string | null;
}

export interface SweptAddress {
  /** `203.0.113.7:443` or `[2001:db8::1]:443`. */
  readonly address: string;
  /** Fingerprints as received, the leaf first; empty without a handshake. */
  readonly chain: readonly string[];
  /** Names of the issuers that clients lack because they are not sent; sorted. */
  readonly missingIssuers: readonly string[];
  /** Why there was no handshake, such as `connect: refused`; null when there was one. */
  readonly failure: string | null;
  /** How long connecting and the handshake took, whole milliseconds; absent: there was none, or nobody measured. */
  readonly handshakeMs?: number | undefined;
}

export interface SweptFinding {
  readonly id: FindingId;
  readonly severity: Severity;
  /** Where it was seen; empty when it concerns the endpoint as a whole. */
  readonly addresses: readonly string[];
  /** Fingerprint of the certificate that is at fault. */
  readonly certificate: string | null;
  readonly message: string;
  readonly help: string;
}

export interface SweptCertificate {
  readonly fingerprint: string;
  /** Printable. */
  readonly subject: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

export interface SweptRepair {
  /** Fingerprint of the leaf that it is for. */
  readonly leaf: string;
  /** The leaf, then its intermediates, no root: 64 columns, LF. */
  readonly pem: string;
  /** Of `pem`, in its order, with where each was found. */
  readonly certificates: readonly (SweptCertificate & { readonly source: BundleSource })[];
  readonly satisfies: readonly ClientName[];
  /** Declared clients that no bundle satisfies. */
  readonly leaves: readonly ClientName[];
  /** What live handshakes showed, one row for an address and a client. */
  readonly proofs: readonly RepairProof[];
}
