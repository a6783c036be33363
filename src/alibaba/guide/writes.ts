import type { IngressConfig } from '../../config/config.ts';
import { certificateName } from '../../certificates/bundle.ts';
import { toPem } from '../../certificates/pem.ts';
import { appError, hasCode } from '../../errors/catalogue.ts';
import { listCertificates } from '../cas/certificate-listing.ts';
import type { ChainReplacement, StoredCertificate, Upload } from '../certificate-store.ts';
import { accepted } from '../fields.ts';
import { changedCertificate } from './answers.ts';
import { listRequested, readCertificate, statusOn } from './reads.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';

/**
 * CreateCertificate as an upload. When the name turns out to be taken by the same leaf, that certificate: an
 * earlier answer was lost, or the list lagged.
 *
 * @throws CLOUD_NAME_TAKEN when another leaf has the name
 */
export async function uploadCertificate(
  client: RpcClient,
  { domain, bundle, key }: Upload,
): Promise<StoredCertificate> {
  const upload = { domain, name: certificateName(domain, bundle), leafFingerprint: bundle[0].fingerprint };
  try {
    const { CertId } = await client.call({
      action: 'CreateCertificate',
      method: 'POST',
      parameters: { Name: upload.name, Cert: toPem(bundle), Key: key },
      schema: changedCertificate,
      repeat: { recover: () => findUploaded(client, upload) },
    });
    return await readCertificate(client, CertId);
  } catch (error) {
    if (!hasCode(error, 'CLOUD_NAME_TAKEN')) throw error;
    const earlier = await findUploaded(client, upload).catch(undefinedIfUnsupported);
    if (earlier === undefined) throw error;
    return readCertificate(client, earlier.CertId);
  }
}

async function findUploaded(
  client: RpcClient,
  upload: { readonly domain: string; readonly name: string; readonly leafFingerprint: string },
): Promise<{ CertId: string } | undefined> {
  const rows = await listCertificates(client, { keyword: upload.domain, orderType: 'CERT' });
  const same = rows.find(
    ({ Sha2, Name = upload.name }) => Sha2 === upload.leafFingerprint && Name === upload.name,
  );
  return same && { CertId: same.CertificateId };
}

/**
 * CreateCertificate as a request for a DV certificate. Requests carry no name, so what exists before is listed
 * first: a certificate that only appears afterwards is the one whose answer was lost.
 */
export async function requestCertificate(client: RpcClient, domain: string): Promise<StoredCertificate> {
  const listed = await listRequested(client, domain).catch(undefinedIfUnsupported);
  const before = new Set(listed?.map((row) => row.CertificateId));
  const { CertId } = await client.call({
    action: 'CreateCertificate',
    method: 'POST',
    parameters: { DomainName: domain, CertType: 'DV' },
    schema: changedCertificate,
    repeat: { recover: () => findNewRequest(client, domain, before) },
  });
  return readCertificate(client, CertId);
}

async function findNewRequest(
  client: RpcClient,
  domain: string,
  before: ReadonlySet<string>,
): Promise<{ CertId: string } | undefined> {
  const rows = await listRequested(client, domain);
  const [first, ...others] = rows.filter((row) => !before.has(row.CertificateId));
  if (others.length > 0) {
    const reason = `${others.length + 1} new certificates for ${domain} appeared at the same time`;
    throw appError('CLOUD_ANSWER_UNEXPECTED', { call: 'ListUserCertificateOrder', reason });
  }
  return first && { CertId: first.CertificateId };
}

/** DeployCertificate. */
export async function deployCertificate(
  client: RpcClient,
  { id, target }: { id: string; target: IngressConfig },
): Promise<void> {
  const before = statusOn(await readCertificate(client, id), target);
  await client.call({
    action: 'DeployCertificate',
    method: 'POST',
    parameters: { CertId: id, TargetType: target.type, InstanceId: target.instance },
    schema: accepted,
    repeat: {
      // Deployed before and after proves nothing, and deploying the same once more does no harm.
      recover: async () => {
        const now = statusOn(await readCertificate(client, id), target);
        return now === 'Deploying' || now !== before ? {} : undefined;
      },
    },
  });
}

/** UpdateCertificate, and the certificate as it is read back. */
export async function replaceChain(
  client: RpcClient,
  { held: { id }, bundle, anchor }: ChainReplacement,
): Promise<StoredCertificate> {
  const chain = anchor ? [...bundle, anchor] : bundle;
  const pemChain = toPem(chain);
  const sent = chain.length;
  const { chainLength: before } = await readCertificate(client, id);
  const { CertId } = await client.call({
    action: 'UpdateCertificate',
    method: 'PUT',
    parameters: { CertId: id, PEMChain: pemChain },
    schema: changedCertificate,
    repeat: {
      // The same length as before proves nothing, and putting the same chain once more does no harm.
      recover: async () => {
        const { chainLength } = await readCertificate(client, id);
        return chainLength === sent && chainLength !== before ? { CertId: id } : undefined;
      },
    },
  });
  return readCertificate(client, CertId);
}

/** For a service that cannot list; every other error stays one. */
export function undefinedIfUnsupported(error: unknown): undefined {
  if (!hasCode(error, 'CLOUD_UNSUPPORTED')) throw error;
  return undefined;
}
