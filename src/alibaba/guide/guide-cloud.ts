import type { CertificateReader, CertificateStore } from '../certificate-store.ts';
import type { CredentialsSource } from '../credentials.ts';
import type { CertificateCloud } from '../ingress-target.ts';
import { createRpcClient, type RpcClient } from '../rpc/rpc-client.ts';
import { uploadingOnce } from '../uploading-once.ts';
import { diagnoseChain, findByLeaf, findRequested, readCertificate } from './reads.ts';
import { createGuideTarget } from './guide-target.ts';
import { replaceChain, requestCertificate, undefinedIfUnsupported, uploadCertificate } from './writes.ts';

export interface GuideCloudOptions {
  /** Origin such as `https://cas.aliyuncs.com`. */
  readonly endpoint: string;
  readonly credentials: CredentialsSource;
  /** Milliseconds for one call with all its retries. */
  readonly callMs: number;
  /** Told of every attempt, one printable line without key material. */
  readonly onAttempt?: ((line: string) => void) | undefined;
}

/** What the guide does not tell. */
const UNPUBLISHED = {
  writes: { upload: [], request: [] },
  readQuota: () => Promise.resolve(undefined),
} as const;

/** The guide names none; this is the current version of CAS. */
const API_VERSION = '2020-04-07';

/**
 * CAS as the guide calls it: CreateCertificate, DeployCertificate, DescribeCertificateStatus, DiagnoseCertificate,
 * UpdateCertificate. The guide has no call that lists; ListUserCertificateOrder of CAS 2020-04-07 stands in, and a
 * service without it finds nothing, and cannot settle an upload whose answer was lost (CLOUD_WRITE_IN_DOUBT).
 *
 * Every method throws the CLOUD_* errors of `RpcClient.call`, and CREDENTIALS_NOT_RENEWED.
 */
export function createGuideCloud(options: GuideCloudOptions): CertificateCloud<CertificateStore> {
  const client = connect(options);
  return {
    identify: () => Promise.resolve(undefined),
    store: {
      ...UNPUBLISHED,
      isListed: false,
      find: (query) => findByLeaf(client, query).catch(undefinedIfUnsupported),
      findIssued: (domain) => findRequested(client, domain).catch(undefinedIfUnsupported),
      read: (id) => readCertificate(client, id),
      upload: uploadingOnce((upload) => uploadCertificate(client, upload)),
      request: ({ domain }) => requestCertificate(client, domain),
      advance: (id) => readCertificate(client, id),
      diagnose: (id) => diagnoseChain(client, id),
      replaceChain: (replacement) => replaceChain(client, replacement),
      // The guide has no call that deletes.
      retire: () => Promise.resolve([]),
    },
    targetsOf: ({ ingress }) => ingress.map((target) => createGuideTarget(client, target)),
  };
}

/**
 * The same for whoever only looks: ListUserCertificateOrder and DescribeCertificateStatus, and nothing that writes.
 * A service that cannot list says so (CLOUD_UNSUPPORTED).
 */
export function createGuideReader(options: GuideCloudOptions): CertificateCloud<CertificateReader> {
  const client = connect(options);
  return {
    identify: () => Promise.resolve(undefined),
    store: {
      ...UNPUBLISHED,
      isListed: false,
      find: (query) => findByLeaf(client, query),
      findIssued: (domain) => findRequested(client, domain),
      read: (id) => readCertificate(client, id),
    },
    targetsOf: ({ ingress }) => ingress.map((target) => createGuideTarget(client, target)),
  };
}

function connect(options: GuideCloudOptions): RpcClient {
  return createRpcClient({ ...options, apiVersion: API_VERSION });
}
