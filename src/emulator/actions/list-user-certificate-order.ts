import { createHash } from 'node:crypto';
import { succeed, type CasAnswer } from '../cas-answer.ts';
import type { CallParameters } from '../cas-call.ts';
import type { CertificateRecord, Cloud } from '../cloud.ts';
import { invalid } from '../parameters.ts';
import { hostNames } from '../pem-material.ts';

const ORDER_TYPES = ['CPACK', 'BUY', 'UPLOAD', 'CERT'] as const;
const STATUSES = ['CHECKING', 'ISSUED', 'EXPIRED'] as const;
type OrderStatus = (typeof STATUSES)[number];

/**
 * Pages of the store, newest first. CERT is every certificate, UPLOAD the uploaded ones; both list only
 * valid ones unless Status says otherwise. CPACK and BUY list orders, that is what was requested, also
 * while it is being issued (CHECKING). Keyword is a substring of a domain, never of a name.
 */
export function listUserCertificateOrder(cloud: Cloud, parameters: CallParameters): CasAnswer {
  const orderType = ORDER_TYPES.find((type) => type === (parameters.get('OrderType') ?? 'CPACK'));
  if (!orderType) return invalid('OrderType', `one of ${ORDER_TYPES.join(', ')}`);
  const wanted = parameters.get('Status');
  if (wanted !== undefined && !STATUSES.some((status) => status === wanted)) {
    return invalid('Status', `one of ${STATUSES.join(', ')}`);
  }
  const page = positive(parameters.get('CurrentPage') ?? '1');
  const size = positive(parameters.get('ShowSize') ?? '50');
  if (page === undefined) return invalid('CurrentPage', 'a positive integer');
  if (size === undefined) return invalid('ShowSize', 'a positive integer');
  const orders = orderType === 'CPACK' || orderType === 'BUY';
  const keyword = parameters.get('Keyword') ?? '';
  const matches = cloud.certificates
    .filter((record) => orderType === 'CERT' || record.source === (orders ? 'request' : 'upload'))
    .filter((record) => [record.domain, ...hostNames(record.leaf)].some((name) => name.includes(keyword)))
    .filter((record) => {
      const status = orderStatus(record, cloud.now());
      return wanted === undefined ? orders || status === 'ISSUED' : status === wanted;
    })
    .toReversed();
  return succeed({
    TotalCount: matches.length,
    CurrentPage: page,
    ShowSize: size,
    CertificateOrderList: matches
      .slice((page - 1) * size, page * size)
      .map((record) => row(record, orderStatus(record, cloud.now()))),
  });
}

function positive(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

function orderStatus(record: CertificateRecord, now: Date): OrderStatus {
  if (record.issuingPolls !== undefined) return 'CHECKING';
  return Date.parse(record.leaf.validTo) < now.getTime() ? 'EXPIRED' : 'ISSUED';
}

function row(record: CertificateRecord, status: OrderStatus): Record<string, unknown> {
  const { leaf } = record;
  const known = {
    CertificateId: record.id,
    Name: record.name,
    CommonName: record.domain,
    Upload: record.source === 'upload',
    Status: status,
  };
  if (status === 'CHECKING') return known;
  return {
    ...known,
    Sans: hostNames(leaf).join(','),
    Sha2: digest('sha256', leaf.raw),
    Fingerprint: digest('sha1', leaf.raw),
    // The real service pads too, which breaks comparison as text.
    SerialNo: leaf.serialNumber.padStart(40, '0'),
    StartDate: day(leaf.validFrom),
    EndDate: day(leaf.validTo),
    Expired: status === 'EXPIRED',
  };
}

function digest(algorithm: 'sha1' | 'sha256', der: Buffer): string {
  return createHash(algorithm).update(der).digest('hex').toUpperCase();
}

function day(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}
