import type { AppError } from '../../errors/app-error.ts';
import type { MonitorReport } from '../../reports/monitor/monitor-report.ts';
import { type ExitCode, exitCodeOfErrors, type FailOn } from '../exit-code.ts';

/**
 * The exit code of a run of the monitor. A client that is refused says more than what went wrong in the run, and that
 * more than what could not be determined. With `never` only what went wrong in the run itself counts.
 */
export function exitCodeOfMonitor(
  { status }: Pick<MonitorReport, 'status'>,
  problems: readonly AppError[],
  failOn: FailOn,
): ExitCode {
  const isFinding = status === 'broken' || (status === 'degraded' && failOn === 'warning');
  if (isFinding && failOn !== 'never') return 1;
  if (problems.length > 0) return exitCodeOfErrors(problems);
  return status === 'unknown' && failOn !== 'never' ? 3 : 0;
}
