import { randomBytes } from 'node:crypto';
import type { CertificateRecord, CertificateStatus, Cloud, Deployment } from './cloud.ts';
import { hits, type StartingAction } from './faults.ts';
import { presentEverywhere, type Instance } from './ingress.ts';
import { hostNames, leafOnly } from './pem-material.ts';

/** The one word for a certificate: what is unfinished or failed hides what is done. */
export function statusOf(record: CertificateRecord): CertificateStatus {
  if (record.issuingPolls !== undefined) return 'Issuing';
  const statuses = record.deployments.map((deployment) => deployment.status);
  for (const status of ['Failed', 'Deploying', 'Deployed'] as const) {
    if (statuses.includes(status)) return status;
  }
  return 'Issued';
}

/** Puts a certificate into the store under an id of its own. */
export function addCertificate(
  cloud: Cloud,
  material: Pick<CertificateRecord, 'name' | 'source' | 'domain' | 'leaf' | 'chainPem' | 'keyPem'>,
  issuingPolls: number,
): CertificateRecord {
  let id: string;
  do id = `cert-${randomBytes(3).toString('hex')}`;
  while (cloud.certificates.some((other) => other.id === id));
  const record: CertificateRecord = {
    ...material,
    id,
    issuingPolls: issuingPolls === 0 ? undefined : issuingPolls,
    deployments: [],
  };
  cloud.certificates.push(record);
  return record;
}

/** How many status polls what `action` starts will take, faults included. */
export function pollsFor(cloud: Cloud, action: StartingAction): number {
  const usual = action === 'CreateCertificate' ? cloud.polls.issuing : cloud.polls.deploying;
  const slow = cloud.faults.take('slow-status', hits(action))?.polls ?? 0;
  return cloud.faults.take('stuck-status', hits(action)) ? Number.POSITIVE_INFINITY : usual + slow;
}

/** Starts binding. A binding under way to the same instance goes on as it is. */
export function startDeployment(cloud: Cloud, record: CertificateRecord, instance: Instance): void {
  const present = record.deployments.find((deployment) => deployment.instance === instance);
  if (present?.status === 'Deploying') return;
  const deployment: Deployment = {
    type: instance.type,
    instance,
    status: 'Deploying',
    pollsLeft: pollsFor(cloud, 'DeployCertificate'),
    fails: cloud.faults.take('failed-deploy', hits('DeployCertificate')) !== undefined,
  };
  record.deployments = [...record.deployments.filter((other) => other !== present), deployment];
  if (deployment.pollsLeft === 0) finishDeployment(cloud, record, deployment);
}

/** What one status poll does: time passes in polls. The poll after the last one left sees the end. */
export function poll(cloud: Cloud, record: CertificateRecord): void {
  if (record.issuingPolls !== undefined) {
    record.issuingPolls = record.issuingPolls === 0 ? undefined : record.issuingPolls - 1;
  }
  for (const deployment of record.deployments) {
    if (deployment.status !== 'Deploying') continue;
    if (deployment.pollsLeft === 0) finishDeployment(cloud, record, deployment);
    else deployment.pollsLeft -= 1;
  }
}

function finishDeployment(cloud: Cloud, record: CertificateRecord, deployment: Deployment): void {
  const { chainPem, keyPem, leaf } = record;
  const names = hostNames(leaf);
  if (deployment.fails) {
    deployment.status = 'Failed';
    deployment.instance.edges[0]?.present({ names, chainPem: leafOnly(leaf), keyPem });
    return;
  }
  deployment.status = 'Deployed';
  presentEverywhere(deployment.instance, { names, chainPem, keyPem }, cloud.faults);
  supersede(cloud, record, deployment.instance);
}

/** A server name has one certificate an instance: others for the same domain are no longer bound to it. */
export function supersede(cloud: Cloud, record: CertificateRecord, instance: Instance): void {
  for (const other of cloud.certificates) {
    if (other === record || other.domain !== record.domain) continue;
    other.deployments = other.deployments.filter((deployment) => deployment.instance !== instance);
  }
}
