import { createHash } from 'node:crypto';
import { succeed, type CasAnswer } from '../cas-answer.ts';
import type { CallParameters } from '../cas-call.ts';
import type { Cloud } from '../cloud.ts';
import { poll, statusOf } from '../lifecycle.ts';
import { findCertificate, isRefusal } from '../parameters.ts';
import { readCertificates } from '../pem-material.ts';

/** One poll. Sha2 (of the leaf, upper-case) and ChainLength are there once the certificate is issued. */
export function describeCertificateStatus(cloud: Cloud, parameters: CallParameters): CasAnswer {
  const record = findCertificate(cloud, parameters);
  if (isRefusal(record)) return record;
  poll(cloud, record);
  const status = statusOf(record);
  const issued = {
    Sha2: createHash('sha256').update(record.leaf.raw).digest('hex').toUpperCase(),
    ChainLength: readCertificates(record.chainPem)?.length,
  };
  return succeed({
    CertId: record.id,
    Status: status,
    DomainName: record.domain,
    ...(status === 'Issuing' ? {} : issued),
    Deployments: record.deployments.map((deployment) => ({
      TargetType: deployment.type,
      InstanceId: deployment.instance.id,
      Status: deployment.status,
    })),
  });
}
