import { z } from 'zod';
import type { IngressTarget } from '../ingress-target.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';
import { createListenerTarget, type JobEnd } from './listener-target.ts';
import type { TargetDesk } from './target-desk.ts';

/**
 * A TCPSSL listener of a Network Load Balancer, API 2022-04-30: UpdateListenerAttribute for its certificate,
 * AssociateAdditionalCertificatesWithListener for others.
 * https://api.aliyun.com/document/Nlb/2022-04-30/UpdateListenerAttribute
 */
export function createNlbTarget(desk: TargetDesk): IngressTarget {
  return createListenerTarget(desk, {
    product: 'nlb',
    title: 'NLB',
    // Not CertificateType, as in ALB.
    serverOnly: { CertType: 'Server' },
    defaultCertificate: (identifier) => ({ 'CertificateIds.1': identifier }),
    additional: (identifiers) =>
      Object.fromEntries(
        identifiers.map((identifier, index) => [`AdditionalCertificateIds.${index + 1}`, identifier]),
      ),
    dissociate: 'DisassociateAdditionalCertificatesWithListener',
    mostAdditional: 15,
    readJob,
  });
}

/**
 * No word for a failure is documented; any that speaks of one counts.
 * https://api.aliyun.com/document/Nlb/2022-04-30/GetJobStatus
 */
async function readJob(client: RpcClient, jobId: string): Promise<JobEnd> {
  const { Status } = await client.call({
    action: 'GetJobStatus',
    method: 'POST',
    parameters: { JobId: jobId },
    schema: z.object({ Status: z.string() }),
    repeat: 'safe',
  });
  return { isFailed: /^(fail|error)/i.test(Status), reason: undefined };
}
