import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { appendSummary, log, setOutputs, showAnnotations } from '../../github/action-output.ts';
import { annotate } from '../../reports/annotations.ts';
import { renderMarkdown } from '../../reports/markdown.ts';
import { createPaint } from '../../reports/paint.ts';
import { createProgress } from '../../reports/progress.ts';
import { renderError } from '../../errors/render.ts';
import { toReport } from '../../reports/report.ts';
import { verdictLine } from '../../reports/verdict.ts';
import { runDeploy } from './deploy.ts';
import { tellFixes } from './tell-fixes.ts';
import { exitCodeOf, type FailOn } from '../exit-code.ts';
import { VERSION } from '../version.ts';

export interface DeployInputs {
  readonly configFile: string;
  readonly dryRun: boolean;
  readonly failOn: FailOn;
}

/** `command: deploy` of the Action: outputs, job summary, annotations; returns the exit code. */
export async function run({ configFile, dryRun, failOn }: DeployInputs): Promise<number> {
  const listener = createProgress(log, createPaint(false));
  const outcome = await runDeploy({ configFile, dryRun, environment: process.env, listener });
  const report = toReport(outcome, VERSION);
  const reportPath = await writeReport(`${JSON.stringify(report, undefined, 2)}\n`);
  const ids = report.endpoints.flatMap(({ domain, port, certificateId }) =>
    certificateId ? [[`${domain}:${port}`, certificateId]] : [],
  );
  setOutputs({
    status: report.status,
    changed: String(report.changed),
    'certificate-ids': JSON.stringify(Object.fromEntries(ids)),
    'report-path': reportPath,
  });
  await appendSummary(renderMarkdown(report));
  showAnnotations(annotate(report));
  log(verdictLine(report));
  const untold = await tellFixes(report, process.env);
  if (untold) log(`The proof was not reported on the pull request. ${renderError(untold)}`);
  return exitCodeOf(report, failOn);
}

/** Beside the runner's other temporary files, so that it is not committed by accident. */
async function writeReport(json: string): Promise<string> {
  const folder = path.resolve(process.env['RUNNER_TEMP'] ?? '.');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'airec-https-report.json');
  await writeFile(file, json);
  return file;
}
