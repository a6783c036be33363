// Measures how long dist/action.js takes from its spawn to its first line of output, against a bundle of
// the same make that holds @actions/core and @actions/github alone. Fails above MAX_RATIO.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareActionRun, type ActionRun } from './action-environment.ts';
import { bundle, ROOT } from './bundle.ts';

const WARM_UP_ROUNDS = 3;
const ROUNDS = 21;
const MAX_RATIO = 1.5;

const temporary = await mkdtemp(path.join(tmpdir(), 'bench-start-'));
try {
  await bundle({ reference: path.join(ROOT, 'script/reference-action.ts') }, path.join(temporary, 'dist'));
  const run = await prepareActionRun(temporary);
  const ours: number[] = [];
  const reference: number[] = [];
  // Interleaved, so that whatever else the machine does meets both alike.
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const action = await measureFirstOutput(path.join(ROOT, 'dist/action.js'), run);
    const least = await measureFirstOutput(path.join(temporary, 'dist/reference.js'), run);
    if (round < 0) continue;
    ours.push(action);
    reference.push(least);
  }
  const ratio = median(ours) / median(reference);
  console.log(`dist/action.js: ${median(ours).toFixed(0)} ms to its first line, median of ${ROUNDS}`);
  console.log(`@actions/core and @actions/github alone: ${median(reference).toFixed(0)} ms`);
  console.log(`ratio ${ratio.toFixed(2)}, at most ${MAX_RATIO}`);
  if (ratio > MAX_RATIO) process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true });
}

/**
 * Milliseconds from the spawn of `file` to the first bytes on its standard output.
 *
 * @throws Error when it ends without any.
 */
async function measureFirstOutput(file: string, { workspace, env }: ActionRun): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [file], { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let elapsed: number | undefined;
  child.stdout.once('data', () => (elapsed = performance.now() - started));
  child.stdout.resume();
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  await once(child, 'close');
  if (elapsed === undefined) throw new Error(`${file} ended without a line of output\n${errors}`);
  return elapsed;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('No values');
  return middle;
}
