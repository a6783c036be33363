import type { Extent, Incident } from './incident.ts';

/** What a person would notice as different. */
export const INCIDENT_CHANGES = [
  'clients',
  'findings',
  'severity',
  'addresses',
  'repair',
  'origin',
  'members',
] as const;
export type IncidentChange = (typeof INCIDENT_CHANGES)[number];

/**
 * `mended`: seen to be good often enough. `superseded`: the endpoint has another leaf with the same defect, which is an
 * incident of its own. `removed`: the endpoint is no longer in the configuration.
 */
export const RESOLUTIONS = ['mended', 'superseded', 'removed'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** What happened to an incident. */
export type EventDetail =
  /** `again`: it was resolved before, and its message is still there. */
  | { readonly kind: 'opened'; readonly again: boolean }
  /** One message instead of many: the incident is a group. */
  | { readonly kind: 'grouped'; readonly again: boolean }
  /** To be edited in place; nobody is notified. */
  | { readonly kind: 'changed'; readonly changes: readonly IncidentChange[] }
  | { readonly kind: 'reminded' }
  /** Worse than ever since it was opened. `woken`: it was acknowledged or snoozed, and is no more. */
  | { readonly kind: 'escalated'; readonly from: Extent; readonly woken: boolean }
  /** `openMs`: for how long it was open. */
  | { readonly kind: 'resolved'; readonly resolution: Resolution; readonly openMs: number };

/** Something to tell people. Incidents of the severity `digest` and members of a group have no events. */
export interface IncidentEvent {
  /** The same however often a run is applied: whoever delivers it may use it to do so once. */
  readonly id: string;
  readonly at: string;
  readonly detail: EventDetail;
  /** With all that a message shows. */
  readonly incident: Incident;
  /** The incidents of a group, by endpoint; empty for any other. */
  readonly members: readonly Incident[];
}
