import { type Status, worstStatus } from '../../deployment/outcome.ts';
import { countOf } from '../format.ts';
import { placeOf, problemsOf } from '../problems.ts';
import type { Report } from './report.ts';

type Endpoint = Report['endpoints'][number];

/** The state of a run: the worst of its endpoints, or, for a plan, whether there is something to do. */
export type Verdict = Status | 'planned';

/** What the sign in front of the verdict line is chosen by. */
export function verdictOf({ dryRun, endpoints, status }: Report): Verdict {
  if (!dryRun || endpoints.some(isBlocked)) return status;
  return countChanges(endpoints) > 0 ? 'planned' : status;
}

/** One line for the whole run: how many endpoints are not healthy, and what the worst of them suffers from. */
export function verdictLine({ endpoints, dryRun }: Report): string {
  const all = countOf(endpoints.length, 'endpoint');
  if (dryRun) return `Plan for ${all}: ${describePlan(endpoints)}`;
  const bad = endpoints.filter(({ status }) => status !== 'healthy');
  const worst = worstStatus(bad.map(({ status }) => status));
  const first = bad.find(({ status }) => status === worst);
  if (!first)
    return `${all} healthy: every address serves the intended certificate with a chain that is accepted`;
  const count = endpoints.length === 1 ? '' : `${bad.length} of ${all} not healthy; `;
  return `${count}${first.domain}:${first.port} is ${first.status}: ${reasonOf(first)}`;
}

/** Whether a plan could not be made, so that nothing will be done for the endpoint. */
export function isBlocked({ plan }: Pick<Endpoint, 'plan'>): boolean {
  return plan.length === 0;
}

/** What is wrong with an endpoint, in the words of what stopped the work on it or of its worst problem. */
export function reasonOf(endpoint: Endpoint): string {
  const { error, rolledBack, certificateId } = endpoint;
  const [worst] = problemsOf(endpoint);
  const reason = error?.problem ?? (worst ? `${worst.problem}${placeOf(worst)}` : 'no finding');
  const isSaid = !rolledBack || worst?.id === 'rolled-back';
  return isSaid ? reason : `${reason}; rolled back to ${certificateId}`;
}

function describePlan(endpoints: readonly Endpoint[]): string {
  const changes = countChanges(endpoints);
  const blocked = endpoints.filter(isBlocked);
  const [first] = blocked;
  if (!first) return changes === 0 ? 'nothing to do' : countOf(changes, 'change');
  const planned = changes === 0 ? '' : `${countOf(changes, 'change')}, `;
  const refused = `${countOf(blocked.length, 'endpoint')} cannot be deployed`;
  return `${planned}${refused}; ${first.domain}:${first.port}: ${reasonOf(first)}`;
}

function countChanges(endpoints: readonly Endpoint[]): number {
  return endpoints.flatMap(({ plan }) => plan).filter(({ decision }) => decision === 'do').length;
}
