import type { AppError, ErrorCategory } from '../errors/app-error.ts';
import type { Report } from '../reports/report.ts';

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
  if (failOn === 'never') return 0;
  const failing = failOn === 'warning' ? ['error', 'warning'] : ['error'];
  const judged = report.dryRun ? report.endpoints.filter(({ plan }) => plan.length === 0) : report.endpoints;
  if (judged.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity)))) return 1;
  const errors = report.endpoints.flatMap(({ error }) => (error ? [error] : []));
  if (errors.some(({ category }) => category === 'certificate')) return 1;
  const isRefused = errors.length > 0 && errors.every(({ category }) => category === 'configuration');
  if (isRefused && !report.changed) return 2;
  if (errors.length > 0 || judged.some(({ status }) => status === 'unknown')) return 3;
  return 0;
}

/** What a person has to correct before anything can be done. */
const REFUSALS: readonly ErrorCategory[] = ['configuration', 'authentication', 'certificate'];

/** The exit code of a run that errors ended before there was a report, and thereby before any change. */
export function exitCodeOfErrors(errors: readonly AppError[]): ExitCode {
  return errors.every(({ category }) => REFUSALS.includes(category)) ? 2 : 3;
}
