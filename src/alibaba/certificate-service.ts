import type { IngressConfig } from '../config/config.ts';
import type { Secret } from '../errors/secret.ts';

/** The guide's states of a certificate. */
export type CertificateStatus = 'Issuing' | 'Issued' | 'Deploying' | 'Deployed' | 'Failed';

/** What CAS says of one certificate. Evidence, never the verdict. */
export interface StoredCertificate {
  /** Opaque; kept as text, for it may exceed a safe integer. */
  readonly id: string;
  readonly status: CertificateStatus;
  /** SHA-256 of the leaf, lower-case hexadecimal; undefined when the service does not say. */
  readonly leafFingerprint: string | undefined;
  /** Certificates stored, leaf included; undefined when the service does not say. */
  readonly chainLength: number | undefined;
  /** Targets it is bound to, as far as the service says; undefined when it does not. */
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

export interface Upload {
  readonly domain: string;
  /** Unique in the store; the same material always gets the same name. */
  readonly name: string;
  /** PEM, leaf first. */
  readonly chainPem: string;
  readonly leafFingerprint: string;
  readonly key: Secret;
}

/** What changes nothing: all that whoever only looks is given. */
export interface CertificateReader {
  /** A certificate of the store with this leaf; undefined when there is none, or the service cannot list. */
  find(query: { domain: string; leafFingerprint: string }): Promise<StoredCertificate | undefined>;
  /** The newest valid certificate that was issued for `domain` on request; undefined as in `find`. */
  findIssued(domain: string): Promise<StoredCertificate | undefined>;
  /** @throws CLOUD_NOT_FOUND when there is no such certificate. */
  read(id: string): Promise<StoredCertificate>;
}

/**
 * The certificate service as the deployment needs it: one method a step of the guide. Every write reads
 * first when it has to be repeated, so a lost answer never makes a second certificate or deployment.
 */
export interface CertificateService extends CertificateReader {
  /** Uploads a certificate with its key, or returns the one already stored under this name with this leaf. */
  upload(upload: Upload): Promise<StoredCertificate>;
  /** Requests a DV certificate. */
  request(domain: string): Promise<StoredCertificate>;
  /** Starts binding the certificate to the target; `read` tells when it is Deployed. */
  deploy(id: string, target: IngressConfig): Promise<void>;
  /** Chain validation as Chrome. */
  diagnose(id: string): Promise<CasDiagnosis>;
  /** Replaces the stored chain. `pemChain`: leaf, intermediates, root. Returns the certificate that now holds it. */
  updateChain(id: string, pemChain: string): Promise<StoredCertificate>;
}
