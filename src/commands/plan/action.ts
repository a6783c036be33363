import type { Config } from '../../config/config.ts';
import { appendSummary, log, setOutputs, showAnnotations } from '../../github/runner.ts';
import { annotatePlan } from '../../reports/plan/plan-annotations.ts';
import { planSummary } from '../../reports/plan/plan-summary.ts';
import { planVerdictLine } from '../../reports/plan/plan-words.ts';
import { createPaint } from '../../reports/paint.ts';
import { createProgress } from '../../reports/progress.ts';
import { renderMarkdown, SUMMARY_BYTES } from '../../reports/summary/markdown.ts';
import { openRole } from '../action-role.ts';
import { exitCodeOfPlan, type FailOn } from '../exit-code.ts';
import type { RoleInputs } from '../inputs.ts';
import { writeRunnerReport } from '../report-file.ts';
import { commentPlan } from './comment.ts';
import { runPlan } from './plan.ts';
import { readPullRequest } from './pull-request.ts';

export interface PlanInputs {
  readonly configFile: string;
  readonly failOn: FailOn;
  readonly role: RoleInputs | undefined;
}

/** `command: plan` of the Action: outputs, job summary, annotations, one comment; returns the exit code. */
export async function run({ configFile, failOn, role }: PlanInputs): Promise<number> {
  const pullRequest = await readPullRequest(process.env);
  const report = await runPlan({
    configFile,
    offline: false,
    isForeign: pullRequest?.isForeign,
    environment: process.env,
    listener: createProgress(log, createPaint(false)),
    openCredentials: (config: Config) => openRole(role, config, process.env),
  });
  setOutputs({
    status: report.verdict,
    changed: 'false',
    'report-path': await writeRunnerReport('airec-https-plan.json', report),
  });
  await appendSummary(renderMarkdown(planSummary(report, { withTimes: true }), { mostBytes: SUMMARY_BYTES }));
  showAnnotations(annotatePlan(report));
  log(planVerdictLine(report));
  log(await commentPlan(report, pullRequest, process.env));
  return exitCodeOfPlan(report, failOn);
}
