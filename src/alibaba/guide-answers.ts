import { z } from 'zod';
import { INGRESS_TYPES } from '../config/config.ts';
import type { CertificateStatus } from './certificate-service.ts';

const STATUSES = [
  'Issuing',
  'Issued',
  'Deploying',
  'Deployed',
  'Failed',
] as const satisfies readonly CertificateStatus[];

/** Ids come as numbers or as text; some exceed a safe integer, so they are text here. */
const id = z.union([z.string().regex(/^[\w.-]{1,128}$/), z.int().nonnegative()]).transform(String);
const status = z.enum(STATUSES);
/** SHA-256 in any case, with or without colons. */
const sha256 = z
  .string()
  .transform((text) => text.replaceAll(':', '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/));

/** A field that may be absent or null; undefined either way. */
function optional<T extends z.ZodType>(type: T) {
  return type.nullish().transform((value) => value ?? undefined);
}

/** CreateCertificate and UpdateCertificate. */
export const changedCertificate = z.object({ CertId: id });

/** DeployCertificate: that it was accepted. */
export const accepted = z.object({});

/** DescribeCertificateStatus. */
export const certificateState = z.object({
  CertId: id,
  Status: status,
  Sha2: optional(sha256),
  ChainLength: optional(z.int().nonnegative()),
  Deployments: optional(
    z.array(z.object({ TargetType: z.string(), InstanceId: z.string(), Status: status })),
  ),
});
export type CertificateState = z.infer<typeof certificateState>;

/** DiagnoseCertificate. */
export const diagnosis = z.object({
  Result: z.enum(['passed', 'failed']),
  Problems: optional(z.array(z.object({ Code: z.string(), Message: optional(z.string()) }))),
});

/** One page of ListUserCertificateOrder. */
export const certificatePage = z.object({
  CertificateOrderList: optional(
    z.array(
      z.object({
        CertificateId: optional(id),
        Name: optional(z.string()),
        CommonName: optional(z.string()),
        /** Comma-separated, or a list. */
        Sans: optional(z.union([z.string().transform((names) => names.split(',')), z.array(z.string())])),
        Sha2: optional(sha256),
        EndDate: optional(z.union([z.string(), z.number()])),
        Expired: optional(z.boolean()),
        Upload: optional(z.boolean()),
      }),
    ),
  ),
});
export type ListedCertificate = NonNullable<z.infer<typeof certificatePage>['CertificateOrderList']>[number];

/** Whether `type` is a target this program knows. */
export function isIngressType(type: string): type is (typeof INGRESS_TYPES)[number] {
  return (INGRESS_TYPES as readonly string[]).includes(type);
}
