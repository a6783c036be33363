import type { AppError } from '../errors/app-error.ts';
import type { PlanReport } from '../reports/plan/plan-report.ts';
import type { Report } from '../reports/deploy/report.ts';

export const FAIL_ON = ['error', 'warning', 'never'] as const;
/** The least severity of a finding that makes a run fail. */
export type FailOn = (typeof FAIL_ON)[number];

/** 0 healthy, 1 a finding, 2 a configuration that cannot be used, 3 could not determine. */
export type ExitCode = 0 | 1 | 2 | 3;

/**
 * The exit code of a run that came to a report. A finding says more than what could not be determined. A
 * dry run fails for what forbids deploying, not for what deploying will mend.
 */
export function exitCodeOf(report: Report, failOn: FailOn): ExitCode {
  const errors = report.endpoints.flatMap(({ error }) => (error ? [error] : []));
  const isRefused = errors.length > 0 && errors.every(isRefusal) && !report.changed;
  if (failOn === 'never') return isRefused ? 2 : 0;
  const failing = failOn === 'warning' ? ['error', 'warning'] : ['error'];
  const judged = report.dryRun ? report.endpoints.filter(({ plan }) => plan.length === 0) : report.endpoints;
  if (judged.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity)))) return 1;
  if (errors.some(({ category }) => category === 'certificate')) return 1;
  if (isRefused) return 2;
  if (errors.length > 0 || judged.some(({ status }) => status === 'unknown')) return 3;
  return 0;
}

/** The exit code of a plan: 1 for what forbids deploying, not for what deploying will mend. */
export function exitCodeOfPlan(
  { verdict, endpoints, errors }: Pick<PlanReport, 'verdict' | 'endpoints' | 'errors'>,
  failOn: FailOn,
): ExitCode {
  if (failOn === 'never') return 0;
  if (verdict === 'blocked') return 1;
  const unread = [...errors, ...endpoints.flatMap((endpoint) => endpoint.errors)];
  if (verdict === 'undetermined') return unread.every(isRefusal) ? 2 : 3;
  const isWarned = endpoints.some(({ findings }) => findings.some(({ severity }) => severity === 'warning'));
  return failOn === 'warning' && isWarned ? 1 : 0;
}

/**
 * The exit code of a run that errors ended before there was a report, and thereby before any change. Material that
 * cannot even be read is a refusal too.
 */
export function exitCodeOfErrors(errors: readonly Pick<AppError, 'category'>[]): ExitCode {
  return errors.every((error) => isRefusal(error) || error.category === 'certificate') ? 2 : 3;
}

/** Whether a person has to correct something before anything can be done. */
function isRefusal({ category }: { readonly category: string }): boolean {
  return ['configuration', 'authentication', 'permission'].includes(category);
}
