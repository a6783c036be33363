import { z } from 'zod';
import type { StoredCertificate } from '../certificate-store.ts';
import { id, optional, optionalId } from '../fields.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';

const serverCertificates = z.object({
  ServerCertificates: z.object({
    ServerCertificate: z.array(
      z.object({
        ServerCertificateId: id,
        AliCloudCertificateId: optionalId,
        CommonName: optional(z.string()),
        SubjectAlternativeNames: optional(
          z.object({ SubjectAlternativeName: optional(z.array(z.string())) }),
        ),
      }),
    ),
  }),
});

/**
 * What the region calls a certificate of CAS; empty: it does not know it.
 * https://api.aliyun.com/document/Slb/2014-05-15/DescribeServerCertificates
 */
export async function findServerCertificates(
  client: RpcClient,
  { region, certificate }: { region: string; certificate: StoredCertificate },
): Promise<readonly string[]> {
  const { ServerCertificates } = await client.call({
    action: 'DescribeServerCertificates',
    method: 'POST',
    parameters: { RegionId: region },
    schema: serverCertificates,
    repeat: 'safe',
  });
  return ServerCertificates.ServerCertificate.filter(
    ({ AliCloudCertificateId }) => AliCloudCertificateId === certificate.id,
  ).map(({ ServerCertificateId }) => ServerCertificateId);
}

interface ServerCertificateOrder {
  readonly region: string;
  readonly certificate: StoredCertificate;
  readonly storeRegion: string;
}

/**
 * The region's id for a certificate of CAS, which is made known to it first where it is not. No key travels.
 * https://api.aliyun.com/document/Slb/2014-05-15/UploadServerCertificate
 */
export async function provideServerCertificate(
  client: RpcClient,
  order: ServerCertificateOrder,
): Promise<string> {
  const { region, certificate, storeRegion } = order;
  const [known] = await findServerCertificates(client, order);
  if (known !== undefined) return known;
  const { ServerCertificateId } = await client.call({
    action: 'UploadServerCertificate',
    method: 'POST',
    parameters: {
      RegionId: region,
      ServerCertificateName: certificate.name,
      AliCloudCertificateId: certificate.id,
      AliCloudCertificateName: certificate.name,
      AliCloudCertificateRegionId: storeRegion,
    },
    schema: z.object({ ServerCertificateId: id }),
    repeat: {
      recover: async () => {
        const [made] = await findServerCertificates(client, order);
        return made === undefined ? undefined : { ServerCertificateId: made };
      },
    },
  });
  return ServerCertificateId;
}

/**
 * The names of a certificate that the region has, whoever made it known there.
 * https://api.aliyun.com/document/Slb/2014-05-15/DescribeServerCertificates
 */
export async function namesOfServerCertificate(
  client: RpcClient,
  { region, id: serverCertificateId }: { readonly region: string; readonly id: string },
): Promise<readonly string[]> {
  const { ServerCertificates } = await client.call({
    action: 'DescribeServerCertificates',
    method: 'POST',
    parameters: { RegionId: region, ServerCertificateId: serverCertificateId },
    schema: serverCertificates,
    repeat: 'safe',
  });
  return ServerCertificates.ServerCertificate.filter(
    ({ ServerCertificateId }) => ServerCertificateId === serverCertificateId,
  ).flatMap(({ CommonName, SubjectAlternativeNames }) => [
    ...(CommonName === undefined ? [] : [CommonName]),
    ...(SubjectAlternativeNames?.SubjectAlternativeName ?? []),
  ]);
}
