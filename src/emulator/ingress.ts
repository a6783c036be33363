import type { RequestListener } from 'node:http';
import { startEdge, type Edge, type Presented } from './edge.ts';
import type { Faults } from './faults.ts';
import { refuse, type Refusal } from './cas-answer.ts';

export const TARGET_TYPES = ['SLB', 'CDN', 'API_GATEWAY'] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

export interface InstanceOptions {
  readonly type: TargetType;
  readonly id: string;
  /** Addresses, at least one. */
  readonly edges: number;
  /** Whether the last edge listens on ::1 instead of 127.0.0.1. */
  readonly ipv6?: boolean;
}

/** A load balancer, accelerated domain or gateway with the addresses it answers on. */
export interface Instance {
  readonly type: TargetType;
  readonly id: string;
  readonly edges: readonly Edge[];
}

/** How each product says that it has no such instance. */
const UNKNOWN_INSTANCE: Readonly<Record<TargetType, string>> = {
  SLB: 'InvalidLoadBalancerId.NotFound',
  CDN: 'InvalidDomain.NotFound',
  API_GATEWAY: 'NotFoundApiGroup',
};

export async function startInstance(options: InstanceOptions, answer: RequestListener): Promise<Instance> {
  const edges = await Promise.all(
    Array.from({ length: options.edges }, (_, index) =>
      startEdge(options.ipv6 && index === options.edges - 1 ? '::1' : '127.0.0.1', answer),
    ),
  );
  return { type: options.type, id: options.id, edges };
}

/** The instance that a deployment names, or the refusal of its product. */
export function findInstance(
  instances: readonly Instance[],
  type: TargetType,
  id: string,
): Instance | Refusal {
  const instance = instances.find((candidate) => candidate.type === type && candidate.id === id);
  return instance ?? refuse(UNKNOWN_INSTANCE[type], `The specified instance does not exist: ${id}.`);
}

/** Has every edge present `certificate`, but for those that a fault keeps stale. */
export function presentEverywhere(instance: Instance, certificate: Presented, faults: Faults): void {
  for (const [index, edge] of instance.edges.entries()) {
    const stale = faults.take(
      'stale-edge',
      (fault) => fault.instanceId === instance.id && fault.edge === index,
    );
    if (!stale) edge.present(certificate);
  }
}
