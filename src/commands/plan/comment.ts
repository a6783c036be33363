import { AppError } from '../../errors/app-error.ts';
import { writeStickyComment } from '../../github/sticky-comment.ts';
import type { PlanReport } from '../../reports/plan/plan-report.ts';
import { isQuiet, planSummary } from '../../reports/plan/plan-summary.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../reports/summary/markdown.ts';
import { openRepository } from '../repository.ts';
import type { PullRequest } from './pull-request.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Keeps the one comment on the pull request of this run up to date; where there is nothing to tell and was nothing told, none
 * is made. Returns what became of it, one line: a plan does not fail for a comment, which a fork's token may not write.
 */
export async function commentPlan(
  report: PlanReport,
  pullRequest: PullRequest | undefined,
  environment: Environment,
): Promise<string> {
  if (!pullRequest) return 'No comment: this run is for no pull request.';
  const { number } = pullRequest;
  const github = openRepository(environment);
  if (!github) return 'No comment: there is no token.';
  const body = renderMarkdown(planSummary(report, { withTimes: false }), { mostBytes: COMMENT_BYTES });
  try {
    const order = { number, name: 'plan', body, isNew: !isQuiet(report) };
    return WORDS[await writeStickyComment(github, order)].replace('#', `#${number}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `No comment on #${number}, the job summary has it all: ${error.message}`;
  }
}

const WORDS = {
  created: 'The plan is told on #.',
  updated: 'The comment on # is up to date again.',
  none: 'Nothing new to tell on #.',
} as const;
