import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { hostname } from 'node:os';
import pLimit from 'p-limit';
import { loadConfig } from '../../config/load-config.ts';
import { type Bot, startBot, type Transport } from '../../slack/bot/bot.ts';
import type { Circumstances } from '../monitor/circumstances.ts';
import { runMonitor } from '../monitor/monitor.ts';
import type { SlackBot } from '../monitor/slack-target.ts';
import { createBranchStore, createFileStore, type StateStore } from '../monitor/store.ts';
import type { Terminal } from '../terminal.ts';
import { createActions } from './actions.ts';
import { createMetrics } from './metrics.ts';
import { startRuns } from './runs.ts';
import { createBotServer, listenAt } from './server.ts';
import { type BotSetup, readSetup } from './setup.ts';

/** How long a run in hand may take once the bot is to stop. */
const STOP_MS = 25_000;

/** `airec-https bot`: answers people in Slack, and looks on a schedule of its own, until it is told to stop. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { environment } = terminal;
  const setup = readSetup(argv, environment);
  const say = (line: string): void => terminal.error(line);
  const { slack: config } = await loadConfig(setup.configFile);
  const told = stopSignal(say);
  const store = openStore(setup, say);
  const target = toTarget(setup);
  const metrics = createMetrics();
  const runs = startRuns({
    everyMs: setup.everyMs,
    metrics,
    say,
    run: () => {
      const { configFile, github } = setup;
      const circumstances = circumstancesOf(setup);
      const common = { configFile, github, store, environment, circumstances, say };
      return runMonitor({ ...common, root: process.cwd(), slack: target });
    },
  });
  let bot: Bot | undefined;
  const takesEvents = setup.slack.signingSecret !== undefined;
  const health = () => {
    const reasons = [runs.ailment(), bot?.isConnected() ? undefined : 'Slack is not connected'];
    return { reasons: reasons.filter((each) => each !== undefined), lastRunAt: runs.lastRunAt() ?? null };
  };
  const server = createBotServer({ health, metrics: metrics.render, takesEvents });
  try {
    if (setup.port !== undefined) terminal.out(`Listening at port ${await listenAt(server, setup.port)}`);
    const { token, apiUrl, channel } = setup.slack;
    const { configFile } = setup;
    const actions = createActions({ configFile, store, runs, slack: target, vantage: hostname(), say });
    const { users, channels, buttons } = config;
    const permissions = { users, channels: channels.length > 0 ? channels : [channel] };
    const transport = toTransport(setup, server);
    bot = await startBot({ token, apiUrl, transport, permissions }, actions, say);
    if (users.length === 0) say('slack.users is empty: nobody may acknowledge, snooze or ask for fixes.');
    if (!buttons) say('slack.buttons is not true: alerts have no buttons.');
    terminal.out('Connected to Slack');
    await told;
  } finally {
    await bot?.stop();
    await runs.stop(STOP_MS);
    server.close();
    server.closeAllConnections();
  }
  return 0;
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(say: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    let isTold = false;
    const stop = (): void => {
      if (isTold) process.exit(130);
      isTold = true;
      say('Stopping: what is in hand is brought to its end. A second signal ends it at once.');
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

/** Runs and people change the state side by side: one after the other. */
function openStore({ stateFile, github }: BotSetup, say: (line: string) => void): StateStore {
  const inTurn = pLimit(1);
  const store =
    stateFile !== undefined || !github
      ? createFileStore(stateFile ?? '', say)
      : createBranchStore(github, say);
  return {
    read: () => inTurn(() => store.read()),
    update: (change) => inTurn(() => store.update(change)),
  };
}

function toTarget({ slack, repositoryUrl }: BotSetup): SlackBot {
  const { token, channel, apiUrl } = slack;
  const docsUrl = `${repositoryUrl ?? ''}/blob/HEAD/docs/monitor.md`;
  return { kind: 'bot', token, channel, apiUrl, links: { runUrl: undefined, docsUrl, repositoryUrl } };
}

function toTransport({ slack: { appToken, signingSecret } }: BotSetup, server: Server): Transport {
  if (appToken) return { kind: 'socket', appToken };
  if (signingSecret) return { kind: 'http', signingSecret, server };
  throw new TypeError('the setup has neither an app token nor a signing secret');
}

function circumstancesOf({ repositoryUrl, branch }: BotSetup): Circumstances {
  return {
    id: randomUUID(),
    vantage: hostname(),
    schedule: null,
    runUrl: undefined,
    repositoryUrl,
    branch,
  };
}
