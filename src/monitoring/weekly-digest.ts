import { DIGEST_DAYS, type MonitorConfig } from '../config/config.ts';
import { isOfMonitor } from './causes.ts';
import { type Incident, severityRank } from './incident.ts';
import type { EndpointHistory, MonitorState, RunRecord } from './monitor-state.ts';
import { type Deadline, isRemovalNear, type Readiness } from './readiness.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** Deadlines that are named. */
const MAX_DEADLINES = 10;

/** What a team reads once a week. Data; words are the report's. */
export interface WeeklyDigest {
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
  /** How many endpoints there are with each verdict. */
  readonly verdicts: Readonly<Partial<Record<EndpointHistory['verdict'], number>>>;
  /** Open, the worst first; of the severity `digest` as well, groups left out. */
  readonly open: readonly Incident[];
  /** Of those that were told and are over since `from`, the latest first. */
  readonly resolved: readonly Incident[];
  /** Endpoints that nobody could tell anything of for many runs. */
  readonly unknown: readonly EndpointHistory[];
  /** The nearest, each with its endpoint. */
  readonly deadlines: readonly (Deadline & { readonly endpoint: string })[];
  /** Names of endpoints whose next certificate has to live shorter than this one. */
  readonly shrinking: readonly string[];
  /** Of the runs that are remembered. */
  readonly runs: {
    readonly count: number;
    readonly medianDelayMs: number | null;
    readonly longestDelayMs: number | null;
    /** The longest time between two runs. */
    readonly longestGapMs: number | null;
  };
}

/**
 * The day whose digest is to be sent, such as `2026-11-23`: its day of the week (UTC), once, and later in the week when no
 * run came on that day. Undefined: none is due. A monitor that starts waits for the day.
 */
export function dueDigest(
  { digestAt, runs }: Pick<MonitorState, 'digestAt' | 'runs'>,
  now: Date,
  { digest }: Pick<MonitorConfig, 'digest'>,
): string | undefined {
  if (digest === 'never') return undefined;
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const daysAgo = (now.getUTCDay() - DIGEST_DAYS.indexOf(digest) + 7) % 7;
  const since = today - daysAgo * DAY_MS;
  const last = digestAt ?? runs[0]?.startedAt;
  const isDue = last !== undefined && Date.parse(last) < since;
  return isDue ? new Date(since).toISOString().slice(0, 10) : undefined;
}

/** What happened since the last digest, at most a week ago, and what is coming. */
export function makeDigest(
  state: MonitorState,
  readiness: readonly Readiness[],
  { now, policy }: { readonly now: Date; readonly policy: Pick<MonitorConfig, 'unknownAfter'> },
): WeeklyDigest {
  const from = Math.max(now.getTime() - WEEK_MS, Date.parse(state.digestAt ?? '1970-01-01T00:00:00.000Z'));
  // What a group tells, its members say one by one.
  const single = state.incidents.filter(({ endpoint, cause }) => endpoint !== null || isOfMonitor(cause));
  const verdicts: Partial<Record<EndpointHistory['verdict'], number>> = {};
  for (const { verdict } of state.endpoints) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  return {
    from: new Date(from).toISOString(),
    until: now.toISOString(),
    verdicts,
    open: single.filter(({ phase }) => phase === 'open').toSorted(byWeight),
    resolved: single
      .filter(({ phase, resolvedAt, severity }) => {
        return phase === 'resolved' && severity !== 'digest' && Date.parse(resolvedAt ?? '') >= from;
      })
      .toSorted((a, b) => ((a.resolvedAt ?? '') > (b.resolvedAt ?? '') ? -1 : 1)),
    unknown: state.endpoints.filter(({ unknownRuns }) => unknownRuns >= policy.unknownAfter),
    deadlines: nearest(readiness),
    shrinking: readiness.flatMap(({ name, validity }) => (validity?.shrinks ? [name] : [])),
    runs: describeRuns(state.runs.filter(({ startedAt }) => Date.parse(startedAt) >= from)),
  };
}

/** A digest was delivered. */
export function recordDigest(state: MonitorState, at: Date): MonitorState {
  return { ...state, digestAt: at.toISOString() };
}

/** The next renewal of each endpoint, and what else is near. */
function nearest(readiness: readonly Readiness[]): WeeklyDigest['deadlines'] {
  return readiness
    .flatMap(({ name, deadlines }) => {
      const next = deadlines.find(({ kind }) => kind !== 'root-removal');
      const removals = deadlines.filter(isRemovalNear);
      return [...(next ? [next] : []), ...removals].map((each) => ({ ...each, endpoint: name }));
    })
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(0, MAX_DEADLINES);
}

function describeRuns(runs: readonly RunRecord[]): WeeklyDigest['runs'] {
  const delays = runs.flatMap(({ delayMs }) => delayMs ?? []).toSorted((a, b) => a - b);
  const times = runs.map(({ startedAt }) => Date.parse(startedAt)).toSorted((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    count: runs.length,
    medianDelayMs: delays[Math.floor(delays.length / 2)] ?? null,
    longestDelayMs: delays.at(-1) ?? null,
    longestGapMs: gaps.length > 0 ? Math.max(...gaps) : null,
  };
}

function byWeight(a: Incident, b: Incident): number {
  return severityRank(b.severity) - severityRank(a.severity) || (a.firstSeen < b.firstSeen ? -1 : 1);
}
