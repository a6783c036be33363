import { z } from 'zod';
import { id, optional } from '../fields.ts';
import type { IngressTarget } from '../ingress-target.ts';
import { createListenerTarget, type JobEnd } from './listener-target.ts';
import type { TargetDesk } from './target-desk.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';

const jobs = z.object({
  Jobs: optional(
    z.array(
      z.object({
        Id: id,
        Status: z.string(),
        ErrorCode: optional(z.string()),
        ErrorMessage: optional(z.string()),
      }),
    ),
  ),
});

/**
 * An HTTPS or QUIC listener of an Application Load Balancer, API 2020-06-16: UpdateListenerAttribute for its default
 * certificate, AssociateAdditionalCertificatesWithListener for others.
 * https://api.aliyun.com/document/Alb/2020-06-16/UpdateListenerAttribute
 */
export function createAlbTarget(desk: TargetDesk): IngressTarget {
  return createListenerTarget(desk, {
    product: 'alb',
    title: 'ALB',
    serverOnly: { CertificateType: 'Server' },
    defaultCertificate: (identifier) => ({ 'Certificates.1.CertificateId': identifier }),
    additional: (identifiers) =>
      Object.fromEntries(
        identifiers.map((identifier, index) => [`Certificates.${index + 1}.CertificateId`, identifier]),
      ),
    dissociate: 'DissociateAdditionalCertificatesFromListener',
    mostAdditional: 25,
    readJob,
  });
}

/** https://api.aliyun.com/document/Alb/2020-06-16/ListAsynJobs */
async function readJob(client: RpcClient, jobId: string): Promise<JobEnd> {
  const { Jobs = [] } = await client.call({
    action: 'ListAsynJobs',
    method: 'POST',
    parameters: { 'JobIds.1': jobId },
    schema: jobs,
    repeat: 'safe',
  });
  const found = Jobs.find((each) => each.Id === jobId);
  return {
    isFailed: found?.Status.toLowerCase() === 'failed',
    reason: [found?.ErrorCode, found?.ErrorMessage].filter(Boolean).join(': ') || undefined,
  };
}
