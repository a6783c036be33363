import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { prepareActionRun } from '../../script/action-environment.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { MonitorReport } from '../../src/reports/monitor/monitor-report.ts';
import { closeGitHubs, startGitHub, TOKENS } from '../support/github.ts';
import { ROOT } from '../support/module-facts.ts';
import { type ProgramRun, startProgram } from '../support/scenario/run-program.ts';
import { readOutputs } from '../support/scenario/workflow-commands.ts';
import { SLB } from '../support/scenario/workspace.ts';
import { BOT_TOKEN, closeSlacks, startSlack } from '../support/slack.ts';

const FIRST = 'rec-0.example.com';
const OTHERS = Array.from({ length: 11 }, (_, index) => `rec-${index + 1}.example.com`);
const DOMAINS = [FIRST, ...OTHERS];

interface Step {
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The inputs of our step in a job of the example, with `replace` in place of its expressions. */
async function inputsOf(job: string, replace: (text: string) => string): Promise<Record<string, string>> {
  const text = await readFile(path.join(ROOT, 'docs/workflows/monitor-sharded.yml'), 'utf8');
  const { jobs } = parse(text) as { jobs: Record<string, { steps: readonly Step[] }> };
  const step = jobs[job]?.steps.find(({ uses }) => uses.startsWith('OWNER/'));
  return Object.fromEntries(Object.entries(step?.with ?? {}).map(([name, value]) => [name, replace(value)]));
}

function configurationFor(emulator: Emulator): string {
  const addresses = emulator.edges(SLB.instance).map(({ ip, port }) => `${ip}:${port}`);
  return stringify({
    region: 'cn-hangzhou',
    cas: { api: 'guide', endpoint: emulator.endpoint },
    airec: { instance: emulator.airecInstance, bind: 'none' },
    endpoints: DOMAINS.map((domain) => ({
      domain,
      certificate: { bundle: 'certs/rec.pem', key: { env: 'REC_KEY' } },
      ingress: [SLB],
      health: { accept: [421] },
      addresses,
    })),
    trust: { roots: ['root.pem'], 'private-networks': true },
  });
}

/** Runs dist/action.js as the runner does. */
async function act(
  place: { readonly folder: string; readonly workspace: string; readonly env: Record<string, string> },
  inputs: Readonly<Record<string, string>>,
): Promise<ProgramRun & { readonly outputs: Readonly<Record<string, string>> }> {
  const { env } = await prepareActionRun(place.folder);
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const run = await startProgram({
    entry: 'action.js',
    cwd: place.workspace,
    env: { ...env, ...place.env, GITHUB_WORKSPACE: place.workspace, ...Object.fromEntries(given) },
  }).ended;
  return { ...run, outputs: readOutputs(await readFile(env['GITHUB_OUTPUT'] ?? '', 'utf8')) };
}

afterAll(() => Promise.all([closeGitHubs(), closeSlacks()]));

it('looks in eight shards and merges them, one of which is lost', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-shards-'));
  const [emulator, github, slack] = [await startEmulator(), await startGitHub(), await startSlack()];
  try {
    const issued = emulator.authority.issue({ names: [FIRST, ...OTHERS] });
    const { bundlePem: chainPem, keyPem } = issued;
    emulator.place({ instanceId: SLB.instance, chainPem, keyPem, servedFor: DOMAINS });
    const { workspace } = await prepareActionRun(folder);
    const shards = path.join(folder, 'shards');
    await Promise.all([path.join(workspace, 'certs'), shards].map((each) => mkdir(each)));
    await writeFile(path.join(workspace, 'certs/rec.pem'), chainPem);
    await writeFile(path.join(workspace, 'root.pem'), emulator.rootPem);
    await writeFile(path.join(workspace, 'airec-https.yml'), configurationFor(emulator));
    const env = {
      GITHUB_API_URL: github,
      SLACK_API_URL: slack.apiUrl,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_REF_NAME: 'main',
    };
    const looks = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (number) => {
        const inputs = await inputsOf('look', (text) => text.replace('${{ matrix.shard }}', String(number)));
        return act({ folder: path.join(folder, `look-${number}`), workspace, env }, inputs);
      }),
    );
    expect(looks.map(({ exitCode }) => exitCode)).toEqual(Array.from({ length: 8 }, () => 0));
    for (const { outputs } of looks) {
      const file = outputs['shard-path'] ?? '';
      await writeFile(path.join(shards, path.basename(file)), await readFile(file));
    }
    const fill = (text: string): string =>
      text
        .replace('${{ runner.temp }}', folder)
        .replace('${{ secrets.SLACK_BOT_TOKEN }}', BOT_TOKEN)
        .replace('C0123456789', slack.channel);
    const inputs = { ...(await inputsOf('tell', fill)), 'github-token': TOKENS.monitor };
    const whole = await act({ folder: path.join(folder, 'whole'), workspace, env }, inputs);
    const report = await reportOf(whole.outputs);
    expect(report.endpoints.map(({ domain }) => domain)).toEqual(DOMAINS);
    expect({ code: whole.exitCode, status: report.status, problems: report.problems }).toEqual({
      code: 0,
      status: 'healthy',
      problems: [],
    });
    await rm(path.join(shards, 'airec-https-shard-3-of-8.json'));
    const torn = await act({ folder: path.join(folder, 'torn'), workspace, env }, inputs);
    const { status, problems, incidents } = await reportOf(torn.outputs);
    expect({ code: torn.exitCode, status, incidents }).toEqual({ code: 3, status: 'unknown', incidents: [] });
    expect(problems.map(({ code }) => code)).toEqual(['MONITOR_SHARD_MISSING']);
  } finally {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function reportOf(outputs: Readonly<Record<string, string>>): Promise<MonitorReport> {
  return JSON.parse(await readFile(outputs['report-path'] ?? '', 'utf8')) as MonitorReport;
}
