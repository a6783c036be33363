import type { MonitorConfig } from '../config/config.ts';
import { stageRank } from './expiry-stage.ts';
import type { EventDetail, IncidentChange, Resolution } from './incident-event.ts';
import { type Extent, type Incident, type IncidentFacts, severityRank } from './incident.ts';
import type { Sighting } from './sighting.ts';

const DAY_MS = 86_400_000;
/** How long openings count as flapping, and how many runs are remembered for it. */
const FLAP_WINDOW_MS = DAY_MS;
const RECENT_RUNS = 8;
/** Each opening within the window doubles the good runs that are needed, up to eightfold. */
const MAX_DOUBLINGS = 3;

/** When, and by which thresholds. */
export interface Terms {
  /** ISO 8601. */
  readonly at: string;
  readonly policy: Pick<MonitorConfig, 'openAfter' | 'resolveAfter' | 'remindDays'>;
}

/** An incident after a run, and what happened to it; undefined: nothing to tell. */
export interface Stepped {
  readonly incident: Incident;
  readonly detail: EventDetail | undefined;
}

/** An incident that is seen for the first time; no run is counted yet. */
export function newIncident({ identity, severity, stage, facts }: Sighting, at: string): Incident {
  return {
    ...identity,
    phase: 'pending',
    severity,
    stage,
    worst: { severity, stage, refusedBy: [] },
    facts,
    firstSeen: at,
    lastSeen: at,
    badRuns: 0,
    goodRuns: 0,
    recent: '',
    openings: [],
    resolvedAt: null,
    group: null,
    members: [],
    announced: false,
    notifiedAt: null,
    sequence: 0,
    acknowledgement: null,
    snooze: null,
    links: { message: null, pullRequest: null },
  };
}

/**
 * A run saw it. `isUrgent`: it is opened however often it was seen. Otherwise it opens after so many runs in a row, or
 * after twice as many of the last eight, for what comes and goes is broken too.
 */
export function stepBad(before: Incident, sighting: Sighting, terms: Terms & { isUrgent: boolean }): Stepped {
  const { at, policy, isUrgent } = terms;
  const { severity, stage, facts } = sighting;
  const recent = `${before.recent}b`.slice(-RECENT_RUNS);
  const wasOver = before.phase === 'resolved';
  const incident: Incident = {
    ...before,
    severity,
    stage,
    facts,
    recent,
    phase: wasOver ? 'pending' : before.phase,
    firstSeen: wasOver ? at : before.firstSeen,
    lastSeen: at,
    badRuns: before.badRuns + 1,
    goodRuns: 0,
  };
  if (incident.phase === 'open') return worsen(incident, before, terms);
  const isBelieved =
    incident.badRuns >= policy.openAfter || recent.replaceAll('g', '').length >= 2 * policy.openAfter;
  if (!isBelieved && !isUrgent) return { incident, detail: undefined };
  // Those that were told by a group have no message of their own.
  const again = before.notifiedAt !== null;
  const opened: Incident = {
    ...incident,
    phase: 'open',
    worst: extentOf(incident),
    resolvedAt: null,
    acknowledgement: null,
    openings: [...before.openings.filter((time) => isWithin(time, at)), at].slice(-RECENT_RUNS),
  };
  return announce(opened, again);
}

/** A run that could have seen it did not. Undefined: it is forgotten, for it was never opened. */
export function stepGood(before: Incident, { at, policy }: Terms): Stepped | undefined {
  const recent = `${before.recent}g`.slice(-RECENT_RUNS);
  const incident: Incident = { ...before, recent, badRuns: 0, goodRuns: before.goodRuns + 1 };
  if (incident.phase === 'resolved') return { incident: before, detail: undefined };
  if (incident.phase === 'pending') {
    if (recent.includes('b')) return { incident, detail: undefined };
    if (before.openings.length === 0) return undefined;
    return { incident: { ...incident, phase: 'resolved' }, detail: undefined };
  }
  const flaps = before.openings.filter((time) => isWithin(time, at)).length;
  const needed = policy.resolveAfter * 2 ** Math.min(MAX_DOUBLINGS, Math.max(0, flaps - 1));
  return incident.goodRuns >= needed ? resolve(incident, 'mended', at) : { incident, detail: undefined };
}

/** It is over. */
export function resolve(before: Incident, resolution: Resolution, at: string): Stepped {
  const openedAt = before.openings.at(-1) ?? before.firstSeen;
  const incident: Incident = {
    ...before,
    phase: 'resolved',
    resolvedAt: at,
    recent: '',
    badRuns: 0,
    goodRuns: 0,
    announced: false,
    acknowledgement: null,
    snooze: null,
  };
  const openMs = Math.max(0, Date.parse(at) - Date.parse(openedAt));
  const detail: EventDetail | undefined = before.announced
    ? { kind: 'resolved', resolution, openMs }
    : undefined;
  return { incident, detail };
}

/**
 * What is open and told is told again after so many days, unless somebody has acknowledged it or put it to sleep; a sleep
 * that is over is told at once. Only what pages is repeated, and nothing while it looks mended.
 */
export function remind(before: Incident, { at, policy }: Terms): Stepped {
  if (before.goodRuns > 0) return { incident: before, detail: undefined };
  const isAsleep = isSnoozed(before, at);
  const woke = before.snooze !== null && !isAsleep;
  const incident = woke ? { ...before, snooze: null } : before;
  if (isAsleep || before.acknowledgement || !before.announced) return { incident, detail: undefined };
  const sinceMs = Date.parse(at) - Date.parse(before.notifiedAt ?? before.lastSeen);
  const isDue = before.severity === 'page' && sinceMs >= policy.remindDays * DAY_MS;
  return { incident, detail: isDue || woke ? { kind: 'reminded' } : undefined };
}

/** One that was open before: it may be worse than ever, or only different. */
function worsen(incident: Incident, before: Incident, { at }: Terms): Stepped {
  if (!incident.announced) return announce(incident, false);
  const { snooze, acknowledgement } = incident;
  const now = extentOf(incident);
  const isAsleep = isSnoozed(incident, at);
  const base = isAsleep && snooze ? snooze.from : before.worst;
  const isWorse = isAsleep ? isWorseThan(now, base) || hasNewClient(now, base) : isWorseThan(now, base);
  if (isWorse) {
    const woken = isAsleep || acknowledgement !== null;
    const awake = { ...incident, worst: worstOf(now, before.worst), snooze: null, acknowledgement: null };
    return { incident: awake, detail: { kind: 'escalated', from: extentOf(before), woken } };
  }
  const changes = differences(before, incident);
  return {
    incident: { ...incident, worst: worstOf(now, before.worst) },
    detail: changes.length > 0 ? { kind: 'changed', changes } : undefined,
  };
}

/** What waits for the digest is opened in silence. */
function announce(incident: Incident, again: boolean): Stepped {
  if (incident.severity === 'digest') return { incident, detail: undefined };
  return { incident: { ...incident, announced: true }, detail: { kind: 'opened', again } };
}

/** Whether people want to hear nothing of it at `at`. */
function isSnoozed({ snooze }: Pick<Incident, 'snooze'>, at: string): boolean {
  return snooze !== null && (snooze.until === null || Date.parse(snooze.until) > Date.parse(at));
}

/** How bad an incident is now. */
export function extentOf({ severity, stage, facts }: Pick<Incident, 'severity' | 'stage' | 'facts'>): Extent {
  return { severity, stage, refusedBy: facts.refused.map(({ client }) => client) };
}

/** Whether `now` is worse by severity or by how near the end is. */
function isWorseThan(now: Extent, before: Extent): boolean {
  return (
    severityRank(now.severity) > severityRank(before.severity) ||
    stageRank(now.stage) > stageRank(before.stage)
  );
}

/** Of each part the worse one. */
function worstOf(a: Extent, b: Extent): Extent {
  return {
    severity: severityRank(a.severity) > severityRank(b.severity) ? a.severity : b.severity,
    stage: stageRank(a.stage) > stageRank(b.stage) ? a.stage : b.stage,
    refusedBy: [...new Set([...b.refusedBy, ...a.refusedBy])],
  };
}

function hasNewClient(now: Extent, before: Extent): boolean {
  return now.refusedBy.some((client) => !before.refusedBy.includes(client));
}

/** What a person would notice. Wordings, addresses that come and go, and counts are no difference. */
function differences(a: Incident, b: Incident): readonly IncidentChange[] {
  const views: readonly (readonly [IncidentChange, (incident: Incident) => unknown])[] = [
    ['clients', ({ facts }) => [facts.refused.map(({ client }) => client), facts.lucky]],
    ['findings', ({ facts }) => [...new Set(facts.findings.map(({ id }) => id))].toSorted()],
    ['severity', ({ severity, stage }) => [severity, stage]],
    ['addresses', ({ facts }) => isEverywhere(facts)],
    ['repair', ({ facts }) => facts.isRepairable],
    ['origin', ({ facts }) => facts.origin],
  ];
  return views.flatMap(([change, view]) =>
    JSON.stringify(view(a)) === JSON.stringify(view(b)) ? [] : [change],
  );
}

function isEverywhere({ seenAt }: IncidentFacts): boolean {
  return seenAt.bad === seenAt.all;
}

function isWithin(time: string, at: string): boolean {
  return Date.parse(at) - Date.parse(time) < FLAP_WINDOW_MS;
}
