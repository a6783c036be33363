import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import type { AppError } from '../../errors/app-error.ts';
import type { GitHub } from '../../github/github.ts';
import { advance } from '../../monitoring/advance.ts';
import type { MonitorRun } from '../../monitoring/monitor-run.ts';
import { emptyState, type MonitorState } from '../../monitoring/monitor-state.ts';
import { noticesOf } from '../../monitoring/outbox.ts';
import { type Readiness, readinessOf, withReadiness } from '../../monitoring/readiness.ts';
import { judgeSchedule, runDelayMs } from '../../monitoring/schedule-health.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import type { MonitorTiming } from '../../reports/monitor/monitor-report.ts';
import { type Answer, type AnswerDesk, applyAnswers, collectAnswers, confirmAnswers } from './answers.ts';
import { readBundleFiles } from './bundle-files.ts';
import type { Circumstances } from './circumstances.ts';
import { collect } from '../collect.ts';
import { deliverNotices } from './delivery.ts';
import { sendDigest } from './digest.ts';
import { type FixResult, linkFixes, tendFixes } from './fixes.ts';
import { refreshMessages, relinkedKeys } from './messages.ts';
import { see, type SeeOptions } from './see.ts';
import { openDesk, type SlackTarget } from './slack-target.ts';
import type { StateStore } from './store.ts';
import { createStopwatch } from './timings.ts';
import { keepUp } from './upkeep.ts';

export interface MonitorOptions extends SeeOptions {
  readonly circumstances: Circumstances;
  readonly store: StateStore;
  /** Undefined: no pull requests. */
  readonly github: GitHub | undefined;
  /** Undefined: nobody is told. */
  readonly slack: SlackTarget | undefined;
}

/** What a run of the monitor came to. */
export interface MonitorOutcome {
  readonly config: Config;
  readonly circumstances: Circumstances;
  readonly startedAt: string;
  readonly delayMs: number | null;
  /** In the order of the configuration. */
  readonly swept: readonly SweptEndpoint[];
  /** In the same order. */
  readonly readiness: readonly Readiness[];
  readonly state: MonitorState;
  readonly fixes: readonly FixResult[];
  /** Time stamps of the messages that were posted or edited. */
  readonly messages: readonly string[];
  /** How long its steps took, in their order. */
  readonly timings: readonly MonitorTiming[];
  /** What of the run itself went wrong; the sweep is told all the same. */
  readonly problems: readonly AppError[];
}

/**
 * `monitor`: looks at every endpoint of the configuration, joins that to what earlier runs saw and to what people have
 * answered, and tells them what is new. What cannot be remembered is not told to anybody: it would be told again by
 * every run.
 *
 * @throws CONFIG_…, FILE_UNREADABLE, before anything is looked at
 * @throws MONITOR_SHARDS_ABSENT, MONITOR_SHARD_INVALID when no file of a shard can be used
 */
export async function runMonitor(options: MonitorOptions): Promise<MonitorOutcome> {
  const { circumstances, github, store, say } = options;
  const config = await loadConfig(options.configFile);
  const now = new Date();
  const { timings, time } = createStopwatch(() => performance.now());
  const files = await readBundleFiles(config, options.root);
  const problems: AppError[] = [];
  const onProblem = (error: AppError): void => void problems.push(error);
  const vantage = config.monitor.vantage ?? circumstances.vantage;
  // It is under way while the endpoints are looked at.
  const kept = store.read();
  kept.catch(() => undefined);
  const { swept, mapping } = await see(options, { config, vantage, files, onProblem, time });
  const readiness = swept.map((endpoint) => readinessOf(endpoint, now));
  const delayMs = runDelayMs(circumstances.schedule, now);
  const run = toRun(config, swept, { circumstances, startedAt: now, delayMs });
  const seen: Omit<MonitorOutcome, 'state'> = {
    config,
    circumstances: { ...circumstances, vantage },
    startedAt: run.startedAt,
    delayMs,
    swept: swept.map((endpoint, index) => withReadiness(endpoint, readiness[index])),
    readiness,
    fixes: [],
    messages: [],
    timings,
    problems,
  };
  const slack = options.slack && openDesk(options.slack, config.slack);
  const desk = { config, circumstances, vantage, github, store, slack, now, say, onProblem };
  const remembered = await time('remember', () => collect(onProblem, () => remember(run, { ...desk, kept })));
  if (!remembered) return { ...seen, state: advance(emptyState(), run, config.monitor).state };
  const { branch: base } = circumstances;
  const { configFile } = options;
  const fixes =
    github && base !== undefined
      ? await time('propose fixes', () =>
          tendFixes(remembered.state, { github, base, config, configFile, swept, files, mapping, onProblem }),
        )
      : [];
  const news = { ...remembered, fixes, run: run.id, readiness };
  const { state, messages } = await time('tell', () => tell(news, desk));
  return { ...seen, state, fixes, messages };
}

interface News extends Remembered {
  readonly fixes: readonly FixResult[];
  /** Id of the run. */
  readonly run: string;
  readonly readiness: readonly Readiness[];
}

/** Tells people what is new, and brings up to date what they were told before. */
async function tell(
  { state: before, answers, fixes, run, readiness }: News,
  desk: Desk,
): Promise<Pick<MonitorOutcome, 'state' | 'messages'>> {
  let state = before;
  const stale = new Set(answers.map(({ key }) => key));
  const deliveries = await collect(desk.onProblem, async () => {
    if (fixes.length > 0 && JSON.stringify(linkFixes(before, fixes)) !== JSON.stringify(before))
      state = await desk.store.update((kept) => linkFixes(kept, fixes));
    for (const key of relinkedKeys(before, state)) stale.add(key);
    // What is told now shows everything.
    for (const { incident } of noticesOf(state, run)) stale.delete(incident.key);
    return deliverNotices(state, run, desk);
  });
  await confirmAnswers(state, answers, desk);
  await refreshMessages(state, stale, desk);
  await sendDigest(state, { ...desk, readiness });
  return { state, messages: (deliveries ?? []).flatMap(({ message }) => (message ? [message.ts] : [])) };
}

interface Desk extends AnswerDesk {
  readonly config: Config;
  /** Where the run looks from. */
  readonly vantage: string;
  readonly circumstances: Circumstances;
  readonly store: StateStore;
  readonly say: (line: string) => void;
}

interface Remembered {
  readonly state: MonitorState;
  readonly answers: readonly Answer[];
}

/** Joins a run, and what people have answered before it, to what is kept. */
async function remember(
  run: MonitorRun,
  desk: Desk & { readonly kept: Promise<MonitorState> },
): Promise<Remembered> {
  const { config, circumstances, store } = desk;
  const before = await desk.kept;
  const answers = await collectAnswers(before, desk);
  const isScheduled = circumstances.schedule !== null;
  const upkeep = await keepUp(before.upkeep, { ...desk, isScheduled });
  const state = await store.update((kept) => {
    const answered = { ...applyAnswers(kept, answers), upkeep };
    const { repositoryUrl } = circumstances;
    return advance(answered, withConditions(run, answered, repositoryUrl), config.monitor).state;
  });
  return { state, answers };
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
function withConditions(
  run: MonitorRun,
  { runs, upkeep: { isPublic, lastCommit } }: MonitorState,
  repositoryUrl: string | undefined,
): MonitorRun {
  const { schedule, startedAt } = run;
  if (schedule === null) return run;
  const repository =
    isPublic === true && lastCommit !== null
      ? { isPublic, lastCommit: new Date(lastCommit), url: repositoryUrl ?? '' }
      : undefined;
  return { ...run, conditions: judgeSchedule({ schedule, now: new Date(startedAt), runs, repository }) };
}
