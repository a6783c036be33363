import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import { writeStickyComment } from '../../github/sticky-comment.ts';
import type { PlanReport } from '../../reports/plan-report.ts';
import { isQuiet, planSummary } from '../../reports/plan-summary.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../reports/summary/markdown.ts';
import { openRepository } from '../repository.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const pullRequestEvent = z.object({ pull_request: z.object({ number: z.int().positive() }) });

/**
 * Keeps the one comment on the pull request of this run up to date; where there is nothing to tell and was nothing told, none
 * is made. Returns what became of it, one line: a plan does not fail for a comment, which a fork's token may not write.
 */
export async function commentPlan(report: PlanReport, environment: Environment): Promise<string> {
  const number = await readNumber(environment);
  if (number === undefined) return 'No comment: this run is for no pull request.';
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

/** Of the pull request that the event is about; undefined: it is about none. */
async function readNumber({ GITHUB_EVENT_PATH: file }: Environment): Promise<number | undefined> {
  if (!file) return undefined;
  try {
    return pullRequestEvent.parse(JSON.parse(await readFile(file, 'utf8'))).pull_request.number;
  } catch {
    return undefined;
  }
}
