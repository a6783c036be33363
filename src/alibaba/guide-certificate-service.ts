import type { CertificateReader, CertificateService } from './certificate-service.ts';
import type { CredentialsSource } from './credentials.ts';
import { diagnoseChain, findByLeaf, findRequested, readCertificate } from './guide-reads.ts';
import {
  deployCertificate,
  requestCertificate,
  undefinedIfUnsupported,
  updateChain,
  uploadCertificate,
} from './guide-writes.ts';
import { createRpcClient } from './rpc-client.ts';

export interface GuideServiceOptions {
  /** Origin such as `https://cas.aliyuncs.com`. */
  readonly endpoint: string;
  readonly credentials: CredentialsSource;
  /** Milliseconds for one call with all its retries. */
  readonly callMs: number;
  /** Told of every attempt, one printable line without key material. */
  readonly onAttempt?: ((line: string) => void) | undefined;
}

/** The guide names none; this is the current version of CAS. */
const API_VERSION = '2020-04-07';

/**
 * CAS as the guide calls it: CreateCertificate, DeployCertificate, DescribeCertificateStatus, DiagnoseCertificate,
 * UpdateCertificate. The guide has no call that lists; ListUserCertificateOrder of CAS 2020-04-07 stands in, and a
 * service without it finds nothing, and cannot settle an upload whose answer was lost (CLOUD_WRITE_IN_DOUBT).
 *
 * Every method throws the CLOUD_* errors of `RpcClient.call`, and CREDENTIALS_NOT_RENEWED.
 */
export function createGuideCertificateService(options: GuideServiceOptions): CertificateService {
  const client = createRpcClient({ ...options, apiVersion: API_VERSION });
  return {
    find: (query) => findByLeaf(client, query).catch(undefinedIfUnsupported),
    findIssued: (domain) => findRequested(client, domain).catch(undefinedIfUnsupported),
    read: (id) => readCertificate(client, id),
    upload: (upload) => uploadCertificate(client, upload),
    request: (domain) => requestCertificate(client, domain),
    deploy: (id, target) => deployCertificate(client, { id, target }),
    diagnose: (id) => diagnoseChain(client, id),
    updateChain: (id, pemChain) => updateChain(client, { id, pemChain }),
  };
}

/**
 * The same calls for whoever only looks: ListUserCertificateOrder and DescribeCertificateStatus, and nothing that writes.
 * A service that cannot list says so (CLOUD_UNSUPPORTED).
 */
export function createGuideCertificateReader(options: GuideServiceOptions): CertificateReader {
  const client = createRpcClient({ ...options, apiVersion: API_VERSION });
  return {
    find: (query) => findByLeaf(client, query),
    findIssued: (domain) => findRequested(client, domain),
    read: (id) => readCertificate(client, id),
  };
}
