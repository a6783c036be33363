// Feeds damaged and hostile input to every reader of what others wrote, for a bounded time, and shows what a reader
// should not have done: crashed, hung, filled the memory, or told a secret. Exit code 1 when there is any.
//
//   npm run fuzz -- [--seconds N] [--seed N] [--target NAME] [--case N | --input FILE]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Defect, examine } from '../test/support/fuzz/examine.ts';
import { type FuzzReport, generateCase } from '../test/support/fuzz/fuzz-run.ts';
import type { FuzzTarget, Input } from '../test/support/fuzz/target.ts';
import { findTarget, TARGETS } from '../test/support/fuzz/targets.ts';

/** How long one case may take before its thread is ended: the reader hangs. */
const HANG_MS = 30_000;
const HEAP_MIB = 512;
const FOLDER = path.join(tmpdir(), 'airec-https-fuzz');

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    target: { type: 'string' },
    case: { type: 'string' },
    input: { type: 'string' },
  },
});
const seed = Number(options.seed);
const targets = options.target === undefined ? TARGETS : [findTarget(options.target)];
const repeated = options.case ?? options.input;

let defects = 0;
for (const target of targets) {
  if (repeated === undefined) await runTarget(target, (Number(options.seconds) * 1000) / targets.length);
  else await repeatCase(target);
}
process.exitCode = defects === 0 ? 0 : 1;

async function runTarget(target: FuzzTarget, milliseconds: number): Promise<void> {
  const startedAt = performance.now();
  const report = await runInThread(target, milliseconds);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const outcomes = Object.entries(report.outcomes).map(([code, count]) => `${code} ${count}`);
  const verdict = report.defects.length === 0 ? 'well' : `${report.defects.length} defects`;
  const { caseNumber: number, milliseconds: slowest } = report.slowest;
  const pace = `${report.cases} cases in ${seconds} s, the slowest (${number}) ${Math.round(slowest)} ms`;
  console.log(`${target.name}: ${verdict}, ${pace} (${outcomes.join(', ')})`);
  for (const { caseNumber, input, ...defect } of report.defects) show(target, defect, { caseNumber, input });
}

/** A thread of its own: a reader that hangs can only be ended from outside. */
async function runInThread(target: FuzzTarget, milliseconds: number): Promise<FuzzReport> {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), {
    workerData: { name: target.name, seed, milliseconds, progress },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  const ended = new Promise<FuzzReport | Defect>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error) => resolve({ kind: 'crash', detail: error.stack ?? error.message }));
    worker.once('exit', (code) =>
      resolve({ kind: hung ? 'slow' : 'crash', detail: `the thread ended with ${code}` }),
    );
  });
  let last = -1;
  let since = performance.now();
  let hung = false;
  const endHung = (): void => {
    hung = true;
    void worker.terminate();
  };
  const watch = setInterval(() => {
    const now = Atomics.load(progress, 0);
    if (now !== last) [last, since] = [now, performance.now()];
    else if (performance.now() - since > HANG_MS) endHung();
  }, 500);
  const end = await ended;
  clearInterval(watch);
  if ('cases' in end) return revive(end);
  const caseNumber = Atomics.load(progress, 0);
  const prepared = await target.prepare();
  const input = generateCase(prepared, { target, seed, caseNumber });
  await prepared.close?.();
  return {
    cases: caseNumber,
    outcomes: {},
    slowest: { caseNumber, milliseconds: HANG_MS },
    defects: [{ ...end, caseNumber, input }],
  };
}

/** Buffers come from another thread as plain arrays of octets. */
function revive(report: FuzzReport): FuzzReport {
  const defectsFound = report.defects.map((defect) => ({
    ...defect,
    input: defect.input.map((part) => Buffer.from(part)),
  }));
  return { ...report, defects: defectsFound };
}

async function repeatCase(target: FuzzTarget): Promise<void> {
  const prepared = await target.prepare();
  const caseNumber = Number(options.case ?? 0);
  const input =
    options.input === undefined
      ? generateCase(prepared, { target, seed, caseNumber })
      : readInput(options.input);
  const { defect, codes } = await examine(target, prepared, input);
  await prepared.close?.();
  console.log(`${target.name}: ${codes.join(', ') || 'read'}`);
  if (defect) show(target, defect, { caseNumber, input });
}

function show(
  target: FuzzTarget,
  { kind, detail }: Defect,
  { caseNumber, input }: { caseNumber: number; input: Input },
): void {
  defects += 1;
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `${target.name}-${seed}-${caseNumber}.json`);
  writeFileSync(file, JSON.stringify(input.map((part) => part.toString('base64'))));
  console.log(`  ${kind}: ${detail}`);
  console.log(`  npm run fuzz -- --target ${target.name} --seed ${seed} --case ${caseNumber}`);
  console.log(`  npm run fuzz -- --target ${target.name} --input ${file}`);
}

/** Parts in base64, as `show` writes them. */
function readInput(file: string): Input {
  const parts: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(parts)) throw new Error(`${file} holds no input`);
  return parts.map((part) => Buffer.from(String(part), 'base64'));
}
