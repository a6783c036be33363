import { type Status, worstStatus } from '../deployment/outcome.ts';
import { countOf } from './format.ts';
import type { Report } from './report.ts';

/** How a status is shown where there is room for a sign. */
export const STATUS_SIGNS = {
  healthy: '✓',
  degraded: '!',
  broken: '✗',
  unknown: '?',
} satisfies Record<Status, string>;

/** One line for the whole run: how many endpoints are not healthy, and what the worst of them suffers from. */
export function verdictLine({ endpoints, dryRun }: Report): string {
  const all = countOf(endpoints.length, 'endpoint');
  if (dryRun) return `Plan for ${all}: ${countPlanned(endpoints)}`;
  const bad = endpoints.filter(({ status }) => status !== 'healthy');
  const worst = worstStatus(bad.map(({ status }) => status));
  const first = bad.find(({ status }) => status === worst);
  if (!first)
    return `${all} healthy: every address serves the intended certificate with a chain that is accepted`;
  return `${bad.length} of ${all} not healthy; ${first.domain}:${first.port} is ${first.status}: ${reasonOf(first)}`;
}

/** What is wrong with an endpoint, in its worst finding's words. */
function reasonOf({ findings, error }: Report['endpoints'][number]): string {
  const [worst] = findings.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  return error?.problem ?? worst?.problem ?? 'no finding';
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

function countPlanned(endpoints: Report['endpoints']): string {
  const planned = endpoints.flatMap(({ plan }) => plan).filter(({ decision }) => decision === 'do').length;
  const blocked = endpoints.filter(({ plan }) => plan.length === 0).length;
  const changes = planned === 0 ? 'nothing to do' : countOf(planned, 'change');
  return blocked === 0 ? changes : `${changes}, ${countOf(blocked, 'endpoint')} cannot be deployed`;
}
