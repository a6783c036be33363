import type { EventDetail, IncidentEvent } from './incident-event.ts';
import type { Incident } from './incident.ts';
import type { MonitorState, Notice } from './monitor-state.ts';

/** After this, a run that took a notice and has not said what became of it counts as lost. */
const CLAIM_MS = 15 * 60_000;

/** How much of what was not told yet remains worth telling: more replaces less. */
const WEIGHTS = {
  changed: 0,
  reminded: 1,
  escalated: 2,
  opened: 3,
  grouped: 3,
  resolved: 3,
} satisfies Record<EventDetail['kind'], number>;

/**
 * The outbox with new events. What was not delivered yet is joined to one notice for an incident: one that nobody knows
 * of is still to be opened, whatever came after, unless it is over.
 */
export function enqueue(outbox: readonly Notice[], events: readonly IncidentEvent[]): readonly Notice[] {
  const notices = new Map(outbox.map((notice) => [notice.key, notice]));
  for (const { id, at, detail, incident } of events) {
    const waiting = notices.get(incident.key);
    if (waiting && WEIGHTS[waiting.detail.kind] > WEIGHTS[detail.kind]) continue;
    notices.delete(incident.key);
    notices.set(incident.key, {
      id,
      key: incident.key,
      at,
      detail,
      claim: null,
      attempts: waiting?.attempts ?? 0,
      problem: waiting?.problem ?? null,
    });
  }
  return [...notices.values()];
}

/** The outbox with every notice that no other run is about to deliver taken by `run`. */
export function claimNotices(
  outbox: readonly Notice[],
  { run, at }: { readonly run: string; readonly at: string },
): readonly Notice[] {
  return outbox.map((notice) => {
    const isTaken = notice.claim !== null && Date.parse(at) - Date.parse(notice.claim.at) < CLAIM_MS;
    return isTaken ? notice : { ...notice, claim: { run, at } };
  });
}

/** What `run` is to deliver, as events of incidents as they are now; the oldest first. */
export function noticesOf(state: MonitorState, run: string): readonly IncidentEvent[] {
  const incidents = incidentsByKey(state);
  return state.outbox.flatMap(({ id, key, at, detail, claim }) => {
    const incident = incidents.get(key);
    return incident && claim?.run === run
      ? [{ id, at, detail, incident, members: membersOf(incident, incidents) }]
      : [];
  });
}

export function incidentsByKey({
  incidents,
}: Pick<MonitorState, 'incidents'>): ReadonlyMap<string, Incident> {
  return new Map(incidents.map((incident) => [incident.key, incident]));
}

/** The incidents of a group, by endpoint. */
export function membersOf(
  { members }: Incident,
  incidents: ReadonlyMap<string, Incident>,
): readonly Incident[] {
  return members
    .flatMap((key) => incidents.get(key) ?? [])
    .toSorted((a, b) => ((a.endpoint ?? '') < (b.endpoint ?? '') ? -1 : 1));
}

/**
 * A notice was delivered, to `message`; null when that has no address. Does nothing when it is no longer waiting, so it
 * may be applied again to a newer state.
 */
export function recordDelivered(
  state: MonitorState,
  id: string,
  message: { readonly channel: string; readonly ts: string } | null,
): MonitorState {
  const delivered = state.outbox.find((notice) => notice.id === id);
  if (!delivered) return state;
  return {
    ...state,
    outbox: state.outbox.filter((notice) => notice !== delivered),
    incidents: state.incidents.map((incident) =>
      incident.key === delivered.key && message
        ? { ...incident, links: { ...incident.links, message } }
        : incident,
    ),
  };
}

/** A delivery failed: the notice is anybody's again. `problem` is one printable line. */
export function recordFailed(state: MonitorState, id: string, problem: string): MonitorState {
  const outbox = state.outbox.map((notice) =>
    notice.id === id ? { ...notice, claim: null, attempts: notice.attempts + 1, problem } : notice,
  );
  return { ...state, outbox };
}
