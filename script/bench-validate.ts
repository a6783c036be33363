// Measures validations a second: ours against pkijs and the openssl command, on the same chains, in turn. Fails when
// a verdict is not what it should be; never because of time.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  CHAINS,
  FILES,
  HIERARCHIES,
  isValid,
  leafFile,
  TIME,
  writeMaterial,
} from './support/validation-material.ts';

const ROUNDS = 5;
const PROGRAM = path.join(import.meta.dirname, 'support/validate-in-process.ts');

interface Run {
  readonly verdicts: readonly boolean[];
  /** Milliseconds for all chains. */
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
}

/** One process that validates all chains of a folder. */
const RIVALS: Readonly<Record<string, (folder: string) => Promise<Run>>> = {
  'ours, all parsed anew': (folder) => runInProcess('ours anew', folder),
  'ours, parsed before': (folder) => runInProcess('ours parsed', folder),
  'ours, with the cache': (folder) => runInProcess('ours cached', folder),
  'pkijs, all parsed anew': (folder) => runInProcess('pkijs anew', folder),
  'pkijs, parsed before': (folder) => runInProcess('pkijs parsed', folder),
  'openssl verify': runOpenssl,
};

async function runInProcess(way: string, folder: string): Promise<Run> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, way, folder]);
  return JSON.parse(stdout);
}

/** One process for all leaves, which reads the anchors and intermediates once; its start is counted. */
async function runOpenssl(folder: string): Promise<Run> {
  const leaves = Array.from({ length: CHAINS }, (_, chain) => leafFile(chain));
  const time = String(TIME.getTime() / 1000);
  const given = ['-CAfile', FILES.anchors, '-untrusted', FILES.received, '-attime', time];
  const trust = ['-no-CApath', '-no-CAstore', '-purpose', 'sslserver'];
  const started = performance.now();
  let peakKiB = 0;
  const output = await new Promise<string>((resolve, reject) => {
    const command = ['-c', 'openssl "$@" 2>/dev/null; times', 'sh', 'verify', ...trust, ...given, ...leaves];
    const child = execFile('sh', command, { cwd: folder }, (error, stdout) => {
      clearInterval(sampling);
      if (error) reject(error);
      else resolve(stdout);
    });
    const sampling = setInterval(() => (peakKiB = Math.max(peakKiB, readPeakOfChildren(child.pid))), 5);
  });
  const wallMs = performance.now() - started;
  const accepted = new Set([...output.matchAll(/^(\S+): OK$/gm)].map(([, file]) => file));
  const cpuMs = readChildrenTimes(output);
  return { verdicts: leaves.map((leaf) => accepted.has(leaf)), wallMs, cpuMs, peakMiB: peakKiB / 1024 };
}

/** Largest resident set, in KiB, of the only child of process `pid`; 0 when there is none, or no /proc. */
function readPeakOfChildren(pid: number | undefined): number {
  try {
    const child = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Milliseconds of CPU of a shell's children: the last line of what `times` prints (POSIX). */
function readChildrenTimes(output: string): number {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  const seconds = [...line.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  return seconds.reduce((sum, each) => sum + each, 0) * 1000;
}

/** @throws Error naming the first chain whose verdict is not what it should be */
function checkVerdicts(rival: string, { verdicts }: Run): void {
  const wrong = Array.from({ length: CHAINS }, (_, chain) => chain).find(
    (chain) => verdicts[chain] !== isValid(chain),
  );
  if (wrong === undefined) return;
  throw new Error(`${rival}: chain ${wrong} is ${verdicts[wrong]}, should be ${isValid(wrong)}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(hierarchy: string, runs: ReadonlyMap<string, readonly Run[]>): void {
  const ours = median((runs.get('ours, all parsed anew') ?? []).map(({ wallMs }) => wallMs));
  console.log(`\n${hierarchy}: ${CHAINS} chains, median of ${ROUNDS} rounds`);
  console.log(`${''.padEnd(24)}      a second   wall µs    CPU µs  peak MiB   wall: ours anew = 1`);
  for (const [rival, each] of runs) {
    const wall = median(each.map(({ wallMs }) => wallMs));
    const columns = [
      (CHAINS / wall) * 1000,
      (wall / CHAINS) * 1000,
      (median(each.map(({ cpuMs }) => cpuMs)) / CHAINS) * 1000,
      median(each.map(({ peakMiB }) => peakMiB)),
    ].map((value) => value.toFixed(0).padStart(10));
    console.log(`${rival.padEnd(24)}    ${columns.join('')}   ${(wall / ours).toFixed(2).padStart(8)}`);
  }
}

const directory = await mkdtemp(path.join(tmpdir(), 'bench-validate-'));
try {
  await writeMaterial(directory);
  for (const hierarchy of HIERARCHIES) {
    const folder = path.join(directory, hierarchy);
    const runs = new Map<string, Run[]>();
    // Interleaved, so that whatever else the machine does meets all alike; round 0 is for the verdicts alone.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [rival, run] of Object.entries(RIVALS)) {
        const result = await run(folder);
        checkVerdicts(rival, result);
        if (round > 0) runs.set(rival, [...(runs.get(rival) ?? []), result]);
      }
    }
    print(hierarchy, runs);
  }
} finally {
  await rm(directory, { recursive: true });
}
