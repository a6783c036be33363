import { planSummary } from '../../reports/plan/plan-summary.ts';
import { parseOptions } from '../arguments.ts';
import { exitCodeOfPlan } from '../exit-code.ts';
import { openReportOutput, REPORT_OPTIONS } from '../report-output.ts';
import type { Terminal } from '../terminal.ts';
import { runPlan } from './plan.ts';

/** `airec-https plan` from a terminal; returns the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions('plan', argv, {
    ...REPORT_OPTIONS,
    offline: { type: 'boolean', default: false },
  });
  const { failOn, listener, tell } = await openReportOutput(options, terminal);
  const { config: configFile, offline } = options;
  const report = await runPlan({ configFile, offline, environment: terminal.environment, listener });
  await tell(report, planSummary(report, { withTimes: true }));
  return exitCodeOfPlan(report, failOn);
}
