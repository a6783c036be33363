import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { until } from './scenario/until.ts';
import { listen } from './servers.ts';

/** How a Slack reaches an app: over its WebSocket, or by signed requests. */
export interface Delivery {
  /** Sends an envelope of this type; resolves when it was acknowledged. */
  send(type: EnvelopeType, payload: object): Promise<void>;
}

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

export interface SlackSocket extends Delivery {
  /** For `apps.connections.open`. */
  readonly url: string;
  /** How many connections there were. */
  readonly connections: () => number;
  /** Breaks off what is there. */
  readonly drop: () => void;
  readonly close: () => Promise<void>;
}

/** A WebSocket as Slack's Socket Mode has it. */
export async function startSocket(): Promise<SlackSocket> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const acknowledged = new Set<string>();
  let connections = 0;
  let current: WebSocket | undefined;
  sockets.on('connection', (socket) => {
    connections += 1;
    current = socket;
    socket.on('message', (data) => {
      const { envelope_id: id } = JSON.parse((data as Buffer).toString()) as { envelope_id: string };
      acknowledged.add(id);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });
  const local = await listen(server);
  return {
    url: `ws://127.0.0.1:${local.port}/`,
    connections: () => connections,
    drop: () => current?.terminate(),
    async send(type, payload) {
      const id = randomUUID();
      current?.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: true }));
      await until(() => acknowledged.delete(id));
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await local.close();
    },
  };
}

/** The same as signed requests to an app at `url`. */
export function signing(url: string, secret: string): Delivery {
  return {
    async send(type, payload) {
      const response = await post(url, signedRequest(type, payload, { secret }));
      if (response !== 200) throw new Error(`the app answered ${response}`);
    },
  };
}

export interface SignedRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request as Slack signs it; `at`: seconds since 1970. */
export function signedRequest(
  type: EnvelopeType,
  payload: object,
  { secret, at = Math.floor(Date.now() / 1000) }: { readonly secret: string; readonly at?: number },
): SignedRequest {
  const isForm = type !== 'events_api';
  const fields = type === 'slash_commands' ? { ...payload } : { payload: JSON.stringify(payload) };
  const body = isForm ? new URLSearchParams(fields).toString() : JSON.stringify(payload);
  const digest = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${digest}`,
    },
  };
}

/** The status of the answer. */
export async function post(url: string, { body, headers }: SignedRequest): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers: { ...headers }, body });
  await response.arrayBuffer();
  return response.status;
}

/** What an app answers with to whoever asked. */
export interface Answered {
  readonly response_type?: string;
  readonly text: string;
  readonly blocks?: readonly { readonly text?: { readonly text: string } }[];
}

/** A `response_url`, and what came to it. */
export async function startResponses(): Promise<{
  readonly url: string;
  /** The next answer, once it came. */
  readonly next: () => Promise<Answered>;
}> {
  const answers: Answered[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    void takeAnswer(request, response);
  });
  async function takeAnswer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = (await request.toArray()) as Buffer[];
    answers.push(JSON.parse(Buffer.concat(chunks).toString()) as Answered);
    response.end('ok');
  }
  const { port } = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    async next() {
      await until(() => answers.length > 0);
      const [answer] = answers.splice(0, 1);
      if (!answer) throw new Error('there is no answer');
      return answer;
    },
  };
}
