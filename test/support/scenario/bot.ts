import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { startEmulator } from '../../../src/emulator/emulator.ts';
import { serialiseState } from '../../../src/monitoring/parse-state.ts';
import type { MonitorState } from '../../../src/monitoring/monitor-state.ts';
import { broken, iso, Simulation } from '../monitoring.ts';
import { BOT_TOKEN, openAt, scriptSlack, startSlack, type Workspace } from '../slack.ts';
import {
  type Answered,
  type Delivery,
  signing,
  type SlackSocket,
  startResponses,
  startSocket,
} from '../slack-socket.ts';
import { textsOf } from './watched.ts';
import { type RunningProgram, startProgram } from './run-program.ts';
import { until } from './until.ts';
import { DOMAIN, SLB } from './workspace.ts';

const COLLECTING = fileURLToPath(new URL('collecting.mjs', import.meta.url));
/** A bot lives for as long as its test. */
const BOT_MS = 240_000;
export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';

/** A shipped bot, a workspace of Slack, an endpoint whose chain is incomplete, and its incident with an alert. */
export interface BotPlay {
  readonly slack: Workspace;
  readonly program: RunningProgram;
  /** Of the incident. */
  readonly key: string;
  /** Undefined over HTTP. */
  readonly socket: SlackSocket | undefined;
  /** Of the bot's server. */
  readonly url: string;
  /** Has somebody type a command; what the bot answers with. */
  readonly command: (text: string, by?: Partial<Typed>) => Promise<string>;
  /** Has somebody press a button of the alert. */
  readonly press: (action: string, by?: Partial<Typed>) => Promise<string>;
  /** Has somebody open the app's home; the view that is published. */
  readonly openHome: (user?: string) => Promise<string>;
  /** The alert as it is now. */
  readonly alert: () => Promise<string>;
}

export interface Typed {
  readonly user: string;
  readonly team: string;
  readonly channel: string;
}

/** The work of a test with a bot of its own, over each of both transports. */
export function withBot(
  transport: 'socket' | 'http',
  play: (bot: BotPlay) => Promise<void>,
  { argv = [], collects = false }: { readonly argv?: readonly string[]; readonly collects?: boolean } = {},
): () => Promise<void> {
  return async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-bot-'));
    const emulator = await startEmulator();
    const slack = await startSlack();
    const socket = transport === 'socket' ? await startSocket() : undefined;
    let program: RunningProgram | undefined;
    try {
      const issued = emulator.authority.issue({ names: [DOMAIN] });
      const { leafPem: chainPem, keyPem } = issued;
      emulator.place({ instanceId: SLB.instance, chainPem, keyPem, servedFor: [DOMAIN] });
      const addresses = emulator.edges(SLB.instance).map(({ ip, port }) => `${ip}:${port}`);
      await writeFile(path.join(folder, 'root.pem'), emulator.rootPem);
      await writeFile(path.join(folder, 'rec.pem'), chainPem);
      const file = {
        region: 'cn-hangzhou',
        cas: { api: 'guide', endpoint: emulator.endpoint },
        airec: { instance: emulator.airecInstance, bind: 'none' },
        endpoints: [
          {
            domain: DOMAIN,
            certificate: { bundle: 'rec.pem', key: { env: 'REC_KEY' } },
            ingress: [SLB],
            addresses,
            health: { accept: [421] },
          },
        ],
        trust: { roots: ['root.pem'], 'private-networks': true },
        slack: { users: [slack.person], buttons: true },
        monitor: { digest: 'never' },
      };
      await writeFile(path.join(folder, 'airec-https.yml'), stringify(file));
      const { state, key } = await toldState(slack);
      await writeFile(path.join(folder, 'state.json'), serialiseState(state));
      const views: string[] = [];
      const { apiUrl } = await scriptSlack((method, call, body) => {
        if (method === 'apps.connections.open') {
          return call === 2 ? { status: 503 } : { body: { ok: true, url: socket?.url } };
        }
        if (method !== 'views.publish') return undefined;
        views.push(decodeURIComponent(body.replaceAll('+', ' ')));
        return { body: { ok: true } };
      }, slack.apiUrl);
      program = startProgram({
        entry: 'bot.js',
        timeoutMs: BOT_MS,
        argv: ['--state', 'state.json', '--port', '0', ...argv],
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          ...(collects ? { NODE_OPTIONS: `--import ${COLLECTING}` } : {}),
          SLACK_BOT_TOKEN: BOT_TOKEN,
          SLACK_CHANNEL: slack.channel,
          SLACK_API_URL: apiUrl,
          ...(socket ? { SLACK_APP_TOKEN: 'xapp-of-the-bot' } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
        },
      });
      const running = program;
      await until(() => /Connected to Slack/.test(running.stdout()) || running.stderr().includes('['));
      const port = /port (\d+)/.exec(running.stdout())?.[1] ?? '';
      const url = `http://127.0.0.1:${port}`;
      const delivery = socket ?? signing(`${url}/slack/events`, SIGNING_SECRET);
      await play({ slack, program, key, socket, url, ...(await actors(delivery, { slack, key, views })) });
    } finally {
      program?.kill('SIGTERM');
      await program?.ended;
      await socket?.close();
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** A state with one open incident whose alert is in the channel. */
async function toldState(slack: Workspace): Promise<{ state: MonitorState; key: string }> {
  const simulation = new Simulation();
  simulation.time = Date.now() - 3 * 3_600_000;
  for (let run = 0; run < 2; run += 1) simulation.run([broken({ seenAt: iso(simulation.time) })]);
  const posted = { channel: slack.channel, text: 'The alert' };
  // The bot itself: nobody may edit another's message.
  const { ts } = (await openAt(slack.apiUrl).call('chat.postMessage', posted, 'Alerting')) as { ts: string };
  const { only } = simulation;
  const links = { ...only.links, message: { channel: slack.channel, ts } };
  return { state: { ...simulation.state, incidents: [{ ...only, links }] }, key: only.key };
}

interface Scene {
  readonly slack: Workspace;
  readonly key: string;
  readonly views: string[];
}

async function actors(
  delivery: Delivery,
  { slack, key, views }: Scene,
): Promise<Pick<BotPlay, 'command' | 'press' | 'openHome' | 'alert'>> {
  const responses = await startResponses();
  const { team_id: team } = (await slack.ask('auth.test')) as { team_id: string };
  const usual: Typed = { user: slack.person, team, channel: slack.channel };
  return {
    async command(text, by = {}) {
      const { user, team: from, channel } = { ...usual, ...by };
      const common = { command: '/airec-https', text, response_url: responses.url, trigger_id: '1' };
      const who = { user_id: user, team_id: from, channel_id: channel, user_name: 'rita' };
      await delivery.send('slash_commands', { ...common, ...who, token: 't', api_app_id: 'A0' });
      return readAnswer(await responses.next());
    },
    async press(action, by = {}) {
      const { user, team: from, channel } = { ...usual, ...by };
      await delivery.send('interactive', {
        type: 'block_actions',
        user: { id: user, team_id: from, name: 'rita' },
        team: { id: from },
        channel: { id: channel },
        response_url: responses.url,
        trigger_id: '1',
        actions: [{ type: 'button', action_id: action, block_id: 'b', value: key, action_ts: '1.0' }],
      });
      return readAnswer(await responses.next());
    },
    async openHome(user = slack.person) {
      const event = { type: 'app_home_opened', user, channel: 'D0HOME', tab: 'home', event_ts: '1.0' };
      await delivery.send('events_api', { type: 'event_callback', team_id: team, api_app_id: 'A0', event });
      await until(() => views.length > 0);
      return views.splice(0).join('\n');
    },
    async alert() {
      const [message] = (await slack.seen()).slice(-1);
      return [message?.text, ...(message?.blocks ?? []).flatMap(textsOf)].join('\n');
    },
  };
}

function readAnswer({ response_type: kind, text, blocks = [] }: Answered): string {
  if (kind !== 'ephemeral') throw new Error(`everybody sees: ${text}`);
  return [text, ...blocks.map((block) => block.text?.text ?? '')].join('\n');
}
