import { appError } from '../../errors/catalogue.ts';
import type { CertificateReader, CertificateStore } from '../certificate-store.ts';
import { uploadingOnce } from '../uploading-once.ts';
import type { CasClient } from './cas-client.ts';
import {
  advanceOrder,
  cleanUp,
  type DvDesk,
  findIssued,
  isOrder,
  readQuota,
  requestCertificate,
} from './dv-order.ts';
import { findCertificate, readCertificate } from './find-certificate.ts';
import { retireCertificates } from './retire-certificates.ts';
import { uploadCertificate } from './upload-certificate.ts';

/**
 * One store of CAS 2020-04-07. What an id stands for never changes: another chain is another certificate. The API has no
 * diagnosis of a chain; what is served is judged here.
 */
export function createCasStore(desk: DvDesk): CertificateStore {
  const { cas } = desk;
  return {
    ...createCasReader(cas),
    upload: uploadingOnce((upload) => uploadCertificate(cas, upload)),
    request: (request) => requestCertificate(desk, request),
    async advance(id, domain) {
      if (!isOrder(id)) return readCertificate(cas, id);
      const stored = await advanceOrder(desk, id);
      if (stored.status !== 'Issuing') await cleanUp(desk, domain);
      return stored;
    },
    retire: (retirement) => retireCertificates(cas, retirement),
    diagnose: () => Promise.resolve(undefined),
    replaceChain({ held, domain, bundle, key }) {
      if (!key) return Promise.reject(appError('CHAIN_NEEDS_KEY', { id: held.id }));
      return uploadCertificate(cas, { domain, bundle, key });
    },
  };
}

/** The same for whoever only looks. */
export function createCasReader(cas: CasClient): CertificateReader {
  return {
    isListed: true,
    find: (query) => findCertificate(cas, query),
    findIssued: (domain) => findIssued(cas, domain),
    read: (id) => readCertificate(cas, id),
    readQuota: (product) => readQuota(cas, product),
    writes: {
      upload: ['yundun-cert:UploadUserCertificate'],
      request: [
        'yundun-cert:CreateCertificateForPackageRequest',
        'yundun-cert:DeleteCertificateRequest',
        'alidns:AddDomainRecord',
        'alidns:DeleteDomainRecord',
      ],
    },
  };
}
