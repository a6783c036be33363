import { createHash } from 'node:crypto';
import type { ClientName } from '../config/config.ts';
import type { Severity } from '../endpoints/finding.ts';
import type { Cause } from './causes.ts';
import type { ExpiryStage } from './expiry-stage.ts';

/**
 * Who hears of it. `page`: people are mentioned, for users are hurt. `warn`: a message without a mention. `digest`: a line
 * of the weekly digest.
 */
export const INCIDENT_SEVERITIES = ['digest', 'warn', 'page'] as const;
export type IncidentSeverity = (typeof INCIDENT_SEVERITIES)[number];

/**
 * `pending`: seen, and not often enough to be believed. `open`. `resolved`: kept for a while, so that the same one coming
 * back is told in the same message.
 */
export const INCIDENT_PHASES = ['pending', 'open', 'resolved'] as const;
export type IncidentPhase = (typeof INCIDENT_PHASES)[number];

/** What makes an incident the same one: never its wording. */
export interface IncidentIdentity {
  /** `rec.example.com:443`; null: a group of endpoints, or the monitor itself. */
  readonly endpoint: string | null;
  readonly cause: Cause;
  /** Fingerprint of the leaf; null when the cause has nothing to do with it. */
  readonly leaf: string | null;
  /** Names of issuers that are not sent; sorted. */
  readonly missingIssuers: readonly string[];
}

/** One thing that is wrong, from the first time it was seen. Plain JSON; times are ISO 8601 in UTC. */
export interface Incident extends IncidentIdentity {
  /** `incidentKey` of its identity. */
  readonly key: string;
  readonly phase: IncidentPhase;
  /** As of the last run that saw it. */
  readonly severity: IncidentSeverity;
  /** Of the leaf, for the cause `expiry`. */
  readonly stage: ExpiryStage | null;
  /** The worst since it was opened: what is no worse is no news. */
  readonly worst: Extent;
  /** What the last run that saw it can tell. */
  readonly facts: IncidentFacts;
  /** When it was first seen: since it was last resolved. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Runs in a row that saw it, and that could have seen it and did not. */
  readonly badRuns: number;
  readonly goodRuns: number;
  /** Of the last eight runs that could tell, the latest last: `b` bad, `g` good. */
  readonly recent: string;
  /** The times at which it was opened, of the last day at least the latest. */
  readonly openings: readonly string[];
  readonly resolvedAt: string | null;
  /** Key of the group in whose message it is told; null: in its own. */
  readonly group: string | null;
  /** Keys of the incidents of a group, sorted; empty for any other. */
  readonly members: readonly string[];
  /** Whether people have been told that it is open. */
  readonly announced: boolean;
  /** When people were last told, edits of the message left out. */
  readonly notifiedAt: string | null;
  /** Count of its events; the ids of events come from it. */
  readonly sequence: number;
  readonly acknowledgement: Acknowledgement | null;
  readonly snooze: Snooze | null;
  readonly links: IncidentLinks;
}

/** How bad it is. */
export interface Extent {
  readonly severity: IncidentSeverity;
  readonly stage: ExpiryStage | null;
  readonly refusedBy: readonly ClientName[];
}

export interface IncidentFacts {
  /** The worst first, at most four. */
  readonly findings: readonly IncidentFinding[];
  /** Declared clients that fail, with what their users see. */
  readonly refused: readonly { readonly client: ClientName; readonly error: string | null }[];
  /** Those that get through only because they fetch, or know, what is missing. */
  readonly lucky: readonly ClientName[];
  readonly accepting: readonly ClientName[];
  /** Where it was seen, at most sixteen; empty when it concerns the endpoint as a whole. */
  readonly addresses: readonly string[];
  /** How many addresses showed it, of how many that were looked at. */
  readonly seenAt: { readonly bad: number; readonly all: number };
  readonly vantage: string;
  /** When the leaf expires; null: no leaf was seen. */
  readonly notAfter: string | null;
  /** Whether a bundle was found and proven that mends it. */
  readonly isRepairable: boolean;
  /** Where the chain was lost, in one sentence; null: nobody looked. */
  readonly origin: string | null;
}

export interface IncidentFinding {
  /** A finding's id, or the cause for what concerns the monitor itself. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
}

export interface Acknowledgement {
  /** Who did, in the words of where it was done, such as `<@U012AB3CD>` or `label on #12`. */
  readonly by: string;
  readonly at: string;
}

export interface Snooze extends Acknowledgement {
  /** Null: for as long as it is this incident, that is until the leaf changes. */
  readonly until: string | null;
  /** What was put to sleep: anything worse wakes it. */
  readonly from: Extent;
}

export interface IncidentLinks {
  /** The message that tells it; null: not delivered yet, or by a webhook that gives no address. */
  readonly message: { readonly channel: string; readonly ts: string } | null;
  readonly pullRequest: PullRequestLink | null;
}

export interface PullRequestLink {
  readonly number: number;
  /** `ignored`: closed by a person without merging, so nothing is proposed for this key again. */
  readonly state: 'open' | 'merged' | 'closed' | 'ignored';
}

/** SHA-256 of what makes an incident the same one, 64 lower-case hexadecimal digits. */
export function incidentKey({ endpoint, cause, leaf, missingIssuers }: IncidentIdentity): string {
  const identity = JSON.stringify([endpoint, cause, leaf, missingIssuers.toSorted()]);
  return createHash('sha256').update(identity).digest('hex');
}

/** What is open and told to people on its own: the members of a group are told by the group. */
export function isTold({ phase, severity, group }: Incident): boolean {
  return phase === 'open' && severity !== 'digest' && group === null;
}

/** The pull requests that are to mend it, each once, by number: its own, or those of the incidents of a group. */
export function pullRequestsOf(incident: Incident, members: readonly Incident[]): readonly PullRequestLink[] {
  const links = [incident, ...members].flatMap(({ links: { pullRequest } }) => pullRequest ?? []);
  return [...new Map(links.map((link) => [link.number, link])).values()].toSorted(
    (a, b) => a.number - b.number,
  );
}

/** 0 for `digest`, 1 for `warn`, 2 for `page`. */
export function severityRank(severity: IncidentSeverity): number {
  return INCIDENT_SEVERITIES.indexOf(severity);
}
