import { AppError } from '../../errors/app-error.ts';
import { findMergedFixes } from '../../github/find-fixes.ts';
import { writeStickyComment } from '../../github/sticky-comment.ts';
import { renderDeployComment } from '../../reports/deploy-comment.ts';
import type { Report } from '../../reports/report.ts';
import { openRepository } from '../repository.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reports the proof back on the merged pull requests of the monitor that this commit deploys. Returns what could not be
 * done: a deployment does not fail for it.
 */
export async function tellFixes(report: Report, environment: Environment): Promise<AppError | undefined> {
  const { GITHUB_SHA: commit, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
  const github = openRepository(environment);
  if (!github || !commit || !repository || report.dryRun) return undefined;
  const runUrl = run && `${environment['GITHUB_SERVER_URL'] ?? ''}/${repository}/actions/runs/${run}`;
  try {
    for (const { number } of await findMergedFixes(github, commit)) {
      const body = renderDeployComment(report, runUrl || undefined);
      await writeStickyComment(github, { number, name: 'deployed', body });
    }
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
