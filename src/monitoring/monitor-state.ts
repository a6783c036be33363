import type { CheckVerdict } from '../endpoints/check-endpoint.ts';
import type { EventDetail } from './incident-event.ts';
import type { Incident } from './incident.ts';

/** Raised by a change that older programs would misread; `migrate` brings older states up to it. */
export const STATE_VERSION = 1;

/** What the monitor remembers between runs. Plain JSON; times are ISO 8601 in UTC. */
export interface MonitorState {
  readonly version: typeof STATE_VERSION;
  /** By key. */
  readonly incidents: readonly Incident[];
  /** By name. */
  readonly endpoints: readonly EndpointHistory[];
  /** What people have not been told yet, the oldest first; at most one for an incident. */
  readonly outbox: readonly Notice[];
  /** The latest runs, the oldest first. */
  readonly runs: readonly RunRecord[];
  /** When the last weekly digest was delivered; null: never. */
  readonly digestAt: string | null;
  readonly upkeep: Upkeep;
}

/** What is looked after now and then. Times are null where that was never done. */
export interface Upkeep {
  /** Whether everybody may see the repository; null: nobody knows. */
  readonly isPublic: boolean | null;
  readonly visibilityAt: string | null;
  /** When somebody last committed to the default branch; null: nobody knows. */
  readonly lastCommit: string | null;
  readonly lastCommitAt: string | null;
  /** When the history of the state was last looked at. */
  readonly historyAt: string | null;
}

export const NO_UPKEEP: Upkeep = {
  isPublic: null,
  visibilityAt: null,
  lastCommit: null,
  lastCommitAt: null,
  historyAt: null,
};

/** An event that is to be delivered. What a message shows is taken from the incident when it is sent. */
export interface Notice {
  /** Of the event. */
  readonly id: string;
  /** Of the incident. */
  readonly key: string;
  readonly at: string;
  readonly detail: EventDetail;
  /** The run that is to deliver it: another one takes over when that has not done so for a while. */
  readonly claim: { readonly run: string; readonly at: string } | null;
  /** Deliveries that failed. */
  readonly attempts: number;
  /** Why the last one did; null: none was tried. */
  readonly problem: string | null;
}

/** What is known of an endpoint, however well it is. */
export interface EndpointHistory {
  readonly name: string;
  readonly verdict: CheckVerdict;
  readonly seenAt: string;
  /** When it was first seen with this verdict, without another in between. */
  readonly since: string;
  /** Runs in a row that could not tell. */
  readonly unknownRuns: number;
  /** The leaf of its first address, the last that was seen; null: none was. */
  readonly leaf: {
    readonly fingerprint: string;
    readonly notBefore: string;
    readonly notAfter: string;
  } | null;
  /** The UTC date that `days` ends with. */
  readonly lastDay: string;
  /** The worst verdict of each day: `h d r b x` for healthy … unreachable, `?` unknown, `-` not looked at. */
  readonly days: string;
  /** The slowest handshake of each day, a letter as `latency.ts` has it, and `-` for none; ends with `lastDay`. Absent: never measured. */
  readonly latency?: string | undefined;
  /** What was served from which UTC date on, the latest last, at most sixteen. Absent: kept since later. */
  readonly leaves?: readonly ServedLeaf[] | undefined;
}

/** A validity that was served from a day on. */
export interface ServedLeaf {
  readonly since: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

/** One run, for the health of the schedule. */
export interface RunRecord {
  readonly id: string;
  readonly startedAt: string;
  readonly schedule: string | null;
  readonly delayMs: number | null;
  /** How many endpoints were swept, and how many of them clients refuse or nobody could tell. */
  readonly swept: number;
  readonly bad: number;
  readonly unknown: number;
}

/** What a monitor remembers that has never run. */
export function emptyState(): MonitorState {
  return {
    version: STATE_VERSION,
    incidents: [],
    endpoints: [],
    outbox: [],
    runs: [],
    digestAt: null,
    upkeep: NO_UPKEEP,
  };
}
