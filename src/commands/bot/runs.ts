import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../errors/app-error.ts';
import { renderError, toAppErrors } from '../../errors/render.ts';
import type { MonitorOutcome } from '../monitor/monitor.ts';
import type { Metrics } from './metrics.ts';

/** How many intervals may pass without a run that came to its end. */
const PATIENCE = 3;

export interface RunLoopOptions {
  /** One run. */
  readonly run: () => Promise<MonitorOutcome>;
  /** Undefined: it runs when asked alone. */
  readonly everyMs: number | undefined;
  readonly metrics: Metrics;
  readonly say: (line: string) => void;
}

/** The runs of the bot: one after the other, on its own schedule and when somebody asks. */
export interface RunLoop {
  /**
   * The run that is on its way, or a new one.
   *
   * @throws AppError when it comes to no end
   */
  runNow(): Promise<MonitorOutcome>;
  /** Why nobody should rely on it now; undefined: there is nothing. */
  ailment(): string | undefined;
  /** When the last run that came to its end began, ISO 8601; undefined: there was none. */
  lastRunAt(): string | undefined;
  /** Starts no more; ends with the run that is on its way, or after `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
}

/** Starts the schedule with a run. What a run throws ends that run, not the loop. */
export function startRuns({ run, everyMs, metrics, say }: RunLoopOptions): RunLoop {
  const begunAt = Date.now();
  let last: { readonly at: number; readonly startedAt: string } | undefined;
  let current: Promise<MonitorOutcome> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const attempt = async (): Promise<MonitorOutcome> => {
    const at = Date.now();
    try {
      const outcome = await run();
      metrics.recordRun(outcome, (Date.now() - at) / 1000);
      for (const problem of outcome.problems) say(renderError(problem));
      last = { at, startedAt: outcome.startedAt };
      return outcome;
    } catch (error) {
      metrics.recordFailure();
      const [first, ...others] = toAppErrors(error);
      for (const each of first ? [first, ...others] : []) say(renderError(each));
      throw first ?? error;
    } finally {
      current = undefined;
    }
  };
  const runNow = (): Promise<MonitorOutcome> => (current ??= attempt());
  const tick = async (intervalMs: number): Promise<void> => {
    const at = Date.now();
    try {
      await runNow();
    } catch (error) {
      // It was told in `attempt`.
      if (!(error instanceof AppError)) throw error;
    }
    const tookMs = Date.now() - at;
    if (tookMs > intervalMs) say(`The run took ${Math.round(tookMs / 1000)} s, longer than --every.`);
    if (!isStopped) timer = setTimeout(() => void tick(intervalMs), Math.max(0, intervalMs - tookMs));
  };
  if (everyMs !== undefined) void tick(everyMs);

  return {
    runNow,
    lastRunAt: () => last?.startedAt,
    ailment() {
      if (everyMs === undefined) return undefined;
      const sinceMs = Date.now() - (last?.at ?? begunAt);
      return sinceMs > PATIENCE * everyMs
        ? `no run came to its end for ${Math.round(sinceMs / 1000)} s`
        : undefined;
    },
    async stop(patienceMs) {
      isStopped = true;
      clearTimeout(timer);
      if (!current) return;
      const ended = new AbortController();
      const late = sleep(patienceMs, undefined, { signal: ended.signal }).catch(() => undefined);
      await Promise.race([current.catch(() => undefined), late]);
      ended.abort();
    },
  };
}
