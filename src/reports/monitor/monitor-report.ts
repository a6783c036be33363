import { isTold } from '../../monitoring/incident.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import type { AppError } from '../../errors/app-error.ts';
import type { Readiness } from '../../monitoring/readiness.ts';
import { redactTexts } from '../redact-texts.ts';

/** What a run of the monitor reports, as plain JSON. Times are ISO 8601 in UTC. */
export interface MonitorReport {
  readonly version: 1;
  readonly startedAt: string;
  readonly vantage: string;
  readonly schedule: string | null;
  readonly delayMs: number | null;
  readonly status: MonitorStatus;
  /** In the order of the configuration. */
  readonly endpoints: readonly SweptEndpoint[];
  /** What is coming for each endpoint, in the same order. */
  readonly readiness: readonly Readiness[];
  /** What is open and told. */
  readonly incidents: readonly ReportedIncident[];
  readonly pullRequests: readonly ReportedFix[];
  /** Time stamps of the messages that were posted or edited. */
  readonly messages: readonly string[];
  /** In their order; absent for a shard. */
  readonly timings?: readonly MonitorTiming[] | undefined;
  /** What went wrong in the run itself. */
  readonly problems: readonly { readonly code: string; readonly problem: string; readonly help: string }[];
}

/** A step of the run, and how long it took: whole milliseconds. */
export interface MonitorTiming {
  readonly step: string;
  readonly durationMs: number;
}

export type MonitorStatus = 'healthy' | 'degraded' | 'broken' | 'unknown';

export interface ReportedIncident {
  readonly id: string;
  /** Null: a group, or the monitor itself. */
  readonly endpoint: string | null;
  readonly cause: string;
  readonly severity: string;
  readonly firstSeen: string;
  readonly pullRequest: number | null;
}

export interface ReportedFix {
  readonly path: string;
  readonly operation: string;
  readonly why: string;
  readonly number?: number;
  readonly url?: string;
}

/** What a report is made of. */
export interface MonitorFacts {
  readonly startedAt: string;
  readonly circumstances: { readonly vantage: string; readonly schedule: string | null };
  readonly delayMs: number | null;
  readonly swept: readonly SweptEndpoint[];
  readonly readiness: readonly Readiness[];
  readonly state: MonitorState;
  readonly fixes: readonly ReportedFix[];
  readonly messages: readonly string[];
  readonly timings?: readonly MonitorTiming[];
  readonly problems: readonly AppError[];
}

export function toMonitorReport(facts: MonitorFacts): MonitorReport {
  const { startedAt, circumstances, delayMs, swept, state, messages } = facts;
  return redactTexts<MonitorReport>({
    version: 1,
    startedAt,
    vantage: circumstances.vantage,
    schedule: circumstances.schedule,
    delayMs,
    status: statusOf(swept),
    endpoints: swept,
    readiness: facts.readiness,
    incidents: state.incidents.filter(isTold).map(({ key, endpoint, cause, severity, firstSeen, links }) => ({
      id: key,
      endpoint,
      cause,
      severity,
      firstSeen,
      pullRequest: links.pullRequest?.number ?? null,
    })),
    pullRequests: facts.fixes.map(({ path, operation, why, number, url }) => ({
      path,
      operation,
      why,
      ...(number === undefined ? {} : { number }),
      ...(url === undefined ? {} : { url }),
    })),
    messages,
    ...(facts.timings ? { timings: facts.timings } : {}),
    problems: facts.problems.map(({ code, message, help }) => ({ code, problem: message, help })),
  });
}

/** The worst of all: a client that is refused says more than what nobody could tell. */
function statusOf(swept: readonly SweptEndpoint[]): MonitorStatus {
  const verdicts = new Set(swept.map(({ verdict }) => verdict));
  if (verdicts.has('repairable') || verdicts.has('broken') || verdicts.has('unreachable')) return 'broken';
  if (verdicts.has('unknown')) return 'unknown';
  return verdicts.has('degraded') ? 'degraded' : 'healthy';
}
