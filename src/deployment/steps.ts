/** The steps of a deployment, in the order of the guide. */
export type StepName =
  | 'identify'
  | 'inspect'
  | 'survey'
  | 'rehearse'
  | 'provision'
  | 'deploy'
  | 'map'
  | 'bind'
  | 'verify'
  | 'diagnose'
  | 'remediate'
  | 'redeploy'
  | 'roll-back'
  | 'retire';

/** `found`: the step did its work and what it saw is not as it should be. */
export type StepOutcome = 'done' | 'skipped' | 'found' | 'failed';

export interface StepHeading {
  readonly name: StepName;
  /** Short, for people: `Deploy to SLB lb-ai-rec-01`. */
  readonly title: string;
  /** `domain:port`; undefined for a step that serves all endpoints. */
  readonly endpoint: string | undefined;
}

/** One of the looks of a step that waits until every address serves the same. */
export interface Look {
  /** Since the step began. */
  readonly elapsedMs: number;
  /** Addresses that served what is waited for, of `addresses`. */
  readonly serving: number;
  readonly addresses: number;
}

export interface StepRecord extends StepHeading {
  /** What was asked of whom: calls, commands, connections; printable lines. */
  readonly asked: readonly string[];
  /** What was seen; printable lines. */
  readonly observed: readonly string[];
  /** One after the other; empty for steps that do not wait for addresses. */
  readonly looks: readonly Look[];
  readonly outcome: StepOutcome;
  readonly durationMs: number;
}

/** Whoever shows a deployment while it runs. */
export interface StepListener {
  started(heading: StepHeading): void;
  asked(line: string): void;
  observed(line: string): void;
  /** Absent: whoever shows it shows no looks. */
  looked?(look: Look): void;
  finished(record: StepRecord): void;
}

/** What a running step may say about itself. */
export interface Step {
  asked(line: string): void;
  observed(line: string): void;
  looked(look: Omit<Look, 'elapsedMs'>): void;
  /** Ends as `skipped` instead of `done`; `reason` is shown as observed. */
  skipped(reason: string): void;
  /** Ends as `found`. */
  found(line: string): void;
}

export interface StepRecorder {
  readonly records: readonly StepRecord[];
  /** Runs `work` as a step; one that throws is recorded as `failed`, and the error goes on. */
  run<Result>(heading: StepHeading, work: (step: Step) => Promise<Result>): Promise<Result>;
  /** Adds to the step that is running, for callers that do not hold it; outside a step it is dropped. */
  asked(line: string): void;
}

/** Records the steps of one deployment, which run one after the other, and tells `listener` as they go. */
export function createStepRecorder(listener: StepListener, now: () => Date): StepRecorder {
  const records: StepRecord[] = [];
  let running: Step | undefined;

  async function run<Result>(heading: StepHeading, work: (step: Step) => Promise<Result>): Promise<Result> {
    const asked: string[] = [];
    const observed: string[] = [];
    const looks: Look[] = [];
    const startedAt = now().getTime();
    let outcome: StepOutcome = 'done';
    const step: Step = {
      asked(line) {
        asked.push(line);
        listener.asked(line);
      },
      observed(line) {
        observed.push(line);
        listener.observed(line);
      },
      looked(seen) {
        const look = { elapsedMs: now().getTime() - startedAt, ...seen };
        looks.push(look);
        listener.looked?.(look);
      },
      skipped(reason) {
        outcome = 'skipped';
        step.observed(reason);
      },
      found(line) {
        outcome = 'found';
        step.observed(line);
      },
    };
    const outer = running;
    running = step;
    listener.started(heading);
    try {
      return await work(step);
    } catch (error) {
      outcome = 'failed';
      throw error;
    } finally {
      running = outer;
      const record = { ...heading, asked, observed, looks, outcome, durationMs: now().getTime() - startedAt };
      records.push(record);
      listener.finished(record);
    }
  }

  return { records, run, asked: (line) => running?.asked(line) };
}
