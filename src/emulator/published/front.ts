import type { X509Certificate } from 'node:crypto';
import type { Presented } from '../edge.ts';
import { type Faults, hits } from '../faults.ts';
import type { Instance } from '../ingress.ts';
import { hostNames } from '../pem-material.ts';

export type FrontProduct = 'slb' | 'alb' | 'nlb' | 'cdn' | 'dcdn' | 'apigateway' | 'apig';

/** A certificate as it is bound. */
export interface Bound {
  /** What the product calls it. */
  readonly ref: string;
  readonly name: string;
  readonly leaf: X509Certificate;
  readonly chainPem: string;
  readonly keyPem: string;
}

/** What a front presents. */
export interface Bindings {
  /** To whoever asks for a name that has none of its own; undefined: nobody gets an answer. */
  readonly fallback: Bound | undefined;
  /** For one name, by the id of the extension. */
  readonly extensions: ReadonlyMap<string, { readonly domain: string; readonly bound: Bound }>;
  /** Chosen by the names of the certificate itself. */
  readonly additional: readonly Bound[];
}

/** One thing that terminates TLS, with the addresses it answers on. */
export interface Front {
  readonly product: FrontProduct;
  readonly region: string;
  /** Load balancer, domain, group or gateway. */
  readonly id: string;
  /** Of ALB and NLB. */
  readonly listenerId: string;
  /** Of the cloud-native gateway. */
  readonly domainId: string;
  readonly port: number;
  /** Accelerated domain, or domain of a gateway. */
  readonly domain: string;
  readonly instance: Instance;
  bindings: Bindings;
  /** Whether HTTPS is switched on. */
  isOn: boolean;
  /** A change under way, with the polls that still see it. */
  pending:
    | { readonly jobId: string; readonly to: Bindings; pollsLeft: number; readonly fails: boolean }
    | undefined;
  /** How each job ended. */
  readonly jobs: Map<string, 'Succeeded' | 'Failed'>;
}

export const NOTHING_BOUND: Bindings = { fallback: undefined, extensions: new Map(), additional: [] };

let lastJob = 0;

/**
 * Has the front change to `to`: at once, or after `polls` looks at it. Returns the id of the job.
 */
export function change(front: Front, to: Bindings, { faults, polls, action }: ChangeTerms): string {
  lastJob += 1;
  const jobId = `job-${lastJob}`;
  const fails = faults.take('failed-deploy', hits(action)) !== undefined;
  const slow = faults.take('slow-status', hits(action))?.polls ?? 0;
  const isStuck = faults.take('stuck-status', hits(action)) !== undefined;
  front.pending = { jobId, to, pollsLeft: isStuck ? Number.POSITIVE_INFINITY : polls + slow, fails };
  if (front.pending.pollsLeft === 0) settle(front, faults);
  return jobId;
}

export interface ChangeTerms {
  readonly faults: Faults;
  readonly polls: number;
  readonly action: string;
}

/** What one look at the front does: time passes in looks. */
export function poll(front: Front, faults: Faults): void {
  if (!front.pending) return;
  if (front.pending.pollsLeft > 0) front.pending.pollsLeft -= 1;
  else settle(front, faults);
}

function settle(front: Front, faults: Faults): void {
  const { pending } = front;
  if (!pending) return;
  front.pending = undefined;
  front.jobs.set(pending.jobId, pending.fails ? 'Failed' : 'Succeeded');
  if (pending.fails) return;
  front.bindings = pending.to;
  show(front, faults);
}

/** Has every edge present what is bound, but for those that a fault keeps stale. */
export function show({ instance, bindings, isOn }: Front, faults: Faults): void {
  for (const [index, edge] of instance.edges.entries()) {
    const stale = faults.take(
      'stale-edge',
      (fault) => fault.instanceId === instance.id && fault.edge === index,
    );
    if (stale) continue;
    const named = [
      ...bindings.additional.map((bound) => present(bound)),
      ...[...bindings.extensions.values()].map(({ domain, bound }) => present(bound, [domain])),
    ];
    const { fallback } = bindings;
    edge.presentAll(
      isOn ? { fallback: fallback && present(fallback), named } : { fallback: undefined, named: [] },
    );
  }
}

function present({ leaf, chainPem, keyPem }: Bound, names: readonly string[] = hostNames(leaf)): Presented {
  return { names, chainPem, keyPem };
}
