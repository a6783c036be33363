import type { CertificateSource } from '../../config/config.ts';
import { addressesServingOther, addressesWithIncompleteChain } from '../../endpoints/judge.ts';
import type { Evidence, PlanItem } from '../plan.ts';

/** A thing to do, to leave, or `open`: what the cloud holds decides. */
export interface ForeseenItem extends Omit<PlanItem, 'decision'> {
  readonly decision: PlanItem['decision'] | 'open';
}

/** What is known without the cloud. */
export interface OutsideEvidence extends Pick<
  Evidence,
  'endpoint' | 'intendedLeaf' | 'mapped' | 'mappingName'
> {
  /** Undefined: nothing was connected to. */
  readonly served: Evidence['served'] | undefined;
}

/** What can be told of a deployment from outside: an address that serves another leaf needs it. Pure. */
export function planWithoutCloud(evidence: OutsideEvidence): readonly ForeseenItem[] {
  const { endpoint } = evidence;
  return [
    { step: 'provision', subject: 'CAS', decision: 'open', reason: SOURCES[endpoint.certificate.kind] },
    ...endpoint.ingress.map(({ type, instance }) => {
      const [decision, reason] = foreseeDeploy(evidence);
      return { step: 'deploy', subject: `${type} ${instance}`, decision, reason } as const;
    }),
    foreseeMapping(evidence),
  ];
}

const SOURCES = {
  bundle: 'uploaded unless CAS holds it',
  'cas-id': 'CAS is said to hold it',
  request: 'requested unless CAS holds a valid one',
} as const satisfies Record<CertificateSource['kind'], string>;

function foreseeDeploy({
  served,
  intendedLeaf,
}: OutsideEvidence): readonly [ForeseenItem['decision'], string] {
  if (intendedLeaf === undefined) return ['open', 'which certificate it is, CAS alone knows'];
  if (!served) return ['open', 'nobody looked at what is served'];
  const others = addressesServingOther(served);
  if (others.length > 0)
    return ['do', `${others.join(', ')} ${others.length === 1 ? 'does' : 'do'} not serve it`];
  const incomplete = addressesWithIncompleteChain(served);
  if (incomplete.length > 0) return ['open', `${incomplete.join(', ')}: the chain is incomplete`];
  return served.addresses.length > 0
    ? ['open', 'every address serves it']
    : ['open', 'nobody can see what is served'];
}

function foreseeMapping({ endpoint, mapped, mappingName }: OutsideEvidence): ForeseenItem {
  const name = `${endpoint.domain}:${endpoint.port}`;
  const item = { step: 'map', subject: mappingName } as const;
  return mapped
    ? { ...item, decision: 'open', reason: `the row of ${name} names ${mapped.certificateId}` }
    : { ...item, decision: 'do', reason: `no row for ${name}` };
}
