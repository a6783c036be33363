import type { AppError } from '../../errors/app-error.ts';
import { findMergedFixes } from '../../github/find-fixes.ts';
import { writeStickyComment } from '../../github/sticky-comment.ts';
import { renderDeployComment } from '../../reports/deploy/deploy-comment.ts';
import type { Report } from '../../reports/deploy/report.ts';
import { collect } from '../collect.ts';
import { openRepository } from '../repository.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A report that could not be given. */
export interface Untold {
  /** Of the pull request; undefined: GitHub did not say whether there is one. */
  readonly number: number | undefined;
  readonly error: AppError;
}

/**
 * Reports the proof back on the merged pull requests of the monitor that this commit deploys. Returns what could not be
 * done: a deployment does not fail for it.
 */
export async function tellFixes(report: Report, environment: Environment): Promise<readonly Untold[]> {
  const { GITHUB_SHA: commit, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
  const github = openRepository(environment);
  if (!github || !commit || report.dryRun) return [];
  const server = environment['GITHUB_SERVER_URL'];
  const runUrl = server && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
  const untold: Untold[] = [];
  const hear = (number: number | undefined) => (error: AppError) => void untold.push({ number, error });
  const fixes = await collect(hear(undefined), () => findMergedFixes(github, commit));
  for (const { number } of fixes ?? []) {
    const comment = { number, name: 'deployed', body: renderDeployComment(report, runUrl) };
    await collect(hear(number), () => writeStickyComment(github, comment));
  }
  return untold;
}
