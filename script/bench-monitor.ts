// Measures runs of the shipped monitor on many healthy loopback endpoints: how long a quiet run takes beyond its sweep, in
// one shard and in eight, and what it asks of GitHub and Slack; against `check` on the same configuration as the bare
// sweep. Arguments: numbers of endpoints, 1000 and 10000 by default. Exit code 1 when a run is not quiet or asks for more
// than three calls of GitHub or one of Slack, never because of time.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { formatTable } from '../src/reports/table.ts';
import { closeGitHubs, scriptGitHub, startGitHub, TOKENS } from '../test/support/github.ts';
import { closeServers } from '../test/support/servers.ts';
import { BOT_TOKEN, closeSlacks, scriptSlack, startSlack } from '../test/support/slack.ts';
import { prepareActionRun } from './action-environment.ts';
import { ROOT } from './bundle.ts';
import { endpointName, isTrusted } from './support/sweep-endpoints.ts';
import { prepareMaterial } from './support/sweep-material.ts';

const SHARDS = 8;
const MAX_GITHUB = 3;

interface Timed {
  /** Milliseconds from the spawn to the end. */
  readonly wallMs: number;
  /** Of these, what lies between the first and the last line of the sweep. */
  readonly sweepMs: number;
  readonly peakMiB: number;
}

const positionals = process.argv.slice(2).map(Number);
const sizes = positionals.length > 0 ? positionals : [1000, 10_000];
// One in a hundred of them is not trusted, and is left out.
const most = Math.ceil((Math.max(...sizes) * 100) / 99) + 1;
const material = prepareMaterial(most);
const folder = await mkdtemp(path.join(tmpdir(), 'bench-monitor-'));
const listener = spawn(
  process.execPath,
  [path.join(ROOT, 'script/support/sweep-listener.ts'), material.folder, String(most), 'http'],
  { stdio: ['pipe', 'pipe', 'inherit'] },
);
try {
  const [port] = await once(listener.stdout, 'data');
  for (const size of sizes) await measure(size, Number(port));
} finally {
  const ended = once(listener, 'exit');
  listener.stdin.end();
  await ended;
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
  await rm(folder, { recursive: true, force: true });
}

async function measure(size: number, port: number): Promise<void> {
  const workspace = path.join(folder, String(size));
  await mkdir(workspace);
  await copyFile(material.rootFile, path.join(workspace, 'root.pem'));
  await writeFile(path.join(workspace, 'airec-https.yml'), configurationOf(size, port));
  const check = await timed(
    spawnProgram(['cli.js', 'check', '--config', 'airec-https.yml', '--json'], workspace),
  );
  const rows = [
    ['check', seconds(check.wallMs), '', '', '', mebibytes(check), '', ''],
    await one(workspace, check),
    await sharded(workspace, check),
  ];
  console.log(`${size} endpoints`);
  const head = ['run', 'seconds', '/ check', 'beyond its sweep', 'of it', 'peak MiB', 'GitHub', 'Slack'];
  for (const line of formatTable([head, ...rows])) console.log(line);
}

/** The second run of one job: the first one begins the state. */
async function one(workspace: string, check: Timed): Promise<readonly string[]> {
  const world = await openWorld(workspace);
  await world.monitor({});
  const before = world.calls();
  const run = await world.monitor({});
  return row('monitor', run, { check, ...callsSince(before, world.calls()) });
}

/** Eight jobs, one after the other on this machine, and the one that merges them; twice, the second time measured. */
async function sharded(workspace: string, check: Timed): Promise<readonly string[]> {
  const world = await openWorld(workspace);
  const shards = path.join(workspace, 'shards');
  const look = async (): Promise<readonly Timed[]> => {
    await rm(shards, { recursive: true, force: true });
    await mkdir(shards);
    const looks: Timed[] = [];
    for (let shard = 1; shard <= SHARDS; shard += 1) {
      looks.push(await world.monitor({ shard: `${shard}/${SHARDS}` }));
      const name = `airec-https-shard-${shard}-of-${SHARDS}.json`;
      await copyFile(path.join(world.temporary, name), path.join(shards, name));
    }
    return looks;
  };
  await look();
  await world.monitor({ shards });
  const before = world.calls();
  const looks = await look();
  const merge = await world.monitor({ shards });
  const total = {
    wallMs: sum(looks, ({ wallMs }) => wallMs) + merge.wallMs,
    sweepMs: sum(looks, ({ sweepMs }) => sweepMs),
    peakMiB: Math.max(merge.peakMiB, ...looks.map(({ peakMiB }) => peakMiB)),
  };
  console.log(`  the job that merges ${SHARDS} shards: ${seconds(merge.wallMs)} s`);
  return row(`monitor, ${SHARDS} shards`, total, { check, ...callsSince(before, world.calls()) });
}

interface World {
  readonly temporary: string;
  readonly monitor: (inputs: Readonly<Record<string, string>>) => Promise<Timed>;
  readonly calls: () => { readonly github: number; readonly slack: number };
}

async function openWorld(workspace: string): Promise<World> {
  const github = await scriptGitHub(() => undefined, await startGitHub());
  const behind = await startSlack();
  const slack = await scriptSlack(() => undefined, behind.apiUrl);
  const { env } = await prepareActionRun(await mkdtemp(path.join(folder, 'run-')));
  let runs = 0;
  return {
    temporary: env['RUNNER_TEMP'] ?? '',
    calls: () => ({ github: github.calls.length, slack: slack.log().length }),
    monitor: (inputs) => {
      runs += 1;
      const given = {
        command: 'monitor',
        'github-token': TOKENS.monitor,
        'slack-bot-token': BOT_TOKEN,
        'slack-channel': behind.channel,
        ...inputs,
      };
      const inputVariables = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      );
      return timed(
        spawnProgram(['action.js'], workspace, {
          ...env,
          GITHUB_API_URL: github.apiUrl,
          SLACK_API_URL: slack.apiUrl,
          GITHUB_REPOSITORY: 'acme/shop',
          GITHUB_REF_TYPE: 'branch',
          GITHUB_REF_NAME: 'main',
          GITHUB_RUN_ID: String(runs),
          GITHUB_WORKSPACE: workspace,
          ...inputVariables,
        }),
      );
    },
  };
}

function spawnProgram(
  [entry, ...argv]: readonly [string, ...string[]],
  cwd: string,
  env = process.env,
): ChildProcess {
  // `time` tells the peak of memory.
  return spawn(
    '/usr/bin/time',
    ['-f', 'peak %M', process.execPath, path.join(ROOT, 'dist', entry), ...argv],
    {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** @throws Error when the run did not find everything healthy */
async function timed(child: ChildProcess): Promise<Timed> {
  const started = performance.now();
  let [first, last] = [0, 0];
  let text = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    if (piece.includes('Looking at ')) first = performance.now();
    if (piece.includes(' looked at')) last = performance.now();
    if (text.length < 10_000) text += piece;
  });
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => (errors += piece));
  const [code] = await once(child, 'close');
  const wallMs = performance.now() - started;
  if (code !== 0)
    throw new Error(`a run ended with exit code ${code}: ${text.slice(0, 2000)}${errors.slice(0, 2000)}`);
  return { wallMs, sweepMs: last - first, peakMiB: Number(/peak (\d+)/.exec(errors)?.[1]) / 1024 };
}

function row(
  name: string,
  run: Timed,
  { check, github, slack }: { readonly check: Timed; readonly github: number; readonly slack: number },
): readonly string[] {
  if (github > MAX_GITHUB || slack > 0) process.exitCode = 1;
  const beyondMs = run.wallMs - run.sweepMs;
  return [
    name,
    seconds(run.wallMs),
    (run.wallMs / check.wallMs).toFixed(2),
    `${seconds(beyondMs)} s`,
    `${((beyondMs / run.sweepMs) * 100).toFixed(1)} %`,
    mebibytes(run),
    String(github),
    String(slack),
  ];
}

function callsSince(
  before: { readonly github: number; readonly slack: number },
  after: { readonly github: number; readonly slack: number },
): { github: number; slack: number } {
  return { github: after.github - before.github, slack: after.slack - before.slack };
}

function configurationOf(size: number, port: number): string {
  const trusted = Array.from({ length: most }, (_, index) => index)
    .filter(isTrusted)
    .slice(0, size);
  const file = {
    region: 'cn-hangzhou',
    cas: { api: 'guide', endpoint: 'http://127.0.0.1:9' },
    airec: { instance: 'ai-rec-bench', bind: 'none' },
    endpoints: trusted.map((index) => ({
      domain: endpointName(index),
      port,
      certificate: { 'cas-id': 'cert-1' },
      ingress: [{ type: 'SLB', instance: 'lb-1' }],
      addresses: [`127.0.0.1:${port}`],
    })),
    trust: { roots: ['root.pem'], 'private-networks': true },
    monitor: { digest: 'never' },
  };
  return stringify(file, { aliasDuplicateObjects: false });
}

function sum<Item>(items: readonly Item[], measureOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + measureOf(item), 0);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function mebibytes({ peakMiB }: Timed): string {
  return peakMiB.toFixed(0);
}
