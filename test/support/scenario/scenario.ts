import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readMapping } from '../../../src/airec/mapping-file.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../src/emulator/emulator.ts';
import { type Report, reportSchema } from '../../../src/reports/deploy/report.ts';
import { formatCalls, nameOf } from './call-log.ts';
import { type Exposed, findLeaks, readExposedFiles } from './leaks.ts';
import { type ProgramRun, type RunningProgram, startProgram } from './run-program.ts';
import { type Served, serve } from './served.ts';
import {
  type Annotation,
  readAnnotations,
  readMasks,
  readOutputs,
  withoutMasks,
} from './workflow-commands.ts';
import { createWorkspace, DOMAIN, SLB, type Workspace } from './workspace.ts';

/** What a run of the Action gave to its runner. */
export interface ActionResult extends ProgramRun {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Undefined when the run ended before there was one. */
  readonly report: Report | undefined;
}

export interface TerminalResult extends ProgramRun {
  /** What `--json` printed, checked against its schema; undefined without `--json`, or when there was none. */
  readonly report: Report | undefined;
}

interface Where {
  readonly domain?: string;
  readonly instance?: string;
}

/** One emulated cloud, one workspace, and the shipped program between them. */
export interface Scenario extends Workspace {
  readonly emulator: Emulator;
  /** Runs `dist/action.js` as a step with these inputs, after which no secret may be found anywhere. */
  act(inputs?: Readonly<Record<string, string>>): Promise<ActionResult>;
  /** The same, while it runs: for what has to happen in the meantime. */
  startAction(): RunningProgram;
  /** Runs `dist/cli.js` in the workspace, after which no secret may be found anywhere. */
  terminal(...argv: string[]): Promise<TerminalResult>;
  /** The calls since this was asked last, as `formatCalls` writes them. */
  newCalls(): readonly string[];
  /** What every edge serves now. */
  served(where?: Where): Promise<readonly Served[]>;
  /** `rec.example.com:443 #1` for each row; undefined without a file. */
  mappingRows(): Promise<readonly string[] | undefined>;
}

const TOKENS = {
  'github-token': 'ghs_aScenarioTokenForGitHub1234567890abc',
  'slack-bot-token': 'xoxb-1234-aScenarioToken',
};
const POLLS = { issuingPolls: 0, deployingPolls: 1 };

/** The work of a test with a scenario of its own; many may run beside each other. */
export function scenario(
  play: (scenario: Scenario) => Promise<void>,
  options: EmulatorOptions = {},
): () => Promise<void> {
  return async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-scenario-'));
    const accessKey = { id: 'scenario-key', secret: 'aScenarioAccessKeySecret+/=&%' };
    const emulator = await startEmulator({ accessKey, ...POLLS, ...options });
    try {
      await play(assemble(emulator, await createWorkspace(folder, emulator)));
    } finally {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function assemble(emulator: Emulator, workspace: Workspace): Scenario {
  let seen = 0;
  const ids = (): string[] => emulator.certificates.map(({ id }) => id);
  const check = (exposed: readonly Exposed[]) => assertNoLeaks(emulator, workspace, exposed);
  const runAction = (inputs: Readonly<Record<string, string>>): RunningProgram => {
    const program = startAction(workspace, inputs);
    const ended = program.ended.then(async (run) => {
      await check([
        { where: 'log', text: withoutMasks(run.stdout) },
        { where: 'stderr', text: run.stderr },
      ]);
      return run;
    });
    return { ...program, ended };
  };
  return {
    ...workspace,
    emulator,
    act: async (inputs = {}) => toActionResult(await runAction(inputs).ended, workspace),
    startAction: () => runAction({}),
    terminal: async (...argv) => {
      const { workspace: cwd, env, variables } = workspace;
      const { HOME, PATH } = env;
      const run = await startProgram({ entry: 'cli.js', argv, cwd, env: { HOME, PATH, ...variables } }).ended;
      await check([
        { where: 'stdout', text: run.stdout },
        { where: 'stderr', text: run.stderr },
      ]);
      return { ...run, report: argv.includes('--json') ? parseReport(run.stdout) : undefined };
    },
    newCalls() {
      const lines = formatCalls(emulator.calls.slice(seen), ids());
      seen = emulator.calls.length;
      return lines;
    },
    served({ domain = DOMAIN, instance = SLB.instance } = {}) {
      const root = emulator.rootPem;
      return Promise.all(emulator.edges(instance).map((address) => serve({ address, domain, root })));
    },
    async mappingRows() {
      const mapping = await readMapping(workspace.mappingFile);
      return mapping?.rows.map(
        ({ domain, port, certificateId }) => `${domain}:${port} ${nameOf(certificateId, ids())}`,
      );
    },
  };
}

function startAction(
  { workspace: cwd, env, variables }: Workspace,
  inputs: Readonly<Record<string, string>>,
): RunningProgram {
  const given = Object.entries({ ...TOKENS, ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  return startProgram({
    entry: 'action.js',
    cwd,
    env: { ...env, ...variables, ...Object.fromEntries(given) },
  });
}

async function toActionResult(run: ProgramRun, { env }: Workspace): Promise<ActionResult> {
  const take = async (variable: string): Promise<string> => {
    const file = env[variable] ?? '';
    const content = await readFile(file, 'utf8');
    // The next step gets files of its own.
    await writeFile(file, '');
    return content;
  };
  const outputs = readOutputs(await take('GITHUB_OUTPUT'));
  const reportPath = outputs['report-path'];
  return {
    ...run,
    outputs,
    summary: await take('GITHUB_STEP_SUMMARY'),
    annotations: readAnnotations(run.stdout),
    masks: readMasks(run.stdout),
    report: reportPath === undefined ? undefined : parseReport(await readFile(reportPath, 'utf8')),
  };
}

/** Those of other commands are for whoever asked for one. */
function parseReport(text: string): Report | undefined {
  if (text === '') return undefined;
  const report: { command?: string } = JSON.parse(text);
  return report.command === 'deploy' ? reportSchema.parse(report) : undefined;
}

/** Nothing that was printed, written, or sent in a URL or to the bind command holds a secret. */
async function assertNoLeaks(
  emulator: Emulator,
  workspace: Workspace,
  printed: readonly Exposed[],
): Promise<void> {
  const { keyFiles, secrets, env } = workspace;
  const folders = [workspace.workspace, env['RUNNER_TEMP'] ?? ''];
  const files = await Promise.all(folders.map((folder) => readExposedFiles(folder, keyFiles)));
  const urls = emulator.calls.map(({ rawUrl, action }) => ({ where: `URL of ${action}`, text: rawUrl }));
  const leaks = findLeaks([...secrets, ...Object.values(TOKENS)], [...printed, ...files.flat(), ...urls]);
  if (leaks.length > 0) throw new Error(`secrets leaked: ${leaks.join(', ')}`);
}
