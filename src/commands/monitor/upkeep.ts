import type { AppError } from '../../errors/app-error.ts';
import type { GitHub } from '../../github/github.ts';
import { isPublicRepository, lastCommitOf } from '../../github/repository-facts.ts';
import { squashHistory } from '../../github/squash-history.ts';
import type { Upkeep } from '../../monitoring/monitor-state.ts';
import { collect } from '../collect.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** Commits of the state branch beyond which its history is replaced. */
const MAX_COMMITS = 2000;

export interface UpkeepDesk {
  /** Undefined: there is nothing to look after. */
  readonly github: GitHub | undefined;
  /** Whether a schedule started this run. */
  readonly isScheduled: boolean;
  readonly now: Date;
  readonly say: (line: string) => void;
  readonly onProblem: (error: AppError) => void;
}

/**
 * Does at most one thing that is due, so that a quiet run stays one of few calls: whether the repository is public and
 * when it was last committed to, once a day where GitHub could disable the schedule; the history of the state, once a week.
 */
export async function keepUp(before: Upkeep, desk: UpkeepDesk): Promise<Upkeep> {
  const { github, now, isScheduled, say, onProblem } = desk;
  if (!github) return before;
  const at = now.toISOString();
  const isDue = (last: string | null, everyMs: number): boolean =>
    last === null || now.getTime() - Date.parse(last) >= everyMs;
  if (isScheduled && isDue(before.visibilityAt, DAY_MS)) {
    const isPublic = await collect(onProblem, () => isPublicRepository(github));
    return { ...before, isPublic: isPublic ?? before.isPublic, visibilityAt: at };
  }
  if (isScheduled && before.isPublic === true && isDue(before.lastCommitAt, DAY_MS)) {
    const commit = await collect(onProblem, () => lastCommitOf(github));
    return { ...before, lastCommit: commit?.toISOString() ?? before.lastCommit, lastCommitAt: at };
  }
  // A state that begins has no history, and no branch yet.
  if (before.historyAt === null) return { ...before, historyAt: at };
  if (!isDue(before.historyAt, WEEK_MS)) return before;
  const squashed = await collect(onProblem, () => squashHistory(github, MAX_COMMITS));
  if (squashed?.isSquashed) say(`Replaced ${squashed.commits} commits of the state by one`);
  if (squashed?.why !== undefined)
    say(`The state has ${squashed.commits} commits, which could not be replaced by one: ${squashed.why}`);
  return { ...before, historyAt: at };
}
