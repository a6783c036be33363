import { z } from 'zod';
import { GUIDE_INGRESS_TYPES } from '../../config/config.ts';
import type { CertificateStatus } from '../certificate-store.ts';
import { id, optional, sha256 } from '../fields.ts';

const STATUSES = [
  'Issuing',
  'Issued',
  'Deploying',
  'Deployed',
  'Failed',
] as const satisfies readonly CertificateStatus[];

const status = z.enum(STATUSES);
/** CreateCertificate and UpdateCertificate. */
export const changedCertificate = z.object({ CertId: id });

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

/** Whether `type` is a target this program knows. */
export function isIngressType(type: string): type is (typeof GUIDE_INGRESS_TYPES)[number] {
  return (GUIDE_INGRESS_TYPES as readonly string[]).includes(type);
}
