import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createEmulator, type Emulator } from 'emulate';
import { Secret } from '../../src/errors/secret.ts';
import type { MessageSetting } from '../../src/slack/incident-message.ts';
import { openSlack, type Slack } from '../../src/slack/slack.ts';
import { listen } from './servers.ts';

export const BOT_TOKEN = 'xoxb-of-the-monitor';
const PERSON_TOKEN = 'xoxp-of-a-person';

export const SETTING: MessageSetting = {
  runUrl: 'https://github.com/acme/shop/actions/runs/7',
  docsUrl: 'https://github.com/acme/shop/blob/main/docs/slack.md',
  repositoryUrl: 'https://github.com/acme/shop',
  mention: '<!subteam^S012AB3CD>',
  interaction: 'reactions',
};

const emulators = new Set<Emulator>();

/** Stops every emulated Slack; for `afterAll`, with `closeServers`. */
export async function closeSlacks(): Promise<void> {
  await Promise.all([...emulators].map((emulator) => emulator.close()));
  emulators.clear();
}

/** A message as people see it. */
export interface SeenMessage {
  readonly ts: string;
  readonly text: string;
  readonly blocks?: readonly {
    readonly type: string;
    readonly text?: { readonly text: string };
    /** Of a context. */
    readonly elements?: readonly { readonly text: string }[];
  }[];
  readonly thread_ts?: string;
}

export interface Workspace {
  readonly apiUrl: string;
  readonly channel: string;
  /** User ID of the person. */
  readonly person: string;
  /** Calls a method as a person does. */
  ask(method: string, options?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  /** Messages of the channel, the latest first. */
  seen(): Promise<readonly SeenMessage[]>;
  thread(ts: string): Promise<readonly SeenMessage[]>;
}

/** A Slack with one channel. `scopes`: of the bot, when they are to be enforced. */
export async function startSlack(scopes?: readonly string[]): Promise<Workspace> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: [{ name: 'monitor' }, { name: 'rita', email: 'rita@example.com' }],
        channels: [{ name: 'alerts' }],
        bots: [{ name: 'airec-https' }],
        strict_scopes: scopes !== undefined,
        tokens: [
          {
            token: BOT_TOKEN,
            user: 'monitor',
            bot_id: 'B012AB3CD',
            type: 'bot',
            ...(scopes ? { scopes } : {}),
          },
          { token: PERSON_TOKEN, user: 'rita' },
        ],
      },
    },
  });
  emulators.add(emulator);
  const apiUrl = `${emulator.url}/api/`;
  const ask: Workspace['ask'] = async (method, options = {}) => {
    const response = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${PERSON_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(options),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (answer['ok'] !== true) throw new Error(`${method}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const { channels } = (await ask('conversations.list')) as { channels: { id: string; name: string }[] };
  const channel = channels.find(({ name }) => name === 'alerts')?.id ?? '';
  const { user_id: person } = (await ask('auth.test')) as { user_id: string };
  return {
    apiUrl,
    channel,
    person,
    ask,
    seen: async () => (await ask('conversations.history', { channel }))['messages'] as SeenMessage[],
    thread: async (ts) =>
      ((await ask('conversations.replies', { channel, ts }))['messages'] as SeenMessage[]).slice(1),
  };
}

export function openAt(apiUrl: string, patienceMs = 0): Slack {
  return openSlack({ token: new Secret(BOT_TOKEN), apiUrl, patienceMs });
}

/** What a scripted Slack says; undefined: what the one behind it says. */
export type Script = (method: string, call: number, body: string) => Answer | undefined;

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The call is made behind, and its answer lost. */
  readonly isLost?: boolean;
}

/** A Slack that says what the script wants, in front of another. `log`: the methods that were called. */
export async function scriptSlack(
  script: Script,
  behind: string,
): Promise<{ readonly apiUrl: string; readonly log: () => readonly string[] }> {
  const log: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const { port } = await listen(server);
  return { apiUrl: `http://127.0.0.1:${port}/api/`, log: () => log };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace('/api/', '');
    log.push(method);
    const body = Buffer.concat(await request.toArray());
    const scripted = script(method, log.filter((each) => each === method).length, body.toString());
    if (scripted && !scripted.isLost) {
      response.writeHead(scripted.status ?? 200, { 'content-type': 'application/json', ...scripted.headers });
      response.end(JSON.stringify(scripted.body ?? {}));
      return;
    }
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const reply = await fetch(`${behind}${method}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body,
    });
    const text = await reply.text();
    if (scripted?.isLost) response.destroy();
    else response.writeHead(reply.status, { 'content-type': 'application/json' }).end(text);
  }
}
