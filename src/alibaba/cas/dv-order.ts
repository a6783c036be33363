import { z } from 'zod';
import { parseBundle } from '../../certificates/pem.ts';
import { appError } from '../../errors/catalogue.ts';
import { printable } from '../../errors/printable.ts';
import type { CertificateRequest, Room, StoredCertificate } from '../certificate-store.ts';
import { accepted, id, optional, optionalId } from '../fields.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';
import type { CasClient } from './cas-client.ts';
import { type Listed, listCertificates, listOrders } from './certificate-listing.ts';
import { readDetail } from './certificate-detail.ts';
import { toStored } from './find-certificate.ts';
import { addRecord, removeRecord } from './validation-record.ts';

/** What a request needs beside CAS. */
export interface DvDesk {
  readonly cas: CasClient;
  /** Of Alidns, where the zone may be. */
  readonly dns: RpcClient;
  /** Told what a person has to do, a printable line. */
  readonly tell: (line: string) => void;
}

/** Free certificates for a single domain, on the China site alone; three months. */
const FREE_PRODUCT = 'digicert-free-1-free';

/** An order is no certificate yet; its id says so. */
const ORDER = 'order:';

const packageState = z.object({
  TotalCount: optional(z.int()),
  UsedCount: optional(z.int()),
});

const orderState = z.object({
  Type: z.string(),
  RecordDomain: optional(z.string()),
  RecordType: optional(z.string()),
  RecordValue: optional(z.string()),
  /** PEM. The key that comes along is not read. */
  Certificate: optional(z.string()),
  CertId: optionalId,
});
type OrderState = z.infer<typeof orderState>;

/**
 * Orders a DV certificate from the package of the account. What exists before is listed first: an order that only appears
 * afterwards is the one whose answer was lost.
 * https://api.aliyun.com/document/cas/2020-04-07/CreateCertificateForPackageRequest
 *
 * @throws CLOUD_QUOTA when the package is used up, before anything is ordered
 */
export async function requestCertificate(
  { cas }: DvDesk,
  { domain, product = FREE_PRODUCT }: CertificateRequest,
): Promise<StoredCertificate> {
  await assertQuota(cas, product);
  const before = new Set((await listOrders(cas.client, domain)).map(({ OrderId }) => OrderId));
  const { OrderId } = await cas.client.call({
    action: 'CreateCertificateForPackageRequest',
    method: 'POST',
    parameters: { ProductCode: product, Domain: domain, ValidateType: 'DNS' },
    schema: z.object({ OrderId: id }),
    repeat: {
      recover: async () => {
        const orders = await listOrders(cas.client, domain);
        const made = orders.find((row) => row.Domain === domain && !before.has(row.OrderId));
        return made?.OrderId === undefined ? undefined : { OrderId: made.OrderId };
      },
    },
  });
  return pending(OrderId);
}

/** https://api.aliyun.com/document/cas/2020-04-07/DescribePackageState */
export async function readQuota(
  { client }: CasClient,
  product: string = FREE_PRODUCT,
): Promise<Room | undefined> {
  const { TotalCount, UsedCount = 0 } = await client.call({
    action: 'DescribePackageState',
    method: 'POST',
    parameters: { ProductCode: product },
    schema: packageState,
    repeat: 'safe',
  });
  if (TotalCount === undefined) return undefined;
  return { what: `certificates of the package ${product}`, used: UsedCount, most: TotalCount };
}

async function assertQuota(cas: CasClient, product: string): Promise<void> {
  const quota = await readQuota(cas, product);
  if (quota === undefined || quota.used < quota.most) return;
  const reason = `${quota.used} of ${quota.most} certificates of the package are used`;
  throw appError('CLOUD_QUOTA', { call: `DescribePackageState ProductCode=${product}`, reason });
}

/** The newest valid certificate that was issued for `domain`, or the order for one that is under way. */
export async function findIssued(cas: CasClient, domain: string): Promise<StoredCertificate | undefined> {
  const rows = await listCertificates(cas.client, { keyword: domain, orderType: 'CERT' });
  const own = rows.filter((row) => row.Upload !== true && row.Expired !== true && isFor(row, domain));
  const [newest] = own.toSorted((one, other) => endOf(other) - endOf(one));
  if (newest) return toStored(await readDetail(cas, newest.CertificateId), newest.Sha2);
  const orders = await listOrders(cas.client, domain);
  const open = orders.find(
    ({ Domain, Status, CertificateId }) =>
      Domain === domain && CertificateId === undefined && (Status === 'CHECKING' || Status === 'PAYED'),
  );
  return open?.OrderId === undefined ? undefined : pending(open.OrderId);
}

/**
 * What became of an order, having done what it waits for: the DNS record of its validation is written where Alibaba Cloud
 * serves the zone, and told where it does not. It is removed at the end, and an order that failed is given back.
 * https://api.aliyun.com/document/cas/2020-04-07/DescribeCertificateState
 */
export async function advanceOrder(desk: DvDesk, certificateId: string): Promise<StoredCertificate> {
  const orderId = certificateId.slice(ORDER.length);
  const state = await desk.cas.client.call({
    action: 'DescribeCertificateState',
    method: 'POST',
    parameters: { OrderId: orderId },
    schema: orderState,
    repeat: 'safe',
  });
  if (state.Type === 'domain_verify') {
    await provideRecord(desk, state);
    return pending(orderId);
  }
  if (state.Type === 'verify_fail') {
    await release(desk, orderId);
    return { ...pending(orderId), status: 'Failed' };
  }
  if (state.Type !== 'certificate') return pending(orderId);
  const stored = await readIssued(desk.cas, state);
  return stored ?? pending(orderId);
}

export function isOrder(certificateId: string): boolean {
  return certificateId.startsWith(ORDER);
}

function pending(orderId: string): StoredCertificate {
  return {
    id: `${ORDER}${orderId}`,
    identifier: undefined,
    name: undefined,
    status: 'Issuing',
    leafFingerprint: undefined,
    chainLength: undefined,
    targets: undefined,
  };
}

async function provideRecord({ dns, tell }: DvDesk, state: OrderState): Promise<void> {
  const { RecordDomain: name, RecordType: type = 'TXT', RecordValue: value } = state;
  if (name === undefined || value === undefined) return;
  if (await addRecord(dns, { name, type, value })) return;
  tell(
    printable(
      `DNS: create the ${type} record ${name} with the value ${value}, where the zone is served`,
      400,
    ),
  );
}

/** Older services do not tell the id; the certificate is then found by its leaf. */
async function readIssued(
  cas: CasClient,
  { CertId, Certificate }: OrderState,
): Promise<StoredCertificate | undefined> {
  const [leaf] = Certificate === undefined ? [] : parseBundle(Certificate, 'the issued certificate');
  if (CertId !== undefined) return toStored(await readDetail(cas, CertId), leaf?.fingerprint);
  if (!leaf) return undefined;
  const domain = leaf.dnsNames[0] ?? '';
  const rows = await listCertificates(cas.client, { keyword: domain, orderType: 'CERT' });
  const row = rows.find(({ Sha2 }) => Sha2 === leaf.fingerprint);
  return row && toStored(await readDetail(cas, row.CertificateId), leaf.fingerprint);
}

/** https://api.aliyun.com/document/cas/2020-04-07/DeleteCertificateRequest */
async function release({ cas }: DvDesk, orderId: string): Promise<void> {
  await cas.client.call({
    action: 'DeleteCertificateRequest',
    method: 'POST',
    parameters: { OrderId: orderId },
    schema: accepted,
    repeat: { recover: () => Promise.resolve(undefined) },
  });
}

/** Takes the record of a validation away; what is not there is gone already. */
export async function cleanUp({ dns }: DvDesk, domain: string): Promise<void> {
  await removeRecord(dns, `_dnsauth.${domain.replace(/^\*\./, '')}`);
}

function isFor({ CommonName = '', Sans = [] }: Listed, domain: string): boolean {
  return [CommonName, ...Sans].some((name) => name.trim().toLowerCase() === domain);
}

function endOf({ EndDate = 0 }: Listed): number {
  return typeof EndDate === 'number' ? EndDate : Date.parse(EndDate) || 0;
}
