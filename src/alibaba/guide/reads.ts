import type { IngressConfig } from '../../config/config.ts';
import { printable } from '../../errors/printable.ts';
import { redact } from '../../errors/redaction.ts';
import { type Listed, listCertificates } from '../cas/certificate-listing.ts';
import type {
  BoundTarget,
  CasDiagnosis,
  CertificateQuery,
  CertificateStatus,
  StoredCertificate,
} from '../certificate-store.ts';
import { type CertificateState, certificateState, diagnosis, isIngressType } from './answers.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';

/**
 * DescribeCertificateStatus.
 *
 * @throws CLOUD_NOT_FOUND when there is no such certificate
 */
export async function readCertificate(client: RpcClient, id: string): Promise<StoredCertificate> {
  const state = await client.call({
    action: 'DescribeCertificateStatus',
    method: 'GET',
    parameters: { CertId: id },
    schema: certificateState,
    repeat: 'safe',
  });
  return {
    id: state.CertId,
    identifier: undefined,
    name: undefined,
    status: state.Status,
    leafFingerprint: state.Sha2,
    chainLength: state.ChainLength,
    targets: state.Deployments && boundTargets(state.Deployments),
  };
}

/** Bindings to products this program does not deploy to are left out. */
function boundTargets(deployments: NonNullable<CertificateState['Deployments']>): BoundTarget[] {
  return deployments.flatMap(({ TargetType: type, InstanceId, Status: status }) =>
    isIngressType(type) ? [{ type, instance: printable(InstanceId), status }] : [],
  );
}

/**
 * How far the certificate has come on `target`: undefined when it is not bound there. Where the service does not
 * tell targets apart, the certificate's own status.
 */
export function statusOn(
  certificate: StoredCertificate,
  target: IngressConfig,
): CertificateStatus | undefined {
  if (certificate.targets === undefined) return certificate.status;
  return certificate.targets.find(
    ({ type, instance }) => type === target.type && instance === target.instance,
  )?.status;
}

/** DiagnoseCertificate: the stored chain as Chrome would judge it. */
export async function diagnoseChain(client: RpcClient, id: string): Promise<CasDiagnosis> {
  const { Result, Problems = [] } = await client.call({
    action: 'DiagnoseCertificate',
    method: 'POST',
    parameters: { CertId: id, CheckType: 'chain_validation', Client: 'chrome' },
    schema: diagnosis,
    repeat: 'safe',
  });
  const lines = Problems.map(({ Code, Message }) => [Code, Message].filter(Boolean).join(': '));
  return { passed: Result === 'passed', problems: lines.map((line) => printable(redact(line), 300)) };
}

/** The uploaded or issued certificate with this leaf; of several, the one with the longest chain. */
export async function findByLeaf(
  client: RpcClient,
  { domain, leafFingerprint }: CertificateQuery,
): Promise<StoredCertificate | undefined> {
  const rows = await listCertificates(client, { keyword: domain, orderType: 'CERT' });
  let best: StoredCertificate | undefined;
  for (const row of rows.filter(({ Sha2 }) => Sha2 === leafFingerprint)) {
    const certificate = { ...(await readCertificate(client, row.CertificateId)), leafFingerprint };
    // A complete and an incomplete chain share their leaf.
    if (best === undefined || (certificate.chainLength ?? 0) > (best.chainLength ?? 0)) best = certificate;
  }
  return best;
}

/** The certificate requested last for `domain` that has not failed, also while it is being issued. */
export async function findRequested(
  client: RpcClient,
  domain: string,
): Promise<StoredCertificate | undefined> {
  const rows = await listRequested(client, domain);
  for (const row of rows.toSorted((a, b) => endOf(b) - endOf(a))) {
    const certificate = await readCertificate(client, row.CertificateId);
    if (certificate.status !== 'Failed') return certificate;
  }
  return undefined;
}

/** Requests for `domain` and what was issued for them, each once, expired ones left out. */
export async function listRequested(client: RpcClient, domain: string): Promise<readonly Listed[]> {
  const rows = [
    ...(await listCertificates(client, { keyword: domain, orderType: 'CPACK' })),
    ...(await listCertificates(client, { keyword: domain, orderType: 'CERT' })),
  ];
  const own = rows.filter(
    (row) => row.Upload !== true && row.Expired !== true && namesOf(row).includes(domain),
  );
  return [...new Map(own.map((row) => [row.CertificateId, row])).values()];
}

function namesOf({ CommonName = '', Sans = [] }: Listed): string[] {
  return [CommonName, ...Sans].map((name) => name.trim().toLowerCase());
}

/** Milliseconds since 1970. One without an end is still being issued, hence the newest. */
function endOf({ EndDate }: Listed): number {
  if (EndDate === undefined) return Number.MAX_SAFE_INTEGER;
  return typeof EndDate === 'number' ? EndDate : Date.parse(EndDate) || 0;
}
