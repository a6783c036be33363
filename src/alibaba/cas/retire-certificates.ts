import { isOwnName } from '../../certificates/bundle.ts';
import { hasCode } from '../../errors/catalogue.ts';
import type { Retirement } from '../certificate-store.ts';
import { accepted } from '../fields.ts';
import type { CasClient } from './cas-client.ts';
import { type CertificateDetail, readDetail } from './certificate-detail.ts';
import { type Listed, listCertificates } from './certificate-listing.ts';

/**
 * Deletes what `current` has superseded: certificates that were uploaded here for the same domain, that began before it,
 * that no product uses as far as CAS tells, all but the newest `keep` of them. Nothing is deleted before `current` has
 * itself been valid since `before`. Returns the ids.
 * https://api.aliyun.com/document/cas/2020-04-07/DeleteUserCertificate
 */
export async function retireCertificates(
  cas: CasClient,
  { domain, current, keep, before }: Retirement,
): Promise<readonly string[]> {
  const { notBefore: began } = await readDetail(cas, current.id);
  if (began === undefined || began > before.getTime()) return [];
  const superseded = (await listOwn(cas, domain)).filter(({ CertificateId }) => CertificateId !== current.id);
  const details: CertificateDetail[] = [];
  for (const row of superseded) details.push(await readDetail(cas, row.CertificateId));
  const older = details
    .filter(({ notBefore = Number.POSITIVE_INFINITY }) => notBefore <= began)
    .toSorted((one, other) => (other.notBefore ?? 0) - (one.notBefore ?? 0));
  const retired: string[] = [];
  for (const { id, isUsed } of older.slice(Math.max(1, keep))) {
    // One of which nobody tells whether it is used stays.
    if (isUsed === false && (await remove(cas, id))) retired.push(id);
  }
  return retired;
}

/** Expired ones are listed apart. */
async function listOwn({ client }: CasClient, domain: string): Promise<readonly Listed[]> {
  const rows = [
    ...(await listCertificates(client, { keyword: domain, orderType: 'CERT' })),
    ...(await listCertificates(client, { keyword: domain, orderType: 'CERT', status: 'EXPIRED' })),
  ];
  return rows.filter(
    ({ Name = '', Upload, CommonName }) =>
      Upload !== false && isOwnName(Name) && CommonName?.toLowerCase() === domain,
  );
}

async function remove({ client }: CasClient, certificateId: string): Promise<boolean> {
  try {
    await client.call({
      action: 'DeleteUserCertificate',
      method: 'POST',
      parameters: { CertId: certificateId },
      schema: accepted,
      repeat: { recover: () => Promise.resolve(undefined) },
    });
    return true;
  } catch (error) {
    // Gone already, or CAS knows better that it is used.
    if (hasCode(error, 'CLOUD_NOT_FOUND')) return true;
    if (hasCode(error, 'CLOUD_IN_USE')) return false;
    throw error;
  }
}
