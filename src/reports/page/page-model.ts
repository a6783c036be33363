import { createHash } from 'node:crypto';
import type { CheckVerdict } from '../../endpoints/check-endpoint.ts';
import { expiryStage } from '../../monitoring/expiry-stage.ts';
import type { EndpointHistory } from '../../monitoring/monitor-state.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import type { Lifetime, PageEndpoint, PageFacts, PageIncident, PageModel } from './page-facts.ts';
import { incidentsOf } from './page-incidents.ts';

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** The worst first. */
export const VERDICTS: readonly CheckVerdict[] = [
  'broken',
  'unreachable',
  'repairable',
  'unknown',
  'degraded',
  'healthy',
];

/** Joins the report of a run to what is remembered. */
export function toPageModel(facts: PageFacts): PageModel {
  const { title, report, state } = facts;
  const at = new Date(report.startedAt);
  const incidents = incidentsOf(facts, at);
  const byEndpoint = groupByEndpoint(incidents);
  const histories = new Map((state?.endpoints ?? []).map((each) => [each.name, each]));
  const readiness = new Map(report.readiness.map((each) => [each.name, each]));
  const endpoints = report.endpoints.map((swept): PageEndpoint => {
    const history = histories.get(swept.name);
    const own = byEndpoint.get(swept.name) ?? [];
    return {
      swept,
      file: pageFileOf(swept.name),
      lifetime: lifetimeOf(swept, history, at),
      readiness: readiness.get(swept.name),
      history,
      incidents: own,
      pullRequest: own.find(({ phase, pullRequest }) => phase !== 'resolved' && pullRequest)?.pullRequest,
    };
  });
  return {
    title,
    at,
    vantage: report.vantage,
    endpoints: endpoints.toSorted((a, b) => rank(a) - rank(b)),
    open: incidents.filter(({ phase, isTold }) => phase === 'open' && isTold),
    problems: report.problems,
  };
}

/** The file of an endpoint's page: its name where that is one for sure, else a digest of it. */
export function pageFileOf(name: string): string {
  if (/^[a-z0-9][a-z0-9.-]{0,200}:\d{1,5}$/.test(name)) return `${name.replace(':', '_')}.html`;
  return `${createHash('sha256').update(name).digest('hex')}.html`;
}

function rank({ swept }: PageEndpoint): number {
  return VERDICTS.indexOf(swept.verdict);
}

function groupByEndpoint<Each extends PageIncident>(
  incidents: readonly Each[],
): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>();
  for (const incident of incidents) {
    if (incident.endpoint === null) continue;
    const group = groups.get(incident.endpoint);
    if (group) group.push(incident);
    else groups.set(incident.endpoint, [incident]);
  }
  return groups;
}

/** Of the leaf that ends first, of those that are served; else of the last that was seen. */
function lifetimeOf(
  { leaves }: SweptEndpoint,
  history: EndpointHistory | undefined,
  at: Date,
): Lifetime | undefined {
  const [first] = leaves.toSorted((a, b) => Date.parse(a.notAfter) - Date.parse(b.notAfter));
  const leaf = first ?? history?.leaf;
  if (!leaf) return undefined;
  const [notBefore, notAfter] = [new Date(leaf.notBefore), new Date(leaf.notAfter)];
  const stage = expiryStage(leaf, at);
  return {
    notBefore,
    notAfter,
    daysLeft: Math.floor((notAfter.getTime() + SECOND_MS - at.getTime()) / DAY_MS),
    days: Math.round((notAfter.getTime() + SECOND_MS - notBefore.getTime()) / DAY_MS),
    stage: stage === undefined ? 'fresh' : stage === 'due' ? 'due' : 'late',
    isServed: first !== undefined,
  };
}
