import type { StepListener } from '../deployment/steps.ts';
import { createProgress } from '../reports/progress.ts';
import type { Summary } from '../reports/summary/summary.ts';
import { renderText } from '../reports/summary/text.ts';
import { parseChoice } from './arguments.ts';
import { FAIL_ON, type FailOn } from './exit-code.ts';
import { assertWritable, writeReportFile } from './report-file.ts';
import { progressPlace, type Terminal } from './terminal.ts';

/** Options of every command that comes to a report. */
export const REPORT_OPTIONS = {
  config: { type: 'string', default: 'airec-https.yml' },
  json: { type: 'boolean', default: false },
  report: { type: 'string' },
  'fail-on': { type: 'string', default: 'error' },
  'no-color': { type: 'boolean', default: false },
} as const;

interface ReportOptions {
  readonly json: boolean;
  readonly report?: string | undefined;
  readonly 'fail-on': string;
  readonly 'no-color': boolean;
}

/** How a command tells what it does and what came of it. */
export interface ReportOutput {
  readonly failOn: FailOn;
  readonly listener: StepListener;
  /** Writes and prints the report: as JSON where that is asked for, else its summary. */
  readonly tell: (report: object, summary: Summary) => Promise<void>;
}

/**
 * The output of a command, from its options. That a report can be written is known before the work.
 *
 * @throws USAGE, REPORT_NOT_WRITABLE
 */
export async function openReportOutput(options: ReportOptions, terminal: Terminal): Promise<ReportOutput> {
  const { json, report: file } = options;
  const failOn = parseChoice('--fail-on', options['fail-on'], FAIL_ON);
  if (file !== undefined) await assertWritable(file);
  // With --json, standard output is the report and nothing else.
  const stream = json ? 'error' : 'out';
  const paint = terminal.paint(stream, options['no-color']);
  return {
    failOn,
    listener: createProgress(terminal[stream], paint, progressPlace(terminal)),
    async tell(report, summary) {
      const text = JSON.stringify(report, undefined, 2);
      if (file !== undefined) await writeReportFile(file, text);
      terminal.out(json ? text : `\n${renderText(summary, { paint, width: terminal.width })}`);
    },
  };
}
