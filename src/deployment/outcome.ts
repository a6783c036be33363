import type { StoredCertificate } from '../alibaba/certificate-store.ts';
import type { Binding } from '../alibaba/ingress-target.ts';
import type { SmallestBundle } from '../certificates/paths/smallest-bundle.ts';
import type { EndpointConfig, IngressConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { type EndpointVerdict, isAsIntended } from '../endpoints/judge.ts';
import type { AppError } from '../errors/app-error.ts';
import type { EndpointPlan } from './plan.ts';
import type { StepRecord } from './steps.ts';

/**
 * `healthy`: every address serves what was meant, and it is accepted. `degraded`: clients are served, but
 * not as meant. `broken`: clients fail. `unknown`: it could not be determined, which is never shown as healthy.
 */
export type Status = 'healthy' | 'degraded' | 'broken' | 'unknown';

/** What a deployment came to for one endpoint. */
export interface EndpointOutcome {
  readonly endpoint: EndpointConfig;
  readonly status: Status;
  readonly certificateId: string | undefined;
  /** SHA-256 of the leaf that should be served; after a roll-back, of the one put back. */
  readonly intendedLeaf: string | undefined;
  /** The bundle that satisfies its clients, and where it leads to; undefined when CAS holds the material. */
  readonly needed: SmallestBundle | undefined;
  /** Ids of the certificate that the mapping file named at the beginning, and names at the end; undefined: nobody looked. */
  readonly mapped: { readonly before: string | undefined; readonly after: string | undefined } | undefined;
  /** Undefined when the endpoint could not be inspected, or its material forbids deploying. */
  readonly plan: EndpointPlan | undefined;
  /** Undefined when the endpoint could not be inspected. */
  readonly places: Places | undefined;
  readonly before: EndpointVerdict | undefined;
  readonly after: EndpointVerdict | undefined;
  /** Of the material, the deployment and what is served at the end. */
  readonly findings: readonly Finding[];
  /** What stopped the work on this endpoint. */
  readonly error: AppError | undefined;
  /** Whether anything was written for it: cloud or mapping. */
  readonly changed: boolean;
  readonly rolledBack: boolean;
  /** Undefined when nothing was bound whose predecessor is known, or it is back already. */
  readonly rollback: RollbackRecord | undefined;
}

/** What lies between a bundle file and the addresses, as far as the deployment knows at its end. */
export interface Places {
  /** File name of the bundle; undefined: CAS holds the material. */
  readonly bundleFile: string | undefined;
  /** Undefined: CAS holds nothing for it, or nobody looked. */
  readonly stored: StoredCertificate | undefined;
  /** Whether each target has what CAS holds; undefined: its API does not tell, or a change did not come to its end. */
  readonly targets: readonly { readonly name: string; readonly holds: boolean | undefined }[];
}

/** What was bound and served before the first change. Holds no key material. */
export interface RollbackRecord {
  /** SHA-256 of the leaf that was served; undefined when no client would have accepted what was. */
  readonly leaf: string | undefined;
  /** That the mapping named. */
  readonly certificateId: string | undefined;
  /** In the order in which they were changed. */
  readonly targets: readonly (IngressConfig & { readonly name: string; readonly before: Binding })[];
}

export interface DeploymentOutcome {
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly dryRun: boolean;
  readonly mapping: { readonly path: string; readonly changed: boolean };
  /** In the order of the configuration. */
  readonly endpoints: readonly EndpointOutcome[];
  readonly steps: readonly StepRecord[];
}

/** The status of one endpoint from what is served at the end and what is held against it. */
export function statusOf(
  served: EndpointVerdict | undefined,
  findings: readonly Finding[],
  error: AppError | undefined,
): Status {
  if (served?.addresses.some(({ accepted }) => accepted === false)) return 'broken';
  if (!served || served.addresses.some(({ accepted }) => accepted === undefined)) return 'unknown';
  if (served.addresses.length === 0) {
    // No address: a fact when the name is known not to have one, and nobody's guess when the resolver fails.
    return served.findings.some(({ severity }) => severity === 'error') ? 'broken' : 'unknown';
  }
  // What was seen to be amiss stays so, whatever stopped the work afterwards.
  const works = isAsIntended(served) && !findings.some(({ severity }) => severity !== 'info');
  if (!works || error?.category === 'certificate') return 'degraded';
  return error ? 'unknown' : 'healthy';
}

const STATUS_ORDER: readonly Status[] = ['healthy', 'degraded', 'unknown', 'broken'];

/** The status of all endpoints together: the worst one. */
export function worstStatus(statuses: readonly Status[]): Status {
  return STATUS_ORDER[Math.max(0, ...statuses.map((status) => STATUS_ORDER.indexOf(status)))] ?? 'unknown';
}
