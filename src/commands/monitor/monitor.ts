import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { AppError } from '../../errors/app-error.ts';
import type { GitHub } from '../../github/github.ts';
import { advance } from '../../monitoring/advance.ts';
import type { MonitorRun } from '../../monitoring/monitor-run.ts';
import { emptyState, type MonitorState } from '../../monitoring/monitor-state.ts';
import { judgeSchedule, runDelayMs } from '../../monitoring/schedule-health.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { readBundleFiles } from './bundle-files.ts';
import type { Circumstances, Environment } from './circumstances.ts';
import { openCloud } from './cloud.ts';
import { deliverNotices, type SlackTarget } from './delivery.ts';
import { type FixResult, linkFixes, tendFixes } from './fixes.ts';
import { traceChains } from './ledger.ts';
import { look } from './look.ts';
import { readShards } from './shards.ts';
import type { StateStore } from './store.ts';

export interface MonitorOptions {
  /** Path of airec-https.yml. */
  readonly configFile: string;
  /** The root of the repository's checkout. */
  readonly root: string;
  /** A folder with what shards saw, instead of a look of its own. */
  readonly shards?: string | undefined;
  readonly circumstances: Circumstances;
  readonly store: StateStore;
  /** Holds the credentials for the cloud, if there are any. */
  readonly environment: Environment;
  /** Undefined: no pull requests. */
  readonly github: GitHub | undefined;
  /** Undefined: nobody is told. */
  readonly slack: SlackTarget | undefined;
  /** Hears lines for the log. */
  readonly say: (line: string) => void;
}

/** What a run of the monitor came to. */
export interface MonitorOutcome {
  readonly config: Config;
  readonly circumstances: Circumstances;
  readonly startedAt: string;
  readonly delayMs: number | null;
  /** In the order of the configuration. */
  readonly swept: readonly SweptEndpoint[];
  readonly state: MonitorState;
  readonly fixes: readonly FixResult[];
  /** Time stamps of the messages that were posted or edited. */
  readonly messages: readonly string[];
  /** What of the run itself went wrong; the sweep is told all the same. */
  readonly problems: readonly AppError[];
}

/**
 * `monitor`: looks at every endpoint of the configuration, joins that to what earlier runs saw, and tells people what
 * is new. What cannot be remembered is not told to anybody: it would be told again by every run.
 *
 * @throws CONFIG_…, FILE_UNREADABLE, before anything is looked at
 * @throws MONITOR_SHARDS_ABSENT, MONITOR_SHARD_INVALID when no file of a shard can be used
 */
export async function runMonitor(options: MonitorOptions): Promise<MonitorOutcome> {
  const { circumstances, say } = options;
  const config = await loadConfig(options.configFile);
  const startedAt = new Date();
  const files = await readBundleFiles(config, options.root);
  const vantage = config.monitor.vantage ?? circumstances.vantage;
  const { shards, configFile } = options;
  const seen =
    shards === undefined
      ? { swept: await look(config, { vantage, say }), problems: [] }
      : await readShards(shards, { config, configFile, vantage });
  const problems: AppError[] = [...seen.problems];
  const onProblem = (error: AppError): void => void problems.push(error);
  const { swept, mapping } = await traceChains(seen.swept, {
    config,
    root: options.root,
    files,
    openCloud: () => openCloud(config, options.environment, onProblem),
    onProblem,
  });
  const delayMs = runDelayMs(circumstances.schedule, startedAt);
  const run = toRun(config, swept, { circumstances, startedAt, delayMs });
  const outcome = {
    config,
    circumstances: { ...circumstances, vantage },
    startedAt: run.startedAt,
    delayMs,
    swept,
    problems,
  };
  let state: MonitorState;
  try {
    state = await options.store.update(
      (before) => advance(before, withConditions(run, before), config.monitor).state,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onProblem(error);
    const { state: alone } = advance(emptyState(), run, config.monitor);
    return { ...outcome, state: alone, fixes: [], messages: [] };
  }
  const { github, store, slack } = options;
  const { branch: base } = circumstances;
  const fixes =
    github && base !== undefined
      ? await tendFixes(state, { github, base, config, configFile, swept, files, mapping, onProblem })
      : [];
  const linked = linkFixes(state, fixes);
  try {
    if (JSON.stringify(linked) !== JSON.stringify(state)) {
      state = await store.update((now) => linkFixes(now, fixes));
    }
    const deliveries = await deliverNotices(state, run.id, { slack, store, say, onProblem });
    const messages = deliveries.flatMap(({ message }) => (message ? [message.ts] : []));
    return { ...outcome, state, fixes, messages };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onProblem(error);
    return { ...outcome, state, fixes, messages: [] };
  }
}

interface RunFacts {
  readonly circumstances: Circumstances;
  readonly startedAt: Date;
  readonly delayMs: number | null;
}

function toRun(
  { endpoints }: Config,
  swept: readonly SweptEndpoint[],
  { circumstances: { id, schedule }, startedAt, delayMs }: RunFacts,
): MonitorRun {
  return {
    id,
    startedAt: startedAt.toISOString(),
    schedule,
    delayMs,
    endpoints: swept,
    configured: endpoints.map(({ domain, port }) => `${domain}:${port}`),
    conditions: undefined,
  };
}

/** With what is wrong with the schedule, which is known from the runs before; nothing when no schedule started it. */
function withConditions(run: MonitorRun, { runs }: MonitorState): MonitorRun {
  const { schedule, startedAt } = run;
  if (schedule === null) return run;
  const facts = { schedule, now: new Date(startedAt), runs, repository: undefined };
  return { ...run, conditions: judgeSchedule(facts) };
}
