import type { Bundle } from '../certificates/bundle.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { IngressConfig } from '../config/config.ts';
import type { Secret } from '../errors/secret.ts';

/** The guide's states of a certificate. In the published API a certificate of the store is Issuing, Issued or Failed. */
export type CertificateStatus = 'Issuing' | 'Issued' | 'Deploying' | 'Deployed' | 'Failed';

/** What CAS says of one certificate. Evidence, never the verdict. */
export interface StoredCertificate {
  /** Opaque; kept as text, for it may exceed a safe integer. */
  readonly id: string;
  /** The name by which ingress products call it, such as `27080721-cn-hangzhou`; undefined where `id` does. */
  readonly identifier: string | undefined;
  /** Undefined when the service does not say. */
  readonly name: string | undefined;
  readonly status: CertificateStatus;
  /** SHA-256 of the leaf, lower-case hexadecimal; undefined when the service does not say. */
  readonly leafFingerprint: string | undefined;
  /** Certificates stored, leaf included; undefined when the service does not say. */
  readonly chainLength: number | undefined;
  /** Targets it is bound to, as far as the store says; undefined when it does not. */
  readonly targets: readonly BoundTarget[] | undefined;
}

export interface BoundTarget extends IngressConfig {
  readonly status: CertificateStatus;
}

/** What DiagnoseCertificate answered: a second witness beside our own look. */
export interface CasDiagnosis {
  readonly passed: boolean;
  /** Printable lines, such as `ERR_CERT_AUTHORITY_INVALID: missing intermediate CN=…`. */
  readonly problems: readonly string[];
}

/** Which certificate is looked for. */
export interface CertificateQuery {
  /** A name the leaf carries; the store is searched by it. */
  readonly domain: string;
  /** SHA-256, lower-case hexadecimal. */
  readonly leafFingerprint: string;
  /** The chain it must have as well; undefined: whichever is the longest. */
  readonly bundle?: Bundle | undefined;
}

export interface Upload {
  readonly domain: string;
  /** Leaf first; the name in the store follows from it and from `domain`. */
  readonly bundle: Bundle;
  readonly key: Secret;
}

/** A certificate that CAS is to have issued. */
export interface CertificateRequest {
  readonly domain: string;
  /** Code of the product that is ordered; undefined: the free one. */
  readonly product?: string | undefined;
}

/** Which certificates may go. */
export interface Retirement {
  readonly domain: string;
  /** The one in use. */
  readonly current: StoredCertificate;
  /** How many of the superseded ones stay, the newest; at least one does. */
  readonly keep: number;
  /** Nothing goes unless `current` has been valid since then. */
  readonly before: Date;
}

/** Another chain for the leaf of a certificate that is stored already. */
export interface ChainReplacement {
  readonly held: StoredCertificate;
  readonly domain: string;
  readonly bundle: Bundle;
  /** The root; undefined: it is not to be stored. */
  readonly anchor: Certificate | undefined;
  /** Undefined: nobody here has it. */
  readonly key: Secret | undefined;
}

/** What there is a limited number of. */
export interface Room {
  /** For people, such as `additional certificates`. */
  readonly what: string;
  readonly used: number;
  /** Unless the account has had it raised. */
  readonly most: number;
}

/** RAM actions with which a store is changed; empty: not published. */
export interface StoreWrites {
  readonly upload: readonly string[];
  readonly request: readonly string[];
}

/** What changes nothing: all that whoever only looks is given. */
export interface CertificateReader {
  readonly writes: StoreWrites;
  /** Whether `find` sees every certificate of the store; what it does not find is not there then. */
  readonly isListed: boolean;
  /** A certificate of the store that fits; undefined when there is none, or the service cannot list. */
  find(query: CertificateQuery): Promise<StoredCertificate | undefined>;
  /** The newest valid certificate that was issued for `domain` on request; undefined as in `find`. */
  findIssued(domain: string): Promise<StoredCertificate | undefined>;
  /** @throws CLOUD_NOT_FOUND when there is no such certificate. */
  read(id: string): Promise<StoredCertificate>;
  /** The certificates that may be requested of a product; undefined: the service does not tell. */
  readQuota(product: string | undefined): Promise<Room | undefined>;
}

/**
 * Where certificates are kept. Every write reads first when it has to be repeated, so a lost answer never makes a second
 * certificate.
 */
export interface CertificateStore extends CertificateReader {
  /** Uploads a certificate with its key, or returns the one already stored with this leaf and chain. */
  upload(upload: Upload): Promise<StoredCertificate>;
  /** Requests a DV certificate, which is Issuing at first. */
  request(request: CertificateRequest): Promise<StoredCertificate>;
  /** What became of a request for `domain`, having done what it waits for; issued, it may have another id. */
  advance(id: string, domain: string): Promise<StoredCertificate>;
  /** What the store thinks of a chain, as Chrome would judge it; undefined when it has no opinion. */
  diagnose(id: string): Promise<CasDiagnosis | undefined>;
  /**
   * Stores the leaf with another chain, and returns the certificate that now holds it.
   *
   * @throws CHAIN_NEEDS_KEY when the store takes a chain with its key alone, and there is none
   */
  replaceChain(replacement: ChainReplacement): Promise<StoredCertificate>;
  /** Deletes what `current` has superseded; returns the ids. */
  retire(retirement: Retirement): Promise<readonly string[]>;
}
