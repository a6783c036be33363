import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createEmulator, type Emulator } from 'emulate';
import { type GitHub, type GitHubAccess, openGitHub } from '../../src/github/github.ts';
import { Secret } from '../../src/errors/secret.ts';
import { listen } from './servers.ts';

const REPOSITORY = 'acme/shop';
/** Tokens of the emulated GitHub: the monitor's, a colleague's, and one of somebody without a right to write. */
export const TOKENS = {
  monitor: 'test-token-of-the-monitor',
  person: 'test-token-of-a-person',
  reader: 'test-token-of-a-reader',
} as const;

/** Asks for nothing between writes, and makes a second of waiting a millisecond. */
const HASTE = {
  retry: { retryAfterBaseValue: 1 },
  throttle: { retryAfterBaseValue: 1, write: unpaced(), notifications: unpaced() },
} as unknown as NonNullable<GitHubAccess['waiting']>;

/** As much of a group of Bottleneck as the throttling plugin uses. */
function unpaced(): object {
  const limiter = { schedule: (_options: object, run: () => Promise<void>) => run() };
  return { key: () => limiter };
}

const emulators = new Set<Emulator>();

/** Stops every emulated GitHub; for `afterAll`, with `closeServers`. */
export async function closeGitHubs(): Promise<void> {
  await Promise.all([...emulators].map((emulator) => emulator.close()));
  emulators.clear();
}

/** A GitHub with one private repository, `acme/shop`, that has one commit on `main`. Returns the URL of its API. */
export async function startGitHub(): Promise<string> {
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: {
        [TOKENS.monitor]: { login: 'airec-monitor' },
        [TOKENS.person]: { login: 'rita' },
        [TOKENS.reader]: { login: 'olga' },
      },
      github: {
        users: [{ login: 'airec-monitor' }, { login: 'rita' }, { login: 'olga' }],
        orgs: [
          { login: 'acme', members: ['airec-monitor', 'rita'].map((login) => ({ login, role: 'admin' })) },
        ],
        repos: [{ owner: 'acme', name: 'shop', private: true }],
      },
    },
  });
  emulators.add(emulator);
  return emulator.url;
}

/** The repository at `apiUrl`, in haste. */
export function openAt(apiUrl: string, token: string = TOKENS.monitor, repository = REPOSITORY): GitHub {
  return openGitHub({ token: new Secret(token), apiUrl, repository, waiting: HASTE });
}

/** The API as anybody with `token` sees it; throws for a status that is no success. */
export async function ask(
  apiUrl: string,
  path: string,
  init: { token?: string; method?: string; body?: unknown } = {},
): Promise<unknown> {
  const response = await fetch(`${apiUrl}/repos/${REPOSITORY}${path}`, {
    method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
    headers: { authorization: `Bearer ${init.token ?? TOKENS.person}`, 'content-type': 'application/json' },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${path}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** What a scripted GitHub is asked. */
export interface Call {
  readonly method: string;
  /** Path and query, behind the address of the API. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<IncomingMessage['headers']>;
}

/** `reset`: the connection breaks without an answer. */
export type Reply =
  | {
      readonly status: number;
      readonly json?: unknown;
      /** What is no JSON; its type is among the headers. */
      readonly bytes?: Buffer;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'reset';

/** Undefined: the call is passed on, or answered with 404 where there is nothing behind. */
export type Script = (call: Call) => Reply | undefined | Promise<Reply | undefined>;

export interface ScriptedGitHub {
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  /** Method and path of every call, in order. */
  readonly log: () => string[];
}

/**
 * A GitHub that answers as `script` says, for what the emulated one is too lenient about. `behind`: the API to which
 * everything else is passed on.
 */
export async function scriptGitHub(script: Script, behind?: string): Promise<ScriptedGitHub> {
  const calls: Call[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = '', url = '', headers } = request;
    const call = { method, path: url, headers, body: text === '' ? undefined : JSON.parse(text) };
    calls.push(call);
    const reply =
      (await script(call)) ??
      (behind === undefined ? { status: 404, json: { message: 'Not Found' } } : await pass(call, behind));
    if (reply === 'reset') {
      request.socket.destroy();
      return;
    }
    response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...reply.headers });
    response.end(reply.bytes ?? (reply.json === undefined ? '' : JSON.stringify(reply.json)));
  };
  const server = await listen(createServer((request, response) => void answer(request, response)));
  return {
    apiUrl: `http://127.0.0.1:${server.port}`,
    calls,
    log: () => calls.map(({ method, path }) => `${method} ${path}`),
  };
}

async function pass({ method, path, headers, body }: Call, behind: string): Promise<Reply> {
  const response = await fetch(behind + path, {
    method,
    headers: {
      authorization: headers.authorization ?? '',
      accept: headers.accept ?? '*/*',
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const passed = ['content-type', 'link'].flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status: response.status, bytes, headers: Object.fromEntries(passed) };
}
