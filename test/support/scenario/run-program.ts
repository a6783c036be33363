import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../../script/bundle.ts';

/** What a child process came to. */
export interface ProgramRun {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  /** One of the shipped bundles. */
  readonly entry: 'action.js' | 'cli.js' | 'bot.js';
  readonly argv?: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Another Node than the one that runs the tests. */
  readonly node?: string;
  /** For what is meant to go on for longer than any run. */
  readonly timeoutMs?: number;
}

export interface RunningProgram {
  readonly ended: Promise<ProgramRun>;
  /** What it has written to standard output so far. */
  stdout(): string;
  stderr(): string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
}

/** Has Node connect to nothing but this machine. */
export const LOOPBACK_ONLY = fileURLToPath(new URL('loopback-only.mjs', import.meta.url));
/** Far more than any scenario takes; it is then a defect that shows as such. */
const TIMEOUT_MS = 25_000;

/** Keeps compiled code from one process to the next, which is a good part of what a short run costs. */
export const COMPILE_CACHE = path.join(ROOT, 'node_modules/.cache/scenarios');

/** Starts a shipped bundle with nothing but loopback to connect to. */
export function startProgram({
  entry,
  argv = [],
  cwd,
  env,
  node = process.execPath,
  timeoutMs = TIMEOUT_MS,
}: Program): RunningProgram {
  const file = path.join(ROOT, 'dist', entry);
  const child = spawn(node, ['--import', LOOPBACK_ONLY, file, ...argv], {
    cwd,
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => (text[name] += chunk));
  }
  const ended = new Promise<ProgramRun>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ exitCode: code ?? undefined, ...text }));
  });
  return {
    ended,
    stdout: () => text.stdout,
    stderr: () => text.stderr,
    kill: (signal) => void child.kill(signal),
  };
}
