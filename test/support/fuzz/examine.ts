import { performance } from 'node:perf_hooks';
import { inspect } from 'node:util';
import { AppError, AppErrors } from '../../../src/errors/app-error.ts';
import type { FuzzTarget, Input, PreparedTarget } from './target.ts';

const MAX_MS = 1_000;
const MAX_GROWTH_BYTES = 150 * 1024 * 1024;

/** What an input showed to be wrong with the reader. */
export interface Defect {
  readonly kind: 'crash' | 'slow' | 'memory' | 'secret' | 'unprintable';
  readonly detail: string;
}

/** What became of one input. */
export interface Examination {
  /** Undefined: all is well. */
  readonly defect: Defect | undefined;
  /** Codes of the errors that it was refused with; empty when it was read. */
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

/** Has the target read `input`, and judges what it does: in time, in little memory, with no error but its own. */
export async function examine(
  target: FuzzTarget,
  prepared: PreparedTarget,
  input: Input,
): Promise<Examination> {
  const first = await attempt(prepared, input);
  const defect = findThrown(target, first) ?? findTold(first, prepared.secretsIn?.(input) ?? []);
  return {
    defect: defect ?? (await findExcess(prepared, input, first)),
    codes: first.errors.map(codeOf),
    milliseconds: first.milliseconds,
  };
}

interface Attempt {
  readonly milliseconds: number;
  readonly growth: number;
  /** What was thrown, one by one. */
  readonly errors: readonly unknown[];
}

async function attempt(prepared: PreparedTarget, input: Input): Promise<Attempt> {
  const residentBefore = process.memoryUsage.rss();
  const startedAt = performance.now();
  let errors: readonly unknown[] = [];
  try {
    await prepared.run(input);
  } catch (error) {
    errors = error instanceof AppErrors ? error.errors : [error];
  }
  return {
    milliseconds: performance.now() - startedAt,
    growth: process.memoryUsage.rss() - residentBefore,
    errors,
  };
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : 'none';
}

function findThrown({ codes }: FuzzTarget, { errors }: Attempt): Defect | undefined {
  const expected: readonly string[] = codes;
  const stranger = errors.find((error) => !(error instanceof AppError) || !expected.includes(error.code));
  if (stranger === undefined) return undefined;
  const detail = stranger instanceof Error ? (stranger.stack ?? stranger.message) : inspect(stranger);
  return { kind: 'crash', detail };
}

/** What errors say, their causes included: people may see it all. */
function findTold({ errors }: Attempt, secrets: readonly string[]): Defect | undefined {
  for (const error of errors) {
    const texts = [...textsOf(error)];
    const secret = secrets.find((each) => texts.some((text) => text.includes(each)));
    if (secret !== undefined) return { kind: 'secret', detail: `${codeOf(error)} tells a secret` };
    // oxlint-disable-next-line no-control-regex -- to find them is the purpose
    const raw = texts.slice(0, 2).find((text) => /[\u0000-\u001f\u007f-\u009f\u202e]/.test(text));
    if (raw !== undefined) return { kind: 'unprintable', detail: `${codeOf(error)}: ${JSON.stringify(raw)}` };
  }
  return undefined;
}

/** Message and help first. */
function* textsOf(error: unknown): Generator<string> {
  if (!(error instanceof Error)) return;
  yield error.message;
  if (error instanceof AppError) yield error.help;
  yield error.stack ?? '';
  yield* textsOf(error.cause);
}

/** An excess counts when it is there a second time: the first may be another program's or the collector's. */
async function findExcess(
  prepared: PreparedTarget,
  input: Input,
  first: Attempt,
): Promise<Defect | undefined> {
  if (first.milliseconds <= MAX_MS && first.growth <= MAX_GROWTH_BYTES) return undefined;
  const second = await attempt(prepared, input);
  const milliseconds = Math.min(first.milliseconds, second.milliseconds);
  if (milliseconds > MAX_MS) return { kind: 'slow', detail: `${Math.round(milliseconds)} ms` };
  const growth = Math.min(first.growth, second.growth);
  if (growth > MAX_GROWTH_BYTES) return { kind: 'memory', detail: `${Math.round(growth / 2 ** 20)} MiB` };
  return undefined;
}
