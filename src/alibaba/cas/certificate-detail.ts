import { z } from 'zod';
import { hasCode } from '../../errors/catalogue.ts';
import { optional, optionalId } from '../fields.ts';
import { type CasClient, certificateIdOf } from './cas-client.ts';

/** Milliseconds since 1970. */
const instant = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

const link = z.object({ NotBefore: optional(instant), NotAfter: optional(instant) });

const certificateDetail = z.object({
  CertIdentifier: optionalId,
  CertificateName: optional(z.string()),
  CertificateStatus: optional(z.string()),
  FingerPrint: optional(z.string()),
  Domain: optional(z.string()),
  NotBefore: optional(instant),
  NotAfter: optional(instant),
  UsingProductList: optional(z.array(z.unknown())),
  CertificateChainList: optional(z.array(link)),
});

const userCertificateDetail = z.object({
  CertIdentifier: optionalId,
  Name: optional(z.string()),
  Common: optional(z.string()),
  Sans: optional(z.string()),
  Expired: optional(z.boolean()),
  Sha2: optional(z.string()),
  NotBefore: optional(instant),
  NotAfter: optional(instant),
  CertChain: optional(z.array(link)),
});

/** One certificate of the store, whichever call told of it. */
export interface CertificateDetail {
  readonly id: string;
  /** Undefined: the service does not say. */
  readonly identifier: string | undefined;
  readonly name: string | undefined;
  /** A name that it carries. */
  readonly domain: string | undefined;
  /** All names that the service tells. */
  readonly names: readonly string[];
  /** SHA-256 of the leaf where the service gives that; undefined when it gives another digest. */
  readonly leafFingerprint: string | undefined;
  /** When the leaf begins to be valid, milliseconds since 1970; undefined: not told. */
  readonly notBefore: number | undefined;
  /** Validity of each certificate of the chain, the leaf included, in no certain order; undefined: not told. */
  readonly validities: readonly Validity[] | undefined;
  /** Whether products use it, as far as CAS knows; undefined: not told. */
  readonly isUsed: boolean | undefined;
}

/** Milliseconds since 1970. */
export interface Validity {
  readonly notBefore: number;
  readonly notAfter: number;
}

/**
 * One certificate without its key: GetCertificateDetail, and where the service has no such action yet
 * GetUserCertificateDetail with CertFilter, without which it would answer with the private key.
 *
 * @throws CLOUD_NOT_FOUND when there is none of this id
 */
export async function readDetail(cas: CasClient, idOrIdentifier: string): Promise<CertificateDetail> {
  const certificateId = certificateIdOf(idOrIdentifier);
  try {
    return await getCertificateDetail(cas, certificateId);
  } catch (error) {
    if (!hasCode(error, 'CLOUD_UNSUPPORTED')) throw error;
    return getUserCertificateDetail(cas, certificateId);
  }
}

/** https://api.aliyun.com/document/cas/2020-04-07/GetCertificateDetail */
async function getCertificateDetail(
  { client }: CasClient,
  certificateId: string,
): Promise<CertificateDetail> {
  const answer = await client.call({
    action: 'GetCertificateDetail',
    method: 'POST',
    parameters: { CertificateId: certificateId },
    schema: certificateDetail,
    repeat: 'safe',
  });
  return {
    id: certificateId,
    identifier: answer.CertIdentifier,
    name: answer.CertificateName,
    domain: splitNames(answer.Domain)[0],
    names: splitNames(answer.Domain),
    leafFingerprint: sha256Of(answer.FingerPrint),
    notBefore: answer.NotBefore,
    validities: withLeaf(answer, answer.CertificateChainList),
    isUsed: answer.UsingProductList && answer.UsingProductList.length > 0,
  };
}

/** https://api.aliyun.com/document/cas/2020-04-07/GetUserCertificateDetail */
async function getUserCertificateDetail(
  { client }: CasClient,
  certificateId: string,
): Promise<CertificateDetail> {
  const answer = await client.call({
    action: 'GetUserCertificateDetail',
    method: 'POST',
    parameters: { CertId: certificateId, CertFilter: 'true' },
    schema: userCertificateDetail,
    repeat: 'safe',
  });
  return {
    id: certificateId,
    identifier: answer.CertIdentifier,
    name: answer.Name,
    domain: answer.Common,
    names: [...splitNames(answer.Common), ...splitNames(answer.Sans)],
    leafFingerprint: sha256Of(answer.Sha2),
    notBefore: answer.NotBefore,
    validities: withLeaf(answer, answer.CertChain),
    isUsed: undefined,
  };
}

/** Of a list with commas. */
function splitNames(list: string | undefined): readonly string[] {
  return (list ?? '').split(',').flatMap((name) => name.trim() || []);
}

/** Whether the chain that is listed begins with the leaf is not documented, so that it is looked for there. */
function withLeaf(
  { NotBefore, NotAfter }: z.infer<typeof link>,
  chain: readonly z.infer<typeof link>[] | undefined,
): readonly Validity[] | undefined {
  if (chain === undefined || NotBefore === undefined || NotAfter === undefined) return undefined;
  const leaf = { notBefore: NotBefore, notAfter: NotAfter };
  const links = chain.flatMap(({ NotBefore: notBefore, NotAfter: notAfter }) =>
    notBefore === undefined || notAfter === undefined ? [] : [{ notBefore, notAfter }],
  );
  if (links.length < chain.length) return undefined;
  return links.some((each) => isSameSecond(each, leaf)) ? links : [leaf, ...links];
}

/** Certificates count in seconds (RFC 5280 §4.1.2.5); the service counts in milliseconds. */
export function isSameSecond(one: Validity, other: Validity): boolean {
  return (
    Math.floor(one.notBefore / 1000) === Math.floor(other.notBefore / 1000) &&
    Math.floor(one.notAfter / 1000) === Math.floor(other.notAfter / 1000)
  );
}

function sha256Of(digest: string | undefined): string | undefined {
  const hex = digest?.replaceAll(':', '').toLowerCase();
  return hex !== undefined && /^[0-9a-f]{64}$/.test(hex) ? hex : undefined;
}
