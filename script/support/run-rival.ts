import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RunReport } from './report-run.ts';

/** One run of a rival. */
export interface Run extends RunReport {
  /** From the spawn to the end of its process, milliseconds. */
  readonly wallMs: number;
}

/**
 * Runs a program that ends with `reportRun`.
 *
 * @throws Error when it fails
 */
export async function runRival(file: string, args: readonly (string | number)[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [file, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const [code] = await once(child, 'close');
  const wallMs = performance.now() - started;
  if (code !== 0) throw new Error(`${file} ended with exit code ${code}`);
  const report: RunReport = JSON.parse(text);
  return { ...report, wallMs };
}

/** The median of each measure by itself. */
export function medianRun(runs: readonly Run[]): Run {
  const middle = (key: keyof Run): number => {
    const sorted = runs.map((run) => run[key]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    good: middle('good'),
    wallMs: middle('wallMs'),
    cpuMs: middle('cpuMs'),
    peakMiB: middle('peakMiB'),
  };
}
