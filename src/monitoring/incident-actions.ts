import type { Acknowledgement, Incident, PullRequestLink } from './incident.ts';
import { extentOf } from './lifecycle.ts';
import type { MonitorState } from './monitor-state.ts';

/**
 * What people and other parts of the program do to an incident. Each names it by key and may be applied again to a newer
 * state; none does anything when the incident is not there, or not in a phase for it.
 */
type Change = (incident: Incident) => Incident;

/** Somebody looks after it: no more reminders, until it gets worse. */
export function acknowledge(
  state: MonitorState,
  key: string,
  acknowledgement: Acknowledgement,
): MonitorState {
  return change(state, key, (incident) =>
    incident.phase === 'open' && incident.acknowledgement === null
      ? { ...incident, acknowledgement }
      : incident,
  );
}

/** Nothing is to be heard of it until then, or for as long as its leaf stays (`until` null), unless it gets worse. */
export function snooze(
  state: MonitorState,
  key: string,
  sleep: Acknowledgement & { readonly until: string | null },
): MonitorState {
  return change(state, key, (incident) =>
    incident.phase === 'open' ? { ...incident, snooze: { ...sleep, from: extentOf(incident) } } : incident,
  );
}

/** Nobody looks after it any more: reminders come again. */
export function withdrawAcknowledgement(state: MonitorState, key: string): MonitorState {
  return change(state, key, (incident) => ({ ...incident, acknowledgement: null }));
}

/** It is awake again, when it slept as `kind` says: `timed` or for as long as its leaf stays. */
export function withdrawSnooze(state: MonitorState, key: string, kind: 'timed' | 'lasting'): MonitorState {
  return change(state, key, (incident) => {
    const { snooze: sleep } = incident;
    const isThat = sleep !== null && (sleep.until === null) === (kind === 'lasting');
    return isThat ? { ...incident, snooze: null } : incident;
  });
}

/** Remembers the pull request that is to mend it, and what became of that. */
export function linkPullRequest(
  state: MonitorState,
  key: string,
  pullRequest: PullRequestLink,
): MonitorState {
  return change(state, key, (incident) => ({ ...incident, links: { ...incident.links, pullRequest } }));
}

function change(state: MonitorState, key: string, apply: Change): MonitorState {
  const incidents = state.incidents.map((incident) => (incident.key === key ? apply(incident) : incident));
  return { ...state, incidents };
}
