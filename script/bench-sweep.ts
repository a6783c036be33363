// Measures a sweep of many loopback endpoints against a bare loop of tls.connect and, where it is installed, Debian's
// prometheus-blackbox-exporter; then how time and memory grow. Arguments: numbers of endpoints, 1000 and 5000 by
// default. Exit code 1 when not all see the same number of good endpoints, never because of time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatTable } from '../src/reports/table.ts';
import { bundle, ROOT } from './bundle.ts';
import { medianRun, type Run, runRival } from './support/run-rival.ts';
import { hasBlackbox, startBlackbox } from './support/sweep-blackbox.ts';
import { trustedAmong } from './support/sweep-endpoints.ts';
import { prepareMaterial, type SweepMaterial } from './support/sweep-material.ts';

const ROUNDS = 5;
const GROWTH = [100, 1000, 10_000];
const PROGRAMS = ['listener', 'ours', 'bare', 'blackbox-client'];

/** Runs one rival over `count` endpoints. */
type Rival = (count: number) => Promise<Run>;

const positionals = process.argv.slice(2).map(Number);
const sizes = positionals.length > 0 ? positionals : [1000, 5000];
const growth = positionals.length > 0 ? [] : GROWTH;
const most = Math.max(...sizes, ...growth);

const material = prepareMaterial(most);
const folder = await mkdtemp(path.join(tmpdir(), 'bench-sweep-'));
const closers: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
try {
  // Bundled, as what is shipped is: nobody's start shall wait for types to be stripped.
  const entries = PROGRAMS.map((name) => [
    `sweep-${name}`,
    path.join(ROOT, `script/support/sweep-${name}.ts`),
  ]);
  const worker = path.join(ROOT, 'src/check-worker.ts');
  await bundle({ ...Object.fromEntries(entries), 'check-worker': worker }, folder);
  const port = await startListener(program('listener'), material, most);
  const ours: Rival = (count) => runRival(program('ours'), [port, material.rootFile, count]);
  const rivals = new Map<string, Rival>([
    ['airec-https', ours],
    ['bare tls.connect', (count) => runRival(program('bare'), [port, material.rootFile, count])],
  ]);
  if (hasBlackbox()) rivals.set('blackbox_exporter', await startExporter(port));
  let agree = true;
  for (const size of sizes) agree = (await compare(size, rivals)) && agree;
  await grow(growth, ours);
  if (!agree) process.exitCode = 1;
} finally {
  for (const close of closers.toReversed()) await close();
}

function program(name: string): string {
  return path.join(folder, `sweep-${name}.js`);
}

async function startListener(
  file: string,
  { folder: served }: SweepMaterial,
  count: number,
): Promise<number> {
  const child = spawn(process.execPath, [file, served, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  closers.push(async () => {
    const exited = once(child, 'exit');
    child.stdin.end();
    await exited;
  });
  const [port] = await once(child.stdout, 'data');
  return Number(port);
}

async function startExporter(port: number): Promise<Rival> {
  const exporter = await startBlackbox(material, Math.max(...sizes));
  closers.push(() => exporter.close());
  return async (count) => {
    const before = exporter.usage();
    const run = await runRival(program('blackbox-client'), [exporter.port, port, count]);
    const { cpuMs, peakMiB } = exporter.usage();
    // The client's CPU time is left out; its start is in the time of the others too.
    return { ...run, cpuMs: cpuMs - before.cpuMs, peakMiB };
  };
}

/** Whether all see the same good endpoints. Interleaved: whatever else the machine does meets all alike. */
async function compare(count: number, all: ReadonlyMap<string, Rival>): Promise<boolean> {
  const runs = new Map([...all.keys()].map((name) => [name, [] as Run[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, rival] of all) runs.get(name)?.push(await rival(count));
  }
  const medians = [...runs].map(([name, each]) => ({ name, ...medianRun(each) }));
  const [ours] = medians;
  const rows = medians.map(({ name, good, wallMs, cpuMs, peakMiB }) => [
    name,
    (wallMs / 1000).toFixed(2),
    ((ours?.wallMs ?? 0) / wallMs).toFixed(2),
    (cpuMs / 1000).toFixed(2),
    peakMiB.toFixed(0),
    String(good),
  ]);
  const heading = [`${count} endpoints`, 'seconds', 'ours / theirs', 'CPU s', 'peak MiB', 'good'];
  console.log(`${formatTable([heading, ...rows]).join('\n')}\n`);
  return [...runs.values()].flat().every(({ good }) => good === trustedAmong(count));
}

async function grow(counts: readonly number[], rival: Rival): Promise<void> {
  const rows: string[][] = [];
  for (const count of counts) {
    const runs: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await rival(count));
    const { wallMs, peakMiB } = medianRun(runs);
    rows.push([String(count), (wallMs / 1000).toFixed(2), (wallMs / count).toFixed(2), peakMiB.toFixed(0)]);
  }
  const heading = ['endpoints', 'seconds', 'ms each', 'peak MiB'];
  if (rows.length > 0) console.log(formatTable([heading, ...rows]).join('\n'));
}
