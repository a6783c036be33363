import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { ROOT } from '../../script/bundle.ts';
import { readBlocks } from '../../script/support/markdown-blocks.ts';
import { closeGitHubs, TOKENS } from '../support/github.ts';
import { BRANCH, LOOKING_ROLE, PROVIDER, ROLE, startIdTokens } from '../support/scenario/id-token.ts';
import { onPullRequest } from '../support/scenario/planning.ts';
import { type ActionResult, type Scenario, scenario } from '../support/scenario/scenario.ts';
import { openShell } from '../support/scenario/shell.ts';
import { readBranch } from '../support/scenario/watched.ts';
import { cloudOf } from '../support/scenario/workspace.ts';
import { closeServers } from '../support/servers.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs()]);
});

const page = await readFile(path.join(ROOT, 'docs/getting-started.md'), 'utf8');
const blocks = readBlocks(page).filter(({ part }) => part === 'On GitHub');
const [configuration = '', ...workflows] = textsOf('yaml');
const commands = textsOf('sh').join('').trimEnd().split('\n');

/** Of the statements in docs/ram.md: those of the role that deploys, and of the one that looks. */
const ram = readBlocks(await readFile(path.join(ROOT, 'docs/ram.md'), 'utf8'));
const deploying = actionsBelow('The role that deploys');
const looking = actionsBelow('The role that looks');

const PULL_REQUEST = 'repo:example/airec:pull_request';
const CLB = { type: 'CLB', id: 'lb-ai-rec-01', edges: 2 } as const;

function textsOf(language: string): string[] {
  return blocks.filter((block) => block.language === language).map(({ text }) => text);
}

function actionsBelow(part: string): readonly string[] {
  const text = ram.find((block) => block.part === part && block.language === 'json')?.text ?? '{}';
  const { Statement } = JSON.parse(text) as { Statement: readonly { Action: string | string[] }[] };
  return Statement.flatMap(({ Action }) => Action);
}

interface Step {
  readonly with: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The step of the workflow on the page that runs this Action in `job`. */
function stepOf(job: string): Step {
  const found = workflows
    .map((text) => (parse(text) as { jobs: Record<string, { steps: (Step & { uses: string })[] }> }).jobs)
    .flatMap((jobs) => jobs[job]?.steps ?? [])
    .find(({ uses }) => uses.startsWith('OWNER/airec-https@'));
  if (!found) throw new Error(`The page has no workflow with the job ${job}`);
  return found;
}

/** The inputs and variables of a step as a runner fills them in: secrets that there are not are empty. */
function fillIn(
  values: Readonly<Record<string, string>> = {},
  secrets: Readonly<Record<string, string>> = {},
) {
  const filled = Object.entries(values).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{\{ secrets\.(\w+) \}\}/g, (_all, secret: string) => secrets[secret] ?? ''),
  ]);
  return Object.fromEntries(filled) as Record<string, string>;
}

/** The configuration of the page, for the emulated cloud instead of the real one. */
function emulated(s: Scenario): string {
  const file = parse(configuration) as { endpoints: readonly object[] };
  return stringify({
    ...file,
    ...cloudOf(s.emulator),
    endpoints: file.endpoints.map((endpoint) => ({
      ...endpoint,
      addresses: s.emulator.edges(CLB.id).map(({ ip, port }) => `${ip}:${port}`),
      // Nothing is bound in the emulated AIRec, as somebody's own command would.
      health: { accept: [421] },
    })),
    trust: { roots: ['root.pem'], 'private-networks': true },
    deadlines: { connection: '2s' },
  });
}

/** One run of the job, as that of a workflow whose token has this subject. */
async function runJob(s: Scenario, job: string, subject: string | undefined): Promise<ActionResult> {
  const step = stepOf(job);
  const secrets = { REC_EXAMPLE_COM_KEY: s.secrets.at(-1) ?? '' };
  const token = subject === undefined ? undefined : await startIdTokens(subject);
  const none = { ALIBABA_CLOUD_ACCESS_KEY_ID: '', ALIBABA_CLOUD_ACCESS_KEY_SECRET: '' };
  const variables = fillIn(step.env, subject === undefined ? {} : secrets);
  const noToken = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' };
  Object.assign(s.variables, none, { REC_EXAMPLE_COM_KEY: '' }, noToken, token?.variables, variables);
  const run = await s.act({
    'oidc-audience': 'sts.aliyuncs.com',
    'github-token': TOKENS.monitor,
    'slack-bot-token': '',
    ...fillIn(step.with),
  });
  token?.close();
  return run;
}

describe('docs/getting-started.md, on GitHub', { timeout: 120_000 }, () => {
  it(
    'plans on the pull request, deploys when it is merged, and monitors, with what the page says and nothing else',
    scenario(
      async (s) => {
        const issued = s.emulator.authority.issue({ names: ['rec.example.com'] });
        await s.supply(issued, { file: 'certs/rec.example.com.pem' });
        await s.write('airec-https.yml', emulated(s));
        const paths = [...page.matchAll(/^`(\.github\/workflows\/\w+\.yml)`/gm)].map(([, file = '']) => file);
        expect(paths).toHaveLength(3);
        for (const [index, file] of paths.entries()) await s.write(file, workflows[index] ?? '');

        const pushed = await push(s);
        expect(pushed).toEqual([...paths.toSorted(), 'airec-https.yml', 'certs/rec.example.com.pem']);

        const pull = await onPullRequest(s);
        const fork = await runJob(s, 'plan', undefined);
        expect([fork.exitCode, fork.outputs['status']]).toEqual([0, 'open']);
        const planned = await runJob(s, 'plan', PULL_REQUEST);
        expect([planned.exitCode, planned.outputs['status']]).toEqual([0, 'planned']);
        const [comment = '', ...others] = await pull.comments();
        expect(others).toEqual([]);
        expect(comment).toContain('✅\u{A0}5 of 5');
        expect(s.emulator.certificates).toEqual([]);

        const first = await runJob(s, 'deploy', BRANCH);
        expect(first.outputs).toMatchObject({ status: 'healthy', changed: 'true' });
        expect(first.summary).toContain('1 endpoint healthy');
        const again = await runJob(s, 'deploy', BRANCH);
        expect(again.outputs).toMatchObject({ status: 'healthy', changed: 'false' });
        const served = await s.served({ instance: CLB.id });
        expect(served.map(({ sent, verdict }) => [sent, verdict])).toEqual(
          Array.from({ length: 2 }, () => [2, 'trusted']),
        );

        const watched = await runJob(s, 'monitor', undefined);
        expect([watched.exitCode, watched.outputs['status']]).toEqual([0, 'healthy']);
        const github = s.variables['GITHUB_API_URL'] ?? '';
        const state = JSON.parse(await readBranch(github, 'state.json', 'airec-https-state')) as object;
        expect(state).toHaveProperty('incidents', []);
        expect(s.emulator.calls.filter(({ outcome }) => outcome === 'Forbidden.RAM')).toEqual([]);
      },
      {
        api: '2020-04-07',
        instances: [CLB],
        account: {
          oidc: {
            providerArn: PROVIDER,
            audience: 'sts.aliyuncs.com',
            roles: [
              { arn: ROLE, subjects: [BRANCH], allowed: deploying },
              { arn: LOOKING_ROLE, subjects: [PULL_REQUEST, BRANCH], allowed: looking },
            ],
          },
        },
      },
    ),
  );
});

/** Types what the page says, in a repository with an origin. Returns what is on the pushed branch. */
async function push(s: Scenario): Promise<readonly string[]> {
  const { PATH, HOME } = s.env;
  const who = { GIT_CONFIG_COUNT: '2', GIT_CONFIG_KEY_0: 'user.name', GIT_CONFIG_VALUE_0: 'Rita' };
  const mail = { GIT_CONFIG_KEY_1: 'user.email', GIT_CONFIG_VALUE_1: 'rita@example.com' };
  const shell = openShell(s.workspace, { PATH, HOME, ...who, ...mail });
  const before = ['git init -q --bare ../origin', 'git init -q', 'git remote add origin ../origin'];
  for (const command of [...before, ...commands]) {
    const { exitCode, printed } = await shell.type(command);
    expect(exitCode, `${command}\n${printed}`).toBe(0);
  }
  const { printed } = await shell.type('git ls-tree -r --name-only origin/airec-https');
  await shell.close();
  return printed.trimEnd().split('\n');
}
