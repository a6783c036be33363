import type { MonitorConfig } from '../config/config.ts';
import type { Cause } from './causes.ts';
import { stageRank } from './expiry-stage.ts';
import { groupBy } from './group-by.ts';
import { type Incident, incidentKey, severityRank } from './incident.ts';
import { newIncident, resolve, stepBad, type Terms } from './lifecycle.ts';
import type { Sighting } from './sighting.ts';
import type { WorkingSet } from './working-set.ts';

/**
 * Joins what opens in this run for one cause at many endpoints to one incident, the group, which is told instead. A group
 * that is open takes in what opens later; it is resolved when the last of its members is.
 */
export function groupIncidents(
  working: WorkingSet,
  terms: Terms & { readonly policy: Pick<MonitorConfig, 'group'> },
): void {
  const opening = groupBy(
    working.all().filter((incident) => isOpening(incident, working)),
    ({ cause }) => cause,
  );
  for (const [cause, incidents] of opening) {
    const key = groupKey(cause);
    const endpoints = new Set(incidents.map(({ endpoint }) => endpoint));
    if (working.get(key)?.phase !== 'open' && endpoints.size < terms.policy.group) continue;
    for (const incident of incidents)
      working.put({ incident: { ...incident, group: key }, detail: undefined });
  }
  const keys = new Set(working.all().flatMap(({ group }) => group ?? []));
  for (const key of keys) stepGroup(key, working, terms);
}

function isOpening({ key, endpoint }: Incident, working: WorkingSet): boolean {
  return endpoint !== null && working.detailOf(key)?.kind === 'opened';
}

function stepGroup(key: string, working: WorkingSet, terms: Terms): void {
  const belonging = working.all().filter(({ group }) => group === key);
  for (const incident of belonging) {
    working.hush(incident.key);
    if (incident.phase !== 'open') working.put({ incident: { ...incident, group: null }, detail: undefined });
  }
  const members = belonging.filter(({ phase }) => phase === 'open').toSorted(byWeight);
  const before = working.get(key);
  const [worst] = members;
  if (!worst) {
    if (before?.phase === 'open') working.put(resolve({ ...before, members: [] }, 'mended', terms.at));
    return;
  }
  const sighting = toSighting(key, worst, members);
  const group = before ?? newIncident(sighting, terms.at);
  const stepped = stepBad(group, sighting, { ...terms, isUrgent: true });
  const keys = members.map((member) => member.key).toSorted();
  const incident = { ...stepped.incident, members: keys };
  const { detail } = stepped;
  if (detail?.kind === 'opened') {
    working.put({ incident, detail: { kind: 'grouped', again: detail.again } });
  } else if (detail?.kind === 'escalated') {
    working.put({ incident, detail });
  } else {
    const others = detail?.kind === 'changed' ? detail.changes : [];
    const isSame = JSON.stringify(keys) === JSON.stringify(group.members);
    const changes = isSame ? others : [...others, 'members' as const];
    working.put({ incident, detail: changes.length > 0 ? { kind: 'changed', changes } : undefined });
  }
}

/** A group is as bad as the worst of its members, and shows what that shows. */
function toSighting(key: string, worst: Incident, members: readonly Incident[]): Sighting {
  const { cause, severity, stage, facts } = worst;
  const clients = members.flatMap((member) => member.facts.refused);
  const refused = [...new Map(clients.map((each) => [each.client, each])).values()];
  return {
    identity: { key, endpoint: null, cause, leaf: null, missingIssuers: [] },
    severity,
    stage,
    facts: { ...facts, refused: refused.toSorted((a, b) => (a.client < b.client ? -1 : 1)) },
    isCertain: true,
  };
}

function groupKey(cause: Cause): string {
  return incidentKey({ endpoint: null, cause, leaf: null, missingIssuers: [] });
}

/** The worst first; of the same weight by endpoint, so that the one that is shown stays. */
function byWeight(a: Incident, b: Incident): number {
  const difference =
    severityRank(b.severity) - severityRank(a.severity) || stageRank(b.stage) - stageRank(a.stage);
  return difference || ((a.endpoint ?? '') < (b.endpoint ?? '') ? -1 : 1);
}
