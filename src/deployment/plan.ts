import type { StoredCertificate } from '../alibaba/certificate-service.ts';
import type { MappingRow } from '../airec/mapping.ts';
import type { EndpointConfig, IngressConfig } from '../config/config.ts';
import {
  addressesNotServing,
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
  readonly deploys: readonly (PlanItem & { readonly target: IngressConfig })[];
  readonly map: PlanItem;
  /** Whether the intended certificate is served already and only its chain needs mending. */
  readonly remediate: PlanItem;
}

/** The present state a plan is made from; all of it read, nothing assumed. */
export interface Evidence {
  readonly endpoint: EndpointConfig;
  /** What CAS holds of the intended certificate; undefined when it holds nothing. */
  readonly stored: StoredCertificate | undefined;
  readonly served: EndpointVerdict;
  readonly mapped: MappingRow | undefined;
  /** File name of the workbook, for people. */
  readonly mappingName: string;
}

/** Decides what to do about one endpoint. Pure: the same evidence gives the same plan. */
export function planEndpoint(evidence: Evidence): EndpointPlan {
  const deploys = evidence.endpoint.ingress.map((target) => planDeploy(evidence, target));
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

function planProvision({ endpoint, stored }: Evidence): PlanItem {
  const step = { step: 'provision', subject: 'CAS' } as const;
  if (stored?.status === 'Issuing')
    return { ...step, decision: 'do', reason: `${stored.id} is still being issued` };
  if (stored) return { ...step, decision: 'skip', reason: `CAS holds it as ${stored.id}` };
  return endpoint.certificate.kind === 'request'
    ? { ...step, decision: 'do', reason: `CAS holds no valid certificate issued for ${endpoint.domain}` }
    : { ...step, decision: 'do', reason: 'CAS does not hold this certificate' };
}

function planDeploy({ stored, served }: Evidence, target: IngressConfig): EndpointPlan['deploys'][number] {
  const step = { step: 'deploy', subject: `${target.type} ${target.instance}`, target } as const;
  if (!stored) return { ...step, decision: 'do', reason: 'the certificate is new' };
  const binding = stored.targets?.find(
    ({ type, instance }) => type === target.type && instance === target.instance,
  );
  if (stored.targets && binding?.status !== 'Deployed') {
    return { ...step, decision: 'do', reason: `CAS reports ${binding?.status ?? 'no deployment'} there` };
  }
  const others = addressesNotServing(served);
  if (others.length > 0) {
    return { ...step, decision: 'do', reason: `${others.join(', ')} ${verb(others)} not serve it` };
  }
  const incomplete = addressesWithIncompleteChain(served);
  if (incomplete.length > 0 && (stored.chainLength ?? 0) > shortestServedChain(served)) {
    return {
      ...step,
      decision: 'do',
      reason: `CAS holds more of the chain than ${incomplete.join(', ')} ${verb(incomplete, 'serves', 'serve')}`,
    };
  }
  return { ...step, decision: 'skip', reason: 'every address serves it' };
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
