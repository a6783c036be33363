import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { appError } from '../errors/catalogue.ts';
import { bindEnvironment } from './bind-environment.ts';
import { boundedOutput } from './bounded-output.ts';

/** From the polite signal to the one that cannot be refused. */
const GRACE_MS = 2000;
/** For output still on its way when the command has ended; a child left behind may hold the pipe for ever. */
const DRAIN_MS = 500;

export interface BindRequest {
  /** Command and leading arguments; a command without a slash is looked up on PATH. */
  readonly command: readonly [string, ...string[]];
  readonly instance: string;
  /** Absolute path of the workbook. The command runs in its folder. */
  readonly mappingPath: string;
  readonly region: string;
  readonly timeoutMs: number;
  /** Names of environment variables it may see beyond the basic ones. */
  readonly environment: readonly string[];
  readonly signal?: AbortSignal;
}

type BindEnd =
  | { readonly kind: 'exited'; readonly code: number }
  /** Killed by this program when `timeoutMs` had passed. */
  | { readonly kind: 'timeout' }
  /** Killed by somebody else. */
  | { readonly kind: 'killed'; readonly signal: string };

/** How the command ended. Code 0 is its word, not a proof: what the endpoint serves is. */
export type BindResult = BindEnd & {
  /** Printable lines of both streams, redacted; the first 64 KiB. */
  readonly output: readonly string[];
  readonly truncated: boolean;
  readonly durationMs: number;
};

/**
 * Runs `<command…> domain update --instance-id … --config-file … --region …`, as arguments without a shell,
 * in a process group of its own that is killed as a whole at the timeout, without standard input.
 *
 * @throws BIND_COMMAND_NOT_FOUND, BIND_COMMAND_NOT_EXECUTABLE
 * @throws the reason of `signal` when it aborts; the command is killed first
 */
export async function runBindCommand(request: BindRequest): Promise<BindResult> {
  request.signal?.throwIfAborted();
  const [command, ...parameters] = bindArguments(request);
  const output = boundedOutput();
  const started = performance.now();
  const child = spawn(command, parameters, {
    cwd: path.dirname(request.mappingPath),
    env: bindEnvironment(request.environment, process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  child.stdout.on('data', output.add);
  child.stderr.on('data', output.add);
  const end = await waitForEnd(child, request);
  return {
    ...end,
    output: output.lines(),
    truncated: output.isTruncated(),
    durationMs: performance.now() - started,
  };
}

/** The command and its arguments, as they are run; also for display. */
export function bindArguments({
  command,
  instance,
  mappingPath,
  region,
}: BindRequest): [string, ...string[]] {
  const update = [
    'domain',
    'update',
    '--instance-id',
    instance,
    '--config-file',
    path.basename(mappingPath),
    '--region',
    region,
  ];
  return [...command, ...update];
}

async function waitForEnd(child: ChildProcess, request: BindRequest): Promise<BindEnd> {
  const exit = exitOf(child, request.command[0]);
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const stop = new AbortController();
  const timeout = delay(request.timeoutMs, 'timeout' as const, { signal: stop.signal });
  const abort = abortOf(request.signal, stop.signal);
  // Whichever of the three loses settles later, by `stop`, with nobody waiting.
  timeout.catch(() => undefined);
  try {
    const first = await Promise.race([exit, timeout, abort]);
    if (first !== 'timeout' && first !== 'abort') return first;
    await terminate(child, exit);
    request.signal?.throwIfAborted();
    return { kind: 'timeout' };
  } finally {
    stop.abort();
    if (child.pid !== undefined) await Promise.race([closed, delay(DRAIN_MS, undefined, { ref: false })]);
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

function exitOf(child: ChildProcess, command: string): Promise<BindEnd> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(translateSpawnError(error, command)));
    child.once('exit', (code, signal) => {
      if (code !== null) resolve({ kind: 'exited', code });
      else resolve({ kind: 'killed', signal: signal ?? 'unknown' });
    });
  });
}

function abortOf(signal: AbortSignal | undefined, stop: AbortSignal): Promise<'abort'> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve('abort'), { once: true, signal: stop });
  });
}

async function terminate(child: ChildProcess, exit: Promise<BindEnd>): Promise<void> {
  killGroup(child, 'SIGTERM');
  const grace = new AbortController();
  const limit = delay(GRACE_MS, undefined, { signal: grace.signal }).catch(() => undefined);
  await Promise.race([exit, limit]);
  grace.abort();
  killGroup(child, 'SIGKILL');
  await exit;
}

/** The whole group where there are groups: a script's children would outlive it. */
function killGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}

function translateSpawnError(error: Error, command: string): Error {
  const code = 'code' in error ? String(error.code) : error.message;
  // For a script whose interpreter is missing the system gives the same answer as for a missing file.
  const isThere = path.isAbsolute(command) && existsSync(command);
  if (code === 'ENOENT' && !isThere) return appError('BIND_COMMAND_NOT_FOUND', { command }, { cause: error });
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'the interpreter in its first line is missing',
    EACCES: 'permission denied',
  };
  return appError(
    'BIND_COMMAND_NOT_EXECUTABLE',
    { command, reason: reasons[code] ?? code },
    { cause: error },
  );
}
