import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { prepareActionRun } from '../../script/action-environment.ts';
import { readMaterial } from '../../src/certificates/material/read-material.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { IssuedCertificate } from '../../src/emulator/authority.ts';
import type { MonitorReport } from '../../src/reports/monitor-report.ts';
import { ask, closeGitHubs, startGitHub, TOKENS } from '../support/github.ts';
import { type ProgramRun, startProgram } from '../support/scenario/run-program.ts';
import { serve } from '../support/scenario/served.ts';
import { readOutputs } from '../support/scenario/workflow-commands.ts';
import { DOMAIN, SLB } from '../support/scenario/workspace.ts';
import { closeServers } from '../support/servers.ts';
import { BOT_TOKEN, closeSlacks, startSlack, type Workspace } from '../support/slack.ts';

const BUNDLE = 'certs/rec.example.com.pem';

interface MonitorRun extends ProgramRun {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly report: MonitorReport;
}

interface Watched {
  readonly emulator: Emulator;
  readonly issued: IssuedCertificate;
  /** URL of GitHub's API. */
  readonly github: string;
  readonly slack: Workspace;
  /** Has every address serve this chain. */
  readonly place: (chainPem: string) => void;
  /** What a bundle file holds that is checked out. */
  readonly checkOut: (pem: string) => Promise<void>;
  /** One run of the workflow. */
  readonly monitor: (inputs?: Readonly<Record<string, string>>) => Promise<MonitorRun>;
}

let runs = 0;

/** The work of a test with an endpoint, a repository and a channel of its own. */
function watching(play: (watched: Watched) => Promise<void>): () => Promise<void> {
  return async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-monitor-'));
    const emulator = await startEmulator();
    try {
      await play(await assemble(folder, emulator));
    } finally {
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function assemble(folder: string, emulator: Emulator): Promise<Watched> {
  const [github, slack] = [await startGitHub(), await startSlack()];
  const issued = emulator.authority.issue({ names: [DOMAIN] });
  const { workspace } = await prepareActionRun(folder);
  const checkOut = (pem: string): Promise<void> => writeFile(path.join(workspace, BUNDLE), pem);
  await mkdir(path.join(workspace, 'certs'));
  await checkOut(issued.leafPem);
  await ask(github, `/contents/${BUNDLE}`, {
    method: 'PUT',
    body: { message: 'Add', content: Buffer.from(issued.leafPem).toString('base64') },
  });
  await writeFile(path.join(workspace, 'root.pem'), emulator.rootPem);
  await writeFile(path.join(workspace, 'airec-https.yml'), configurationFor(emulator));
  return {
    emulator,
    issued,
    github,
    slack,
    checkOut,
    place: (chainPem) =>
      void emulator.place({ instanceId: SLB.instance, chainPem, keyPem: issued.keyPem, servedFor: [DOMAIN] }),
    async monitor(inputs = {}) {
      runs += 1;
      const id = String(runs);
      const { env } = await prepareActionRun(path.join(folder, `run-${id}`));
      const given = {
        command: 'monitor',
        'github-token': TOKENS.monitor,
        'slack-bot-token': BOT_TOKEN,
        'slack-channel': slack.channel,
        ...inputs,
      };
      const run = await startProgram({
        entry: 'action.js',
        cwd: workspace,
        env: {
          ...env,
          GITHUB_API_URL: github,
          SLACK_API_URL: slack.apiUrl,
          GITHUB_REPOSITORY: 'acme/shop',
          GITHUB_REF_TYPE: 'branch',
          GITHUB_REF_NAME: 'main',
          GITHUB_RUN_ID: id,
          GITHUB_WORKSPACE: workspace,
          ...Object.fromEntries(
            Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
          ),
        },
      }).ended;
      const outputs = readOutputs(await readFile(env['GITHUB_OUTPUT'] ?? '', 'utf8'));
      const summary = await readFile(env['GITHUB_STEP_SUMMARY'] ?? '', 'utf8');
      const { 'report-path': reportPath } = outputs;
      if (reportPath === undefined) throw new Error(`the run came to no report: ${run.stdout}${run.stderr}`);
      const report: MonitorReport = JSON.parse(await readFile(reportPath, 'utf8'));
      return { ...run, outputs, summary, report };
    },
  };
}

function configurationFor(emulator: Emulator): string {
  return stringify({
    region: 'cn-hangzhou',
    cas: { api: 'guide', endpoint: emulator.endpoint },
    airec: { instance: emulator.airecInstance, bind: 'none' },
    endpoints: [
      {
        domain: DOMAIN,
        certificate: { bundle: BUNDLE, key: { env: 'REC_KEY' } },
        ingress: [SLB],
        // Nothing is bound in AIRec, which is not what is looked at here.
        health: { accept: [421] },
        addresses: emulator.edges(SLB.instance).map(({ ip, port }) => `${ip}:${port}`),
      },
    ],
    trust: { roots: ['root.pem'], 'private-networks': true },
    deadlines: { connection: '2s' },
  });
}

interface PullRequest {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly body: string;
  readonly head: { readonly ref: string };
}

async function pullRequests(github: string): Promise<readonly PullRequest[]> {
  return (await ask(github, '/pulls?state=all')) as readonly PullRequest[];
}

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

describe.concurrent('monitor', { timeout: 60_000 }, () => {
  it(
    'says nothing while there is nothing to see',
    watching(async ({ place, issued, checkOut, monitor, slack, github }) => {
      place(issued.bundlePem);
      await checkOut(issued.bundlePem);
      const run = await monitor();
      expect([run.exitCode, run.outputs['status'], run.summary]).toEqual([0, 'healthy', '']);
      expect(await slack.seen()).toEqual([]);
      expect(await pullRequests(github)).toEqual([]);
    }),
  );

  it(
    'tells of a broken chain once, proposes what mends it, and turns green and closes that when it is well',
    watching(async ({ place, issued, monitor, slack, github, emulator }) => {
      place(issued.leafPem);
      const first = await monitor();
      expect([first.exitCode, first.outputs['status']]).toEqual([1, 'broken']);
      expect(await slack.seen()).toEqual([]);

      const second = await monitor();
      expect(second.report.problems).toEqual([]);
      expect(second.outputs).toMatchObject({ 'pull-request-operation': 'created' });
      const [opened] = await pullRequests(github);
      expect(opened?.title).toBe(`fix(certs): complete the chain of ${DOMAIN}`);
      const message = await slack.seen();
      expect(message.map(({ ts }) => ts)).toEqual([second.outputs['slack-ts']]);
      expect(JSON.stringify(message[0])).toContain(`/pull/${opened?.number ?? ''}`);

      const third = await monitor();
      expect(third.outputs).toMatchObject({ 'pull-request-operation': 'none', 'slack-ts': '' });
      expect(await slack.seen()).toHaveLength(1);

      const file = (await ask(github, `/contents/${BUNDLE}?ref=${opened?.head.ref ?? ''}`)) as {
        content: string;
      };
      const pem = Buffer.from(file.content, 'base64').toString();
      expect(readMaterial(Buffer.from(pem), BUNDLE).certificates).toHaveLength(2);
      place(pem);
      for (const address of emulator.edges(SLB.instance)) {
        const served = await serve({ address, domain: DOMAIN, root: emulator.rootPem });
        expect(served).toMatchObject({ verdict: 'trusted', sent: 2 });
      }

      await monitor();
      const last = await monitor();
      expect([last.exitCode, last.outputs['pull-request-operation']]).toEqual([0, 'closed']);
      const [resolved, ...others] = await slack.seen();
      expect(others).toEqual([]);
      expect(JSON.stringify(resolved)).toContain('🟢');
      expect((await pullRequests(github)).map(({ state }) => state)).toEqual(['closed']);
    }),
  );

  it(
    'tells once what two overlapping runs saw',
    watching(async ({ place, issued, monitor, slack, github }) => {
      place(issued.leafPem);
      await monitor();
      const both = await Promise.all([monitor(), monitor()]);
      expect(both.map(({ report }) => report.problems)).toEqual([[], []]);
      await monitor();
      expect(await slack.seen()).toHaveLength(1);
      expect(await pullRequests(github)).toHaveLength(1);
    }),
  );

  it(
    'keeps an alert that Slack refused for the next run, and says why',
    watching(async ({ place, issued, monitor, slack }) => {
      place(issued.leafPem);
      await monitor();
      const refused = await monitor({ 'slack-channel': 'C0NOTTHERE' });
      expect(refused.report.problems.map(({ code }) => code)).toEqual(['SLACK_CHANNEL_NOT_FOUND']);
      await monitor();
      expect(await slack.seen()).toHaveLength(1);
    }),
  );
});
