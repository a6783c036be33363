import type { StoredCertificate } from '../alibaba/certificate-store.ts';
import type { MappingRow } from '../airec/mapping.ts';
import type { IngressTarget } from '../alibaba/ingress-target.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { InspectedTarget } from './read-cloud.ts';
import {
  addressesNotServing,
  addressesServingOther,
  addressesWithIncompleteChain,
  type EndpointVerdict,
} from '../endpoints/judge.ts';

/** One thing the deployment will do or leave, and why. */
export interface PlanItem {
  readonly step: 'provision' | 'deploy' | 'map' | 'remediate';
  /** What it is done to: `CAS`, `SLB lb-ai-rec-01`, `certificate_info.xlsx`. */
  readonly subject: string;
  readonly decision: 'do' | 'skip';
  readonly reason: string;
}

/** The decisions for one endpoint, in the order in which they are carried out. */
export interface EndpointPlan {
  readonly provision: PlanItem;
  readonly deploys: readonly (PlanItem & { readonly target: IngressTarget })[];
  readonly map: PlanItem;
  /** Whether the intended certificate is served already and only its chain needs mending. */
  readonly remediate: PlanItem;
}

/** The present state a plan is made from; all of it read, nothing assumed. */
export interface Evidence {
  readonly endpoint: EndpointConfig;
  /** What CAS holds of the intended certificate; undefined when it holds nothing. */
  readonly stored: StoredCertificate | undefined;
  readonly targets: readonly InspectedTarget[];
  /** Certificates of the bundle that is to be deployed; undefined when CAS holds the material. */
  readonly bundleLength: number | undefined;
  /** SHA-256 of the leaf that should be served; undefined while nobody knows it. */
  readonly intendedLeaf: string | undefined;
  readonly served: EndpointVerdict;
  readonly mapped: MappingRow | undefined;
  /** File name of the workbook, for people. */
  readonly mappingName: string;
}

/** Decides what to do about one endpoint. Pure: the same evidence gives the same plan. */
export function planEndpoint(evidence: Evidence): EndpointPlan {
  const deploys = evidence.targets.map((target) => planDeploy(evidence, target));
  return {
    provision: planProvision(evidence),
    deploys,
    map: planMapping(evidence),
    remediate: planRemedy(
      evidence,
      deploys.some((item) => item.decision === 'do'),
    ),
  };
}

/** All items of a plan in order. */
export function planItems(plan: EndpointPlan): readonly PlanItem[] {
  return [plan.provision, ...plan.deploys, plan.map, plan.remediate];
}

function planProvision(evidence: Evidence): PlanItem {
  const { endpoint, stored } = evidence;
  const step = { step: 'provision', subject: 'CAS' } as const;
  const cut = reasonToComplete(evidence);
  if (cut !== undefined) return { ...step, decision: 'do', reason: cut };
  if (stored?.status === 'Issuing')
    return { ...step, decision: 'do', reason: `${stored.id} is still being issued` };
  if (stored) return { ...step, decision: 'skip', reason: `CAS holds it as ${stored.id}` };
  return endpoint.certificate.kind === 'request'
    ? { ...step, decision: 'do', reason: `CAS holds no valid certificate issued for ${endpoint.domain}` }
    : { ...step, decision: 'do', reason: 'CAS does not hold this certificate' };
}

/**
 * Why what CAS holds is to be replaced by the bundle; undefined when it is not. More than the bundle is left alone: that
 * is a root, or what mended an endpoint before.
 */
function reasonToComplete({ stored, bundleLength = 0 }: Evidence): string | undefined {
  const { id, chainLength } = stored ?? {};
  if (id === undefined || chainLength === undefined || chainLength >= bundleLength) return undefined;
  return `${id} has ${chainLength} of the ${bundleLength} certificates of the bundle`;
}

function planDeploy(evidence: Evidence, inspected: InspectedTarget): EndpointPlan['deploys'][number] {
  const { target } = inspected;
  const step = { step: 'deploy', subject: target.name, target } as const;
  const because = reasonToDeploy(evidence, inspected);
  return because === undefined
    ? { ...step, decision: 'skip', reason: reasonToLeave(evidence, inspected) }
    : { ...step, decision: 'do', reason: because };
}

/** Why the certificate has to be deployed to the target; undefined when it does not. */
function reasonToDeploy(
  evidence: Evidence,
  { before: { status, isTold, said } }: InspectedTarget,
): string | undefined {
  const { stored, served } = evidence;
  if (!stored || stored.status === 'Issuing') return 'the certificate is new';
  if (reasonToComplete(evidence) !== undefined) return 'its chain in CAS is replaced';
  const isDeployed = status === 'Deployed';
  if (isTold && !isDeployed) return `${said} there`;
  if (!isSeen(evidence) && !isDeployed) return `${said}, and nobody can see what is served`;
  // One that could not be looked at says nothing against what CAS reports.
  const others = isDeployed ? addressesServingOther(served) : addressesNotServing(served);
  if (others.length > 0) return `${others.join(', ')} ${verb(others)} not serve it`;
  const incomplete = addressesWithIncompleteChain(served);
  if (incomplete.length === 0 || (stored.chainLength ?? 0) <= shortestServedChain(served)) return undefined;
  return `CAS holds more of the chain than ${incomplete.join(', ')} ${verb(incomplete, 'serves', 'serve')}`;
}

function reasonToLeave(evidence: Evidence, { before }: InspectedTarget): string {
  const serves = isSeen(evidence) && addressesNotServing(evidence.served).length === 0;
  return serves ? 'every address serves it' : before.said;
}

/** Whether there is an address to look at, and a leaf to look for. */
function isSeen({ served, intendedLeaf }: Evidence): boolean {
  return served.addresses.length > 0 && intendedLeaf !== undefined;
}

function planMapping({ endpoint, stored, mapped, mappingName }: Evidence): PlanItem {
  const step = { step: 'map', subject: mappingName } as const;
  const name = `${endpoint.domain}:${endpoint.port}`;
  if (!mapped) return { ...step, decision: 'do', reason: `no row for ${name}` };
  if (mapped.certificateId !== stored?.id) {
    return { ...step, decision: 'do', reason: `the row of ${name} names ${mapped.certificateId}` };
  }
  return { ...step, decision: 'skip', reason: `the row of ${name} names ${mapped.certificateId}` };
}

function planRemedy({ served }: Evidence, deploying: boolean): PlanItem {
  const step = { step: 'remediate', subject: 'chain' } as const;
  const incomplete = addressesWithIncompleteChain(served);
  if (deploying) return { ...step, decision: 'skip', reason: 'decided once the deployment is verified' };
  if (incomplete.length === 0) return { ...step, decision: 'skip', reason: 'the served chain is complete' };
  return {
    ...step,
    decision: 'do',
    reason: `${incomplete.join(', ')} ${verb(incomplete, 'serves', 'serve')} an incomplete chain`,
  };
}

function shortestServedChain(served: EndpointVerdict): number {
  const lengths = served.addresses.flatMap(({ tls }) =>
    tls.kind === 'handshake' ? [tls.receivedChain.length] : [],
  );
  return Math.min(...lengths);
}

function verb(subjects: readonly string[], one = 'does', many = 'do'): string {
  return subjects.length === 1 ? one : many;
}
