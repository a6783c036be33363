import type { MonitorTiming } from '../../reports/monitor/monitor-report.ts';

/** How long the steps of a run take, in their order. */
export interface Stopwatch {
  readonly timings: readonly MonitorTiming[];
  /** Runs `work` as a step; one that throws is timed too. */
  readonly time: <Result>(step: string, work: () => Promise<Result>) => Promise<Result>;
}

/** `now` gives milliseconds that never go back. */
export function createStopwatch(now: () => number): Stopwatch {
  const timings: MonitorTiming[] = [];
  return {
    timings,
    async time(step, work) {
      const startedAt = now();
      try {
        return await work();
      } finally {
        timings.push({ step, durationMs: Math.round(now() - startedAt) });
      }
    },
  };
}
