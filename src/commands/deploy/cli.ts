import { deploySummary } from '../../reports/deploy/deploy-summary.ts';
import { toReport } from '../../reports/deploy/to-report.ts';
import { parseOptions } from '../arguments.ts';
import { exitCodeOf } from '../exit-code.ts';
import { openReportOutput, REPORT_OPTIONS } from '../report-output.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';
import { runDeploy } from './deploy.ts';

/** `airec-https deploy` from a terminal; returns the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions('deploy', argv, {
    ...REPORT_OPTIONS,
    'dry-run': { type: 'boolean', default: false },
  });
  const { failOn, listener, tell } = await openReportOutput(options, terminal);
  const { config: configFile, 'dry-run': dryRun } = options;
  const outcome = await runDeploy({ configFile, dryRun, environment: terminal.environment, listener });
  const report = toReport(outcome, VERSION);
  await tell(report, deploySummary(report));
  return exitCodeOf(report, failOn);
}
