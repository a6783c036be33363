import type { Config } from '../../config/config.ts';
import type { AppError } from '../../errors/app-error.ts';
import { appendSummary, log, setOutputs, showAnnotations } from '../../github/runner.ts';
import type { Annotation } from '../../reports/annotations.ts';
import { annotate } from '../../reports/deploy/deploy-annotations.ts';
import { deploySummary } from '../../reports/deploy/deploy-summary.ts';
import { renderMarkdown, SUMMARY_BYTES } from '../../reports/summary/markdown.ts';
import { createPaint } from '../../reports/paint.ts';
import { createProgress } from '../../reports/progress.ts';
import { toReport } from '../../reports/deploy/to-report.ts';
import { verdictLine } from '../../reports/deploy/verdict.ts';
import { openRole } from '../action-role.ts';
import type { RoleInputs } from '../inputs.ts';
import { writeRunnerReport } from '../report-file.ts';
import { runDeploy } from './deploy.ts';
import { tellFixes } from './tell-fixes.ts';
import { exitCodeOf, type FailOn } from '../exit-code.ts';
import { VERSION } from '../version.ts';

export interface DeployInputs {
  readonly configFile: string;
  readonly dryRun: boolean;
  readonly failOn: FailOn;
  readonly role: RoleInputs | undefined;
}

/** `command: deploy` of the Action: outputs, job summary, annotations; returns the exit code. */
export async function run({ configFile, dryRun, failOn, role }: DeployInputs): Promise<number> {
  const listener = createProgress(log, createPaint(false));
  const openCredentials = (config: Config) => openRole(role, config, process.env);
  const outcome = await runDeploy({
    configFile,
    dryRun,
    environment: process.env,
    listener,
    openCredentials,
  });
  const report = toReport(outcome, VERSION);
  const reportPath = await writeRunnerReport('airec-https-report.json', report);
  const ids = report.endpoints.flatMap(({ domain, port, certificateId }) =>
    certificateId ? [[`${domain}:${port}`, certificateId]] : [],
  );
  setOutputs({
    status: report.status,
    changed: String(report.changed),
    'certificate-ids': JSON.stringify(Object.fromEntries(ids)),
    'report-path': reportPath,
  });
  await appendSummary(renderMarkdown(deploySummary(report), { mostBytes: SUMMARY_BYTES }));
  showAnnotations(annotate(report));
  log(verdictLine(report));
  for (const { number, error } of await tellFixes(report, process.env)) {
    // Without the permission for looking nobody expects a report, so that it is no warning.
    if (number === undefined) log(`Whether a merged fix waits for this proof is not known: ${error.message}`);
    else showAnnotations([untoldOn(number, error)]);
  }
  return exitCodeOf(report, failOn);
}

function untoldOn(number: number, { code, message, help }: AppError): Annotation {
  const what = `The proof is not on pull request #${number}: ${message}\n${help}`;
  return { level: 'warning', title: code, message: what, location: undefined };
}
