import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { acknowledge, snooze } from '../../monitoring/incident-actions.ts';
import { type Incident, isTold } from '../../monitoring/incident.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import { incidentsByKey, membersOf } from '../../monitoring/outbox.ts';
import { checkMessage, incidentsMessage, sentence, shortId, statusMessage } from '../../slack/bot/answers.ts';
import type { BotActions } from '../../slack/bot/listeners.ts';
import { homeView } from '../../slack/bot/home-view.ts';
import type { Message } from '../../slack/block.ts';
import { mrkdwn, mrkdwnLink } from '../../slack/mrkdwn.ts';
import { refreshMessage } from '../../slack/refresh.ts';
import { subjectWords } from '../../slack/words.ts';
import { verdictWords } from '../../reports/monitor/cause-words.ts';
import { look } from '../monitor/look.ts';
import { openDesk, type SlackBot } from '../monitor/slack-target.ts';
import type { StateStore } from '../monitor/store.ts';
import type { RunLoop } from './runs.ts';

/** Endpoints of a group that are looked at together. */
const MAX_CHECKED = 5;
/** A beginning of an incident's id that names it. */
const MIN_ID = 6;

export interface ActionDesk {
  readonly configFile: string;
  readonly store: StateStore;
  readonly runs: Pick<RunLoop, 'runNow'>;
  readonly slack: SlackBot;
  /** Where it looks from, unless the configuration says. */
  readonly vantage: string;
  readonly say: (line: string) => void;
}

/** What the bot does for people: by the same parts as the runs, on the same state. */
export function createActions(desk: ActionDesk): BotActions {
  const { store, slack, runs } = desk;
  const { repositoryUrl } = slack.links;

  /** Applies a change to what `subject` names, shows it in its alert, and says so. */
  async function change(
    subject: string,
    apply: (state: MonitorState, key: string) => MonitorState,
    words: string,
  ): Promise<Message> {
    const named = findIncidents(await store.read(), subject);
    if (named.length === 0) return nothingOpen(subject);
    const state = await store.update((kept) => named.reduce((now, { key }) => apply(now, key), kept));
    const incidents = incidentsByKey(state);
    const { slack: config } = await loadConfig(desk.configFile);
    const opened = openDesk(slack, config);
    const changed = named.flatMap(({ key }) => incidents.get(key) ?? []);
    for (const incident of changed) {
      const told = { incident, members: membersOf(incident, incidents) };
      if (opened.kind === 'bot') await refreshMessage(opened.slack, told, opened.setting);
    }
    const what = changed.map((each) => `\`${shortId(each)}\` ${subjectWords(each)}: ${verdictWords(each)}`);
    return sentence(`${words} ${what.join('; ')}`);
  }

  return {
    status: async () => statusMessage(await store.read()),
    incidents: async () => incidentsMessage(await store.read(), { repositoryUrl }),
    home: async () => homeView(await store.read()),
    acknowledge: (subject, by) => {
      const at = new Date().toISOString();
      return change(subject, (state, key) => acknowledge(state, key, { by, at }), '👀 Acknowledged:');
    },
    snooze: (subject, by, forMs) => {
      const now = Date.now();
      const at = new Date(now).toISOString();
      const until = forMs === null ? null : new Date(now + forMs).toISOString();
      return change(subject, (state, key) => snooze(state, key, { by, at, until }), '💤 Snoozed:');
    },
    async check(subject) {
      const config = await loadConfig(desk.configFile);
      const endpoints = await namedEndpoints(subject, config, store);
      if (endpoints.length === 0) return notConfigured(subject, config);
      const vantage = config.monitor.vantage ?? desk.vantage;
      const seen = await look(config, { vantage, say: desk.say }, endpoints.slice(0, MAX_CHECKED));
      const messages = seen.map(checkMessage);
      const text = messages.map((each) => each.text).join('\n');
      return { text, blocks: messages.flatMap(({ blocks }) => blocks).slice(0, 50) };
    },
    async fix(domain) {
      const before = findIncidents(await store.read(), domain);
      if (before.length === 0) return nothingOpen(domain);
      const known = before.filter(({ links }) => links.pullRequest !== null);
      if (known.length > 0) return fixesOf(known, repositoryUrl);
      const { state } = await runs.runNow();
      const after = findIncidents(state, domain).filter(({ links }) => links.pullRequest !== null);
      return after.length > 0
        ? fixesOf(after, repositoryUrl)
        : sentence(
            'There is no pull request that mends it: the repository holds the right bundle already (then deploy again), or no bundle helps, or this bot runs without `--branch`.',
          );
    },
  };
}

/** Those that are open and told of an endpoint (or of the group it is in), or whose id begins so. */
function findIncidents(state: MonitorState, subject: string): readonly Incident[] {
  const names = [subject, `${subject}:443`];
  const incidents = incidentsByKey(state);
  return state.incidents.filter(isTold).filter((incident) => {
    const endpoints = [incident.endpoint, ...membersOf(incident, incidents).map(({ endpoint }) => endpoint)];
    const isNamed = subject.length >= MIN_ID && incident.key.startsWith(subject);
    return isNamed || endpoints.some((endpoint) => endpoint !== null && names.includes(endpoint));
  });
}

/** The endpoints of the configuration that a domain names, or that an incident is about. */
async function namedEndpoints(
  subject: string,
  { endpoints }: Config,
  store: StateStore,
): Promise<Config['endpoints']> {
  const named = endpoints.filter((each) => each.domain === subject || nameOf(each) === subject);
  if (named.length > 0 || !/^[0-9a-f]{6,64}$/.test(subject)) return named;
  const state = await store.read();
  const incidents = incidentsByKey(state);
  const names = findIncidents(state, subject).flatMap((incident) => [
    incident.endpoint,
    ...membersOf(incident, incidents).map(({ endpoint }) => endpoint),
  ]);
  return endpoints.filter((each) => names.includes(nameOf(each)));
}

function nameOf({ domain, port }: Config['endpoints'][number]): string {
  return `${domain}:${port}`;
}

function fixesOf(incidents: readonly Incident[], repositoryUrl: string | undefined): Message {
  const numbers = new Map(
    incidents.flatMap(({ links: { pullRequest: fix } }) => (fix ? [[fix.number, fix.state] as const] : [])),
  );
  const words = [...numbers].map(([number, state]) => {
    const label = `pull request #${number}`;
    const link = repositoryUrl === undefined ? label : mrkdwnLink(`${repositoryUrl}/pull/${number}`, label);
    return `${link} (${state})`;
  });
  return sentence(`The fix: ${words.join(', ')}`);
}

function nothingOpen(subject: string): Message {
  return sentence(
    `Nothing is open under "${mrkdwn(subject, 260)}". \`/airec-https incidents\` lists what is.`,
  );
}

/** Nobody has it look at strangers' endpoints. */
function notConfigured(subject: string, { endpoints }: Config): Message {
  const names = endpoints.slice(0, 10).map(({ domain }) => `\`${domain}\``);
  const more = endpoints.length > names.length ? ` and ${endpoints.length - names.length} more` : '';
  return sentence(
    `"${mrkdwn(subject, 260)}" is no endpoint of the configuration, which has ${names.join(', ')}${more}.`,
  );
}
