import { appError } from '../../errors/catalogue.ts';
import type { CertificateReader, CertificateStore } from '../certificate-store.ts';
import type { CasClient } from './cas-client.ts';
import { findCertificate, readCertificate } from './find-certificate.ts';
import { uploadCertificate } from './upload-certificate.ts';

/**
 * One store of CAS 2020-04-07. What an id stands for never changes: another chain is another certificate. The API has no
 * diagnosis of a chain; what is served is judged here.
 */
export function createCasStore(cas: CasClient): CertificateStore {
  return {
    ...createCasReader(cas),
    upload: (upload) => uploadCertificate(cas, upload),
    request: (domain) => Promise.reject(unsupported(domain)),
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
    findIssued: (domain) => Promise.reject(unsupported(domain)),
    read: (id) => readCertificate(cas, id),
  };
}

function unsupported(domain: string): Error {
  return appError('CLOUD_UNSUPPORTED', { call: `request for ${domain}`, reason: 'not yet' });
}
