import { appError } from '../errors/catalogue.ts';
import type { Cloud } from './cloud.ts';
import { addCertificate, supersede } from './lifecycle.ts';
import { hostNames, readCertificates } from './pem-material.ts';

/** A state of affairs that precedes a scenario, be it as it may: nothing is checked, faults do not apply. */
export interface Placement {
  readonly instanceId: string;
  /** Leaf first. */
  readonly chainPem: string;
  readonly keyPem: string;
  /** Server names that get it; the leaf's own by default. */
  readonly servedFor?: readonly string[];
  /** Indexes of the edges that serve it; all by default. */
  readonly edges?: readonly number[];
}

/**
 * Stores a certificate, Deployed, and has the edges serve it.
 *
 * @returns the certificate's id
 */
export function placeCertificate(cloud: Cloud, placement: Placement): string {
  const instance = cloud.instances.find((candidate) => candidate.id === placement.instanceId);
  const leaf = readCertificates(placement.chainPem)?.[0];
  if (!instance || !leaf) {
    throw appError('USAGE', {
      problem: `there is no instance ${placement.instanceId}, or no certificate in its chain`,
      help: 'Place a PEM chain on an instance that the emulator was started with.',
    });
  }
  const { chainPem, keyPem } = placement;
  const names = placement.servedFor ?? hostNames(leaf);
  const domain = hostNames(leaf)[0] ?? '';
  const name = `placed-${cloud.certificates.length + 1}`;
  const record = addCertificate(cloud, { name, source: 'upload', domain, leaf, chainPem, keyPem }, 0);
  record.deployments.push({ type: instance.type, instance, status: 'Deployed', pollsLeft: 0, fails: false });
  supersede(cloud, record, instance);
  for (const [index, edge] of instance.edges.entries()) {
    if (placement.edges?.includes(index) ?? true) edge.present({ names, chainPem, keyPem });
  }
  return record.id;
}
