import { parseCron, previousStart, startsBetween } from './cron.ts';
import type { MonitorCondition } from './monitor-run.ts';
import type { RunRecord } from './monitor-state.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How late a scheduled run may be before its window counts as missed: GitHub starts many of them late. */
const GRACE_MS = HOUR_MS;
/** GitHub disables schedules of public repositories after so many days without activity. */
const IDLE_DAYS = 60;
/** So many days before, people are told; and again, with a mention, in the last of them. */
const NOTICE_DAYS = 14;
const PAGE_DAYS = 3;
/** Windows that are counted one by one. */
const MAX_WINDOWS = 1000;

/** What is known of a schedule. */
export interface ScheduleFacts {
  /** The cron expression that started this run; null: it was no schedule. */
  readonly schedule: string | null;
  readonly now: Date;
  /** The runs before this one, the oldest first. */
  readonly runs: readonly Pick<RunRecord, 'startedAt' | 'schedule'>[];
  /** Undefined when nobody knows. */
  readonly repository:
    | {
        readonly isPublic: boolean;
        /** Of the default branch: GitHub does not say whether others count. */
        readonly lastCommit: Date;
        readonly url: string;
      }
    | undefined;
}

/**
 * How late a run that `schedule` started is, in milliseconds: since its cron last had a start. A run that is later than
 * the next start shows less. Null when there is no schedule, or none that can be read.
 */
export function runDelayMs(schedule: string | null, startedAt: Date): number | null {
  const cron = schedule === null ? undefined : parseCron(schedule);
  const start = cron && previousStart(cron, startedAt);
  return start ? startedAt.getTime() - start.getTime() : null;
}

/** What is wrong with the schedule itself; empty when nothing is, or nothing can be said. */
export function judgeSchedule(facts: ScheduleFacts): readonly MonitorCondition[] {
  return [...judgeWindows(facts), ...judgeActivity(facts)];
}

/** Starts since the last run that nothing came of within the hour: the dead man's switch, from the first run after. */
export function missedWindows({ schedule, now, runs }: Omit<ScheduleFacts, 'repository'>): readonly Date[] {
  const cron = schedule === null ? undefined : parseCron(schedule);
  const times = runs.map(({ startedAt }) => Date.parse(startedAt));
  if (!cron || times.length === 0) return [];
  const last = Math.max(...times.filter((time) => time <= now.getTime()));
  const starts = startsBetween(cron, { after: new Date(last), until: now }, MAX_WINDOWS);
  return starts.filter((start) => now.getTime() - start.getTime() > GRACE_MS);
}

function judgeWindows(facts: ScheduleFacts): readonly MonitorCondition[] {
  const missed = missedWindows(facts);
  const [first] = missed;
  if (!first) return [];
  const hours = Math.floor((facts.now.getTime() - first.getTime()) / HOUR_MS);
  const count = missed.length === MAX_WINDOWS ? `${MAX_WINDOWS} or more` : String(missed.length);
  return [
    {
      cause: 'missed-runs',
      severity: 'warn',
      message: `Nobody looked for ${hours} h: ${count} scheduled ${missed.length === 1 ? 'run' : 'runs'} since ${first.toISOString()} did not start (cron ${facts.schedule ?? ''})`,
      help: 'Look at the Actions tab for runs that are queued or were cancelled. GitHub drops schedules when it is busy, most at the full hour: choose an odd minute, or run the bot, which has a schedule of its own.',
    },
  ];
}

function judgeActivity({ now, repository }: ScheduleFacts): readonly MonitorCondition[] {
  if (!repository?.isPublic) return [];
  const disabledAt = repository.lastCommit.getTime() + IDLE_DAYS * DAY_MS;
  const daysLeft = Math.ceil((disabledAt - now.getTime()) / DAY_MS);
  if (daysLeft > NOTICE_DAYS) return [];
  const when = `on ${new Date(disabledAt).toISOString().slice(0, 10)}`;
  const [day] = repository.lastCommit.toISOString().split('T');
  return [
    {
      cause: 'schedule-disabled',
      severity: daysLeft <= PAGE_DAYS ? 'page' : 'warn',
      message: `GitHub may disable this schedule ${when}: the repository is public and the last commit to its default branch is of ${day}`,
      help: `Commit to the default branch, and look under ${repository.url}/actions whether the workflow is enabled. A bot with a schedule of its own is not disabled.`,
    },
  ];
}
