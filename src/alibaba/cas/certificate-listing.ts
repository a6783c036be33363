import { appError } from '../../errors/catalogue.ts';
import { z } from 'zod';
import { optional, optionalId, sha256 } from '../fields.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';

/** One page of ListUserCertificateOrder. */
export const certificatePage = z.object({
  CertificateOrderList: optional(
    z.array(
      z.object({
        CertificateId: optionalId,
        Name: optional(z.string()),
        CommonName: optional(z.string()),
        /** Comma-separated, or a list. */
        Sans: optional(z.union([z.string().transform((names) => names.split(',')), z.array(z.string())])),
        Sha2: optional(sha256),
        EndDate: optional(z.union([z.string(), z.number()])),
        Expired: optional(z.boolean()),
        Upload: optional(z.boolean()),
        /** Of orders alone. */
        OrderId: optionalId,
        Domain: optional(z.string()),
        Status: optional(z.string()),
      }),
    ),
  ),
});
type ListedCertificate = NonNullable<z.infer<typeof certificatePage>['CertificateOrderList']>[number];

/** A row that names a certificate. */
export type Listed = ListedCertificate & { readonly CertificateId: string };

/** CERT: certificates, uploaded or issued, valid ones only. CPACK: requests, also while they are being issued. */
export type OrderType = 'CERT' | 'CPACK';

interface ListQuery {
  readonly keyword: string;
  readonly orderType: OrderType;
  /** Of certificates: expired ones are listed by themselves. Undefined: valid ones. */
  readonly status?: 'EXPIRED';
}

const PAGE_SIZE = 50;
const MOST_PAGES = 40;

/**
 * The store's certificates that match `keyword`, in the service's order (ListUserCertificateOrder, CAS 2020-04-07).
 * The match is loose: a name that contains it anywhere. TotalCount is not relied upon; a short page is the last.
 *
 * @throws CLOUD_UNSUPPORTED when the service has no such call
 * @throws CLOUD_ANSWER_UNEXPECTED when it lists without end
 */
export async function listCertificates(client: RpcClient, query: ListQuery): Promise<readonly Listed[]> {
  return (await listRows(client, query)).filter(isCertificate);
}

/** Orders that match `domain`, also those that have come to no certificate; as `listCertificates` otherwise. */
export function listOrders(client: RpcClient, domain: string): Promise<readonly ListedCertificate[]> {
  return listRows(client, { keyword: domain, orderType: 'CPACK' });
}

async function listRows(
  client: RpcClient,
  { keyword, orderType, status }: ListQuery,
): Promise<readonly ListedCertificate[]> {
  const found: ListedCertificate[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { CertificateOrderList: rows = [] } = await client.call({
      action: 'ListUserCertificateOrder',
      method: 'POST',
      parameters: {
        OrderType: orderType,
        Status: status,
        Keyword: keyword,
        CurrentPage: page,
        ShowSize: PAGE_SIZE,
      },
      schema: certificatePage,
      repeat: 'safe',
    });
    found.push(...rows);
    if (rows.length < PAGE_SIZE) return found;
  }
  const reason = `more than ${MOST_PAGES * PAGE_SIZE} certificates`;
  throw appError('CLOUD_ANSWER_UNEXPECTED', { call: `ListUserCertificateOrder Keyword=${keyword}`, reason });
}

function isCertificate(row: ListedCertificate): row is Listed {
  return row.CertificateId !== undefined;
}
