import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { prepareActionRun } from '../../../script/action-environment.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../src/emulator/emulator.ts';
import type { IssuedCertificate } from '../../../src/emulator/authority.ts';
import type { MonitorReport } from '../../../src/reports/monitor/monitor-report.ts';
import type { Report } from '../../../src/reports/deploy/report.ts';
import { ask, startGitHub, TOKENS } from '../github.ts';
import { type ProgramRun, startProgram } from './run-program.ts';
import { readOutputs } from './workflow-commands.ts';
import { cloudOf, DOMAIN, SLB } from './workspace.ts';
import { BOT_TOKEN, type SeenMessage, startSlack, type Workspace } from '../slack.ts';

export const BUNDLE = 'certs/rec.example.com.pem';

/** What a run of the Action came to. `Kind`: of its report. */
export interface WatchedRun<Kind> extends ProgramRun {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly report: Kind;
}

export type MonitorRun = WatchedRun<MonitorReport>;

/** An endpoint, a repository and a channel, and the monitor between them. */
export interface Watched {
  readonly emulator: Emulator;
  readonly issued: IssuedCertificate;
  /** The checkout of the repository. */
  readonly workspace: string;
  /** URL of GitHub's API. */
  readonly github: string;
  readonly slack: Workspace;
  /** Has every address serve this chain. */
  readonly place: (chainPem: string) => void;
  /** What a bundle file holds that is checked out. */
  readonly checkOut: (pem: string) => Promise<void>;
  /** Adds parts to the configuration, and to each of its endpoints. */
  readonly configure: (parts: object, ofEndpoints?: object) => Promise<void>;
  /** One run of the workflow that monitors. */
  readonly monitor: (inputs?: Readonly<Record<string, string>>, moment?: Moment) => Promise<MonitorRun>;
  /** One run of the workflow that deploys what is checked out; by the clock of the cloud, which is the machine's. */
  readonly deploy: (
    moment?: Pick<Moment, 'variables'>,
    inputs?: Readonly<Record<string, string>>,
  ) => Promise<WatchedRun<Report>>;
}

/** When a run takes place, and behind what. */
export interface Moment {
  /** How far the run's clock is ahead; default: 0. */
  readonly hours?: number;
  /** URLs of the APIs, where they are others than the emulated ones. */
  readonly githubApi?: string;
  readonly slackApi?: string;
  /** More environment variables. */
  readonly variables?: Readonly<Record<string, string>>;
}

const HOUR_MS = 3_600_000;
const SHIFTED_CLOCK = fileURLToPath(new URL('shifted-clock.mjs', import.meta.url));

let runs = 0;

/** The work of a test with an endpoint (or one for each domain, of the same bundle), a repository and a channel of its own. */
export function watching(
  play: (watched: Watched) => Promise<void>,
  domains: readonly [string, ...string[]] = [DOMAIN],
  options: EmulatorOptions = {},
): () => Promise<void> {
  return async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-monitor-'));
    const emulator = await startEmulator({ issuingPolls: 0, deployingPolls: 0, ...options });
    try {
      await play(await assemble(folder, emulator, domains));
    } finally {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function assemble(
  folder: string,
  emulator: Emulator,
  domains: readonly [string, ...string[]],
): Promise<Watched> {
  const [github, slack] = [await startGitHub(), await startSlack()];
  const issued = emulator.authority.issue({ names: domains });
  const { workspace } = await prepareActionRun(folder);
  const checkOut = (pem: string): Promise<void> => writeFile(path.join(workspace, BUNDLE), pem);
  await mkdir(path.join(workspace, 'certs'));
  await checkOut(issued.leafPem);
  await ask(github, `/contents/${BUNDLE}`, {
    method: 'PUT',
    body: { message: 'Add', content: Buffer.from(issued.leafPem).toString('base64') },
  });
  await writeFile(path.join(workspace, 'root.pem'), emulator.rootPem);
  const configure = (...parts: readonly (object | undefined)[]): Promise<void> =>
    writeFile(path.join(workspace, 'airec-https.yml'), configurationFor(emulator, domains, parts));
  await configure();
  return {
    emulator,
    issued,
    workspace,
    github,
    slack,
    checkOut,
    configure,
    place: (chainPem) =>
      void emulator.place({ instanceId: SLB.instance, chainPem, keyPem: issued.keyPem, servedFor: domains }),
    monitor: (inputs, moment) => run<MonitorReport>({ command: 'monitor', ...inputs }, moment),
    deploy: ({ variables } = {}, inputs = {}) =>
      run<Report>(
        { command: 'deploy', ...inputs },
        { variables: { ...deployVariables(emulator, issued), ...variables } },
      ),
  };

  async function run<Kind>(
    inputs: Readonly<Record<string, string>>,
    moment: Moment = {},
  ): Promise<WatchedRun<Kind>> {
    runs += 1;
    const id = String(runs);
    const { env } = await prepareActionRun(path.join(folder, `run-${id}`));
    const given = {
      'github-token': TOKENS.monitor,
      'slack-bot-token': BOT_TOKEN,
      'slack-channel': slack.channel,
      ...inputs,
    };
    const ended = await startProgram({
      entry: 'action.js',
      cwd: workspace,
      env: {
        ...env,
        NODE_OPTIONS: `--import ${SHIFTED_CLOCK}`,
        SHIFTED_CLOCK_MS: String((moment.hours ?? 0) * HOUR_MS),
        GITHUB_API_URL: moment.githubApi ?? github,
        SLACK_API_URL: moment.slackApi ?? slack.apiUrl,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_REF_TYPE: 'branch',
        GITHUB_REF_NAME: 'main',
        GITHUB_RUN_ID: id,
        GITHUB_WORKSPACE: workspace,
        ...moment.variables,
        ...Object.fromEntries(
          Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
        ),
      },
    }).ended;
    const outputs = readOutputs(await readFile(env['GITHUB_OUTPUT'] ?? '', 'utf8'));
    const summary = await readFile(env['GITHUB_STEP_SUMMARY'] ?? '', 'utf8');
    const { 'report-path': reportPath } = outputs;
    if (reportPath === undefined)
      throw new Error(`the run came to no report: ${ended.stdout}${ended.stderr}`);
    const report: Kind = JSON.parse(await readFile(reportPath, 'utf8'));
    return { ...ended, outputs, summary, report };
  }
}

/** What a workflow that deploys has in its environment. */
function deployVariables(emulator: Emulator, { keyPem }: IssuedCertificate): Record<string, string> {
  const { id, secret } = emulator.accessKey;
  return { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret, REC_KEY: keyPem };
}

function configurationFor(
  emulator: Emulator,
  domains: readonly [string, ...string[]],
  [parts = {}, ofEndpoints = {}]: readonly (object | undefined)[],
): string {
  const file = {
    region: 'cn-hangzhou',
    ...cloudOf(emulator),
    airec: { instance: emulator.airecInstance, bind: 'none' },
    endpoints: domains.map((domain) => ({
      domain,
      certificate: { bundle: BUNDLE, key: { env: 'REC_KEY' } },
      ingress: [SLB],
      // Nothing is bound in AIRec, which is not what is looked at here.
      health: { accept: [421] },
      ...ofEndpoints,
      addresses: emulator.edges(SLB.instance).map(({ ip, port }) => `${ip}:${port}`),
    })),
    trust: { roots: ['root.pem'], 'private-networks': true },
    deadlines: { connection: '2s' },
    // Days pass in most of the plays, and any of them could be its day.
    monitor: { digest: 'never' },
    ...parts,
  };
  // The same addresses for each of many endpoints.
  return stringify(file, { aliasDuplicateObjects: false });
}

/** As the API gives it. */
export interface PullRequest {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly body: string;
  readonly head: { readonly ref: string };
}

/** All of them, whatever their state. */
export async function pullRequests(github: string): Promise<readonly PullRequest[]> {
  return (await ask(github, '/pulls?state=all')) as readonly PullRequest[];
}

/** What a file of a branch holds. */
export async function readBranch(github: string, file: string, branch: string): Promise<string> {
  const { content } = (await ask(github, `/contents/${file}?ref=${branch}`)) as { content: string };
  return Buffer.from(content, 'base64').toString();
}

/** Has a person write a file of a branch, whatever was there. */
export async function writeBranch(github: string, file: string, given: { branch: string; text: string }) {
  const { sha } = (await ask(github, `/contents/${file}?ref=${given.branch}`)) as { sha: string };
  const content = Buffer.from(given.text).toString('base64');
  await ask(github, `/contents/${file}`, {
    method: 'PUT',
    body: { message: 'By hand', branch: given.branch, sha, content },
  });
}

/** What people read of messages: their blocks, one line after the other. */
export function readText(messages: readonly SeenMessage[]): string[] {
  return messages.map(({ blocks, text }) => [text, ...(blocks ?? []).flatMap(textsOf)].join('\n'));
}

/** Of a block, buttons left out. */
export function textsOf({ type, text, elements = [] }: NonNullable<SeenMessage['blocks']>[number]): string[] {
  if (type === 'context') return elements.flatMap((element) => element.text.split('\n'));
  return text?.text.split('\n') ?? [];
}

/** Each file of a branch, as its path and the id of its bytes. */
export async function listBranch(github: string, branch: string): Promise<readonly string[]> {
  const { tree } = (await ask(github, `/git/trees/${encodeURIComponent(branch)}?recursive=1`)) as {
    tree: readonly { path: string; type: string; sha: string }[];
  };
  return tree.filter(({ type }) => type === 'blob').map(({ path: file, sha }) => `${file} ${sha}`);
}
