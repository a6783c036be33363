import { createProgress } from '../../reports/progress.ts';
import { toReport } from '../../reports/deploy/to-report.ts';
import { deploySummary } from '../../reports/deploy/deploy-summary.ts';
import { renderText } from '../../reports/summary/text.ts';
import { parseChoice, parseOptions } from '../arguments.ts';
import { runDeploy } from './deploy.ts';
import { exitCodeOf, FAIL_ON } from '../exit-code.ts';
import { assertWritable, writeReportFile } from '../report-file.ts';
import { progressPlace, type Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

/** `airec-https deploy` from a terminal; returns the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions('deploy', argv, {
    config: { type: 'string', default: 'airec-https.yml' },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    report: { type: 'string' },
    'fail-on': { type: 'string', default: 'error' },
    'no-color': { type: 'boolean', default: false },
  });
  const failOn = parseChoice('--fail-on', options['fail-on'], FAIL_ON);
  if (options.report !== undefined) await assertWritable(options.report);
  // With --json, standard output is the report and nothing else.
  const stream = options.json ? 'error' : 'out';
  const paint = terminal.paint(stream, options['no-color']);
  const outcome = await runDeploy({
    configFile: options.config,
    dryRun: options['dry-run'],
    environment: terminal.environment,
    listener: createProgress(terminal[stream], paint, progressPlace(terminal)),
  });
  const report = toReport(outcome, VERSION);
  const json = JSON.stringify(report, undefined, 2);
  if (options.report !== undefined) await writeReportFile(options.report, json);
  if (options.json) terminal.out(json);
  else terminal.out(`\n${renderText(deploySummary(report), { paint, width: terminal.width })}`);
  return exitCodeOf(report, failOn);
}
