import { z } from 'zod';
import { certificateName } from '../../certificates/bundle.ts';
import { toPem } from '../../certificates/pem.ts';
import { hasCode } from '../../errors/catalogue.ts';
import type { StoredCertificate, Upload } from '../certificate-store.ts';
import { id } from '../fields.ts';
import type { CasClient } from './cas-client.ts';
import { readDetail } from './certificate-detail.ts';
import { findCertificate, toStored } from './find-certificate.ts';

/** More certificates of one name are no accident of a run that was cut off. */
const MOST_NAMES = 5;

const uploaded = z.object({ CertId: id });

/**
 * UploadUserCertificate, and the certificate as it is read back. Its name is unique in the store, even a repeated
 * ClientToken is refused: one that is taken by the same leaf and chain is used, else the next name is tried.
 * https://api.aliyun.com/document/cas/2020-04-07/UploadUserCertificate
 *
 * @throws CLOUD_NAME_TAKEN when others have every name
 */
export async function uploadCertificate(cas: CasClient, upload: Upload): Promise<StoredCertificate> {
  const { domain, bundle, key } = upload;
  const leafFingerprint = bundle[0].fingerprint;
  const query = { domain: bundle[0].dnsNames[0] ?? domain, leafFingerprint, bundle };
  const find = () => findCertificate(cas, query);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { CertId } = await cas.client.call({
        action: 'UploadUserCertificate',
        method: 'POST',
        parameters: { Name: certificateName(domain, bundle, attempt), Cert: toPem(bundle), Key: key },
        schema: uploaded,
        repeat: {
          recover: async () => {
            const found = await find();
            return found && { CertId: found.id };
          },
        },
      });
      return toStored(await readDetail(cas, CertId), leafFingerprint);
    } catch (error) {
      if (!hasCode(error, 'CLOUD_NAME_TAKEN')) throw error;
      const earlier = await find();
      if (earlier) return earlier;
      if (attempt === MOST_NAMES) throw error;
    }
  }
}
