import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { appendSummary, log, setOutputs, showAnnotations } from '../../github/runner.ts';
import { type MonitorReport, toMonitorReport } from '../../reports/monitor/monitor-report.ts';
import { annotateMonitor } from '../../reports/monitor/monitor-annotations.ts';
import { isWorthShowing, monitorSummary } from '../../reports/monitor/monitor-summary.ts';
import { createPaint } from '../../reports/paint.ts';
import { renderMarkdown, SUMMARY_BYTES } from '../../reports/summary/markdown.ts';
import { renderText } from '../../reports/summary/text.ts';
import { exitCodeOfMonitor } from './exit.ts';
import type { FailOn } from '../exit-code.ts';
import { openRole } from '../action-role.ts';
import type { RoleInputs } from '../inputs.ts';
import { writeRunnerReport } from '../report-file.ts';
import { openRepository } from '../repository.ts';
import { readAccess, toSlackTarget } from './access.ts';
import { readCircumstances } from './circumstances.ts';
import { createBranchStore, createNoStore } from './store.ts';
import { runMonitor } from './monitor.ts';
import { runShard } from './shard-run.ts';
import type { Shard } from '../../monitoring/shard.ts';

export interface MonitorInputs {
  readonly configFile: string;
  readonly failOn: FailOn;
  readonly shard: Shard | undefined;
  readonly shards: string | undefined;
  readonly role: RoleInputs | undefined;
}

/** `command: monitor` of the Action: outputs, job summary, annotations; returns the exit code. */
export async function run({ shard, ...inputs }: MonitorInputs): Promise<number> {
  return shard ? lookAlone(shard, inputs) : monitorAll(inputs);
}

async function monitorAll({
  configFile,
  failOn,
  shards,
  role,
}: Omit<MonitorInputs, 'shard'>): Promise<number> {
  const environment = process.env;
  const access = readAccess(environment);
  const circumstances = await readCircumstances(environment);
  const github = openRepository(environment);
  if (!github)
    log(
      'There is no github-token: nothing is remembered, so that every run is the first, and no fix is proposed.',
    );
  const outcome = await runMonitor({
    configFile,
    shards,
    root: environment['GITHUB_WORKSPACE'] || process.cwd(),
    environment,
    openCredentials: (config) => openRole(role, config, environment),
    circumstances,
    store: github ? createBranchStore(github, log) : createNoStore(),
    github,
    slack: toSlackTarget(access, environment, circumstances),
    say: log,
  });
  const report = toMonitorReport(outcome);
  logSummary(report);
  const fix = report.pullRequests.find(({ number }) => number !== undefined);
  setOutputs({
    status: report.status,
    'report-path': await writeRunnerReport('airec-https-monitor.json', report),
    'endpoints-json': JSON.stringify(report.endpoints.map(({ name, verdict }) => ({ name, verdict }))),
    'incident-ids': JSON.stringify(report.incidents.map(({ id }) => id)),
    'pull-request-number': String(fix?.number ?? ''),
    'pull-request-url': fix?.url ?? '',
    'pull-request-operation': fix?.operation ?? 'none',
    'slack-ts': report.messages[0] ?? '',
  });
  if (isWorthShowing(report))
    await appendSummary(renderMarkdown(monitorSummary(report), { mostBytes: SUMMARY_BYTES }));
  const { endpoints } = outcome.config;
  const locations = new Map(
    endpoints.map(({ domain, port, locations: { domain: place } }) => [`${domain}:${port}`, place]),
  );
  showAnnotations(annotateMonitor(report, locations));
  return exitCodeOfMonitor(report, outcome.problems, failOn);
}

/** One part of the endpoints, whose file another job merges. */
async function lookAlone(
  shard: Shard,
  { configFile, failOn }: Pick<MonitorInputs, 'configFile' | 'failOn'>,
): Promise<number> {
  const folder = path.resolve(process.env['RUNNER_TEMP'] ?? '.');
  await mkdir(folder, { recursive: true });
  const circumstances = await readCircumstances(process.env);
  const { report, file } = await runShard({ configFile, shard, folder, circumstances, say: log });
  logSummary(report);
  setOutputs({
    status: report.status,
    'shard-path': file,
  });
  return exitCodeOfMonitor(report, [], failOn);
}

function logSummary(report: MonitorReport): void {
  const text = renderText(monitorSummary(report), { paint: createPaint(false), width: Infinity });
  for (const line of text.split('\n')) log(line);
}
