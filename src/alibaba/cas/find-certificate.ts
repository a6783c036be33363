import type { Bundle } from '../../certificates/bundle.ts';
import { chainSuffix, isOwnName } from '../../certificates/bundle.ts';
import type { CertificateQuery, StoredCertificate } from '../certificate-store.ts';
import type { CasClient } from './cas-client.ts';
import { type CertificateDetail, isSameSecond, readDetail } from './certificate-detail.ts';
import { type Listed, listCertificates } from './certificate-listing.ts';

/**
 * The certificate with this leaf and, when a bundle is given, with its very chain: a complete and an incomplete chain share
 * their leaf, and what an id stands for never changes. Without a bundle the one with the longest chain.
 */
export async function findCertificate(
  cas: CasClient,
  { domain, leafFingerprint, bundle }: CertificateQuery,
): Promise<StoredCertificate | undefined> {
  const rows = await listFor(cas, { domain, leafFingerprint, bundle });
  let best: StoredCertificate | undefined;
  for (const row of ownFirst(rows, bundle)) {
    if (row.Sha2 !== leafFingerprint || isOtherByName(row, bundle)) continue;
    const detail = await readDetail(cas, row.CertificateId);
    if (bundle && !holdsChain(row, detail, bundle)) continue;
    const found = toStored(detail, leafFingerprint);
    if (bundle) return found;
    if (!best || (found.chainLength ?? 0) > (best.chainLength ?? 0)) best = found;
  }
  return best;
}

/** A wildcard is not found by a name that it covers; which names a leaf has is known with its bundle alone. */
async function listFor(
  { client }: CasClient,
  { domain, leafFingerprint, bundle }: CertificateQuery,
): Promise<readonly Listed[]> {
  const rows = await listCertificates(client, { keyword: domain, orderType: 'CERT' });
  if (bundle || rows.some(({ Sha2 }) => Sha2 === leafFingerprint)) return rows;
  const wildcard = `*${domain.slice(domain.indexOf('.'))}`;
  return listCertificates(client, { keyword: wildcard, orderType: 'CERT' });
}

/** A certificate of the store. Its leaf is told by the list alone where the detail has another digest. */
export async function readCertificate(cas: CasClient, id: string): Promise<StoredCertificate> {
  const detail = await readDetail(cas, id);
  if (detail.leafFingerprint !== undefined || detail.domain === undefined) {
    return toStored(detail, detail.leafFingerprint);
  }
  const rows = await listCertificates(cas.client, { keyword: detail.domain, orderType: 'CERT' });
  const row = rows.find(({ CertificateId }) => CertificateId === detail.id);
  return toStored(detail, row?.Sha2);
}

/** What is stored is issued: CAS lists requests apart from certificates. */
export function toStored(detail: CertificateDetail, leafFingerprint: string | undefined): StoredCertificate {
  return {
    id: detail.id,
    identifier: detail.identifier,
    name: detail.name,
    status: 'Issued',
    leafFingerprint,
    chainLength: detail.validities?.length,
    targets: undefined,
  };
}

/** Those whose name says that they are the very bundle come first, so that no other is read. */
function ownFirst(rows: readonly Listed[], bundle: Bundle | undefined): readonly Listed[] {
  if (!bundle) return rows;
  return rows.toSorted((one, other) => Number(isByName(other, bundle)) - Number(isByName(one, bundle)));
}

function isByName({ Name = '' }: Listed, bundle: Bundle): boolean {
  return isOwnName(Name) && Name.includes(chainSuffix(bundle));
}

/** Our own names tell the chain; one that names another chain is another. */
function isOtherByName(row: Listed, bundle: Bundle | undefined): boolean {
  return bundle !== undefined && isOwnName(row.Name ?? '') && !isByName(row, bundle);
}

/**
 * By its name where it is ours, unless CAS tells that it holds less. Else by the validities of its certificates, which are
 * all that CAS tells of them: every certificate of the bundle must be there; a root more does no harm.
 */
function holdsChain(row: Listed, { validities }: CertificateDetail, bundle: Bundle): boolean {
  if (isByName(row, bundle) && (validities?.length ?? bundle.length) >= bundle.length) return true;
  if (!validities) return false;
  const isThere = ({ notBefore, notAfter }: Bundle[number]): boolean =>
    validities.some((each) =>
      isSameSecond(each, { notBefore: notBefore.getTime(), notAfter: notAfter.getTime() }),
    );
  return validities.length <= bundle.length + 1 && bundle.every(isThere);
}
