import type { MonitorConfig } from '../config/config.ts';
import { isOfMonitor } from './causes.ts';
import { compactState } from './compact-state.ts';
import { extendHistory } from './endpoint-history.ts';
import { groupBy } from './group-by.ts';
import { groupIncidents } from './grouping.ts';
import type { IncidentEvent } from './incident-event.ts';
import { type Incident, incidentKey, isTold } from './incident.ts';
import { newIncident, remind, resolve, stepBad, stepGood, type Terms } from './lifecycle.ts';
import type { MonitorCondition, MonitorRun } from './monitor-run.ts';
import type { EndpointHistory, MonitorState, RunRecord } from './monitor-state.ts';
import { claimNotices, enqueue } from './outbox.ts';
import { outcomeUnseen } from './outcome-of.ts';
import { type Sighting, sightingsOf } from './sighting.ts';
import type { SweptEndpoint } from './swept-endpoint.ts';
import { WorkingSet } from './working-set.ts';

/** A state after a run, and what there is to tell of it; the events are in the outbox, too. */
export interface Advance {
  readonly state: MonitorState;
  readonly events: readonly IncidentEvent[];
}

/**
 * Applies a run to a state. Pure, and safe to do again: a run that was applied changes nothing, and when the state was
 * changed by another run in the meantime, this one is applied to the newer state. Of an endpoint, only what was seen
 * later than before counts, so that overlapping runs are not two witnesses of one moment.
 */
export function advance(state: MonitorState, run: MonitorRun, policy: MonitorConfig): Advance {
  if (state.runs.some(({ id }) => id === run.id)) return { state, events: [] };
  const terms = { at: run.startedAt, policy };
  const histories = new Map(state.endpoints.map((history) => [history.name, history]));
  const fresh = run.endpoints.filter((endpoint) => isNews(endpoint, histories.get(endpoint.name)));
  const working = new WorkingSet(state.incidents);
  const known = groupBy(state.incidents, ({ endpoint }) => endpoint);
  for (const endpoint of fresh) {
    stepEndpoint(endpoint, known.get(endpoint.name) ?? [], { working, terms });
    const history = extendHistory(histories.get(endpoint.name), endpoint, policy.historyDays);
    histories.set(endpoint.name, history);
  }
  if (run.conditions) stepMonitor(run.conditions, { working, terms });
  const configured = new Set(run.configured);
  for (const incident of working.all()) {
    if (incident.endpoint !== null && !configured.has(incident.endpoint))
      remove(incident, { working, terms });
  }
  groupIncidents(working, terms);
  for (const incident of working.all()) {
    if (isTold(incident) && !working.detailOf(incident.key)) working.put(remind(incident, terms));
  }
  const { incidents, events } = working.finish(run.startedAt);
  const next: MonitorState = {
    ...state,
    incidents,
    endpoints: [...histories.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    outbox: claimNotices(enqueue(state.outbox, events), { run: run.id, at: run.startedAt }),
    runs: [...state.runs, recordOf(run)].toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
  };
  return { state: compactState(next, { at: run.startedAt, configured, policy }), events };
}

/** What a step changes, and by which thresholds. */
interface Context {
  readonly working: WorkingSet;
  readonly terms: Terms;
}

function isNews({ seenAt }: SweptEndpoint, history: EndpointHistory | undefined): boolean {
  return history === undefined || Date.parse(seenAt) > Date.parse(history.seenAt);
}

function stepEndpoint(
  endpoint: SweptEndpoint,
  known: readonly Incident[],
  { working, terms }: Context,
): void {
  const sightings = sightingsOf(endpoint);
  const seen = new Set(sightings.map(({ identity }) => identity.key));
  const gone = known.filter(({ key }) => !seen.has(key));
  for (const sighting of sightings) {
    const before = working.get(sighting.identity.key);
    const heirless = before ? undefined : gone.find((incident) => isSucceeded(incident, sighting, endpoint));
    if (heirless) working.put(resolve(heirless, 'superseded', terms.at));
    const isUrgent = heirless !== undefined || sighting.isCertain;
    const incident = before ?? newIncident(sighting, terms.at);
    working.put(stepBad(incident, sighting, { ...terms, isUrgent }));
  }
  for (const { key } of gone) {
    const incident = working.get(key);
    if (incident && outcomeUnseen(incident, endpoint) === 'good') putGood(incident, { working, terms });
  }
}

/** Whether it is the same defect with another leaf, or at another issuer. Alternating ones do not succeed each other. */
function isSucceeded(incident: Incident, { identity, severity }: Sighting, endpoint: SweptEndpoint): boolean {
  return (
    incident.phase === 'open' &&
    incident.cause === identity.cause &&
    severity !== 'digest' &&
    outcomeUnseen(incident, endpoint) === 'good'
  );
}

function putGood(incident: Incident, { working, terms }: Context): void {
  const stepped = stepGood(incident, terms);
  if (stepped) working.put(stepped);
  else working.drop(incident.key);
}

/** What is wrong with the monitor itself: certain, for it is no measurement. */
function stepMonitor(conditions: readonly MonitorCondition[], { working, terms }: Context): void {
  const sightings = conditions.map(toSighting);
  const seen = new Set(sightings.map(({ identity }) => identity.key));
  for (const sighting of sightings) {
    const before = working.get(sighting.identity.key) ?? newIncident(sighting, terms.at);
    working.put(stepBad(before, sighting, { ...terms, isUrgent: true }));
  }
  for (const incident of working.all()) {
    if (isOfMonitor(incident.cause) && !seen.has(incident.key)) putGood(incident, { working, terms });
  }
}

function toSighting({ cause, severity, message, help }: MonitorCondition): Sighting {
  const identity = { endpoint: null, cause, leaf: null, missingIssuers: [] };
  return {
    identity: { ...identity, key: incidentKey(identity) },
    severity,
    stage: null,
    facts: {
      findings: [{ id: cause, severity: severity === 'page' ? 'error' : 'warning', message, help }],
      refused: [],
      lucky: [],
      accepting: [],
      addresses: [],
      seenAt: { bad: 0, all: 0 },
      vantage: '',
      notAfter: null,
      isRepairable: false,
      origin: null,
    },
    isCertain: true,
  };
}

function remove(incident: Incident, { working, terms }: Context): void {
  if (incident.phase === 'open') working.put(resolve(incident, 'removed', terms.at));
  else if (incident.phase === 'pending') working.drop(incident.key);
}

function recordOf({ id, startedAt, schedule, delayMs, endpoints }: MonitorRun): RunRecord {
  const bad = endpoints.filter(({ verdict }) => ['repairable', 'broken', 'unreachable'].includes(verdict));
  const unknown = endpoints.filter(({ verdict }) => verdict === 'unknown');
  const counts = { swept: endpoints.length, bad: bad.length, unknown: unknown.length };
  return { id, startedAt, schedule, delayMs, ...counts };
}
