import { createProgress } from '../../reports/progress.ts';
import { planSummary } from '../../reports/plan/plan-summary.ts';
import { renderText } from '../../reports/summary/text.ts';
import { parseChoice, parseOptions } from '../arguments.ts';
import { exitCodeOfPlan, FAIL_ON } from '../exit-code.ts';
import { assertWritable, writeReportFile } from '../report-file.ts';
import { progressPlace, type Terminal } from '../terminal.ts';
import { runPlan } from './plan.ts';

/** `airec-https plan` from a terminal; returns the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions('plan', argv, {
    config: { type: 'string', default: 'airec-https.yml' },
    offline: { type: 'boolean', default: false },
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
  const report = await runPlan({
    configFile: options.config,
    offline: options.offline,
    environment: terminal.environment,
    listener: createProgress(terminal[stream], paint, progressPlace(terminal)),
  });
  const json = JSON.stringify(report, undefined, 2);
  if (options.report !== undefined) await writeReportFile(options.report, json);
  if (options.json) terminal.out(json);
  else
    terminal.out(
      `\n${renderText(planSummary(report, { withTimes: true }), { paint, width: terminal.width })}`,
    );
  return exitCodeOfPlan(report, failOn);
}
