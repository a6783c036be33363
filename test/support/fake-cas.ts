import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';

/** A request as the fake cloud received it. */
export interface ReceivedCall {
  readonly httpMethod: string;
  /** Request target, query included. */
  readonly url: string;
  readonly action: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Whether Signature is the one this server computes itself. */
  readonly signed: boolean;
}

/** What it answers: JSON, anything else as text, or a mishap of the connection. */
export type Scripted =
  | { readonly json: unknown; readonly status?: number; readonly headers?: Record<string, string> }
  | { readonly text: string | Buffer; readonly status?: number; readonly headers?: Record<string, string> }
  | 'reset'
  | 'hang'
  | 'cut';

export interface FakeCas {
  readonly endpoint: string;
  readonly calls: readonly ReceivedCall[];
  /** The actions received, in order. */
  actions(): string[];
  close(): Promise<void>;
}

export const FAKE_KEY = { id: 'testid', secret: 'testsecret' };

/** Starts a server on loopback that answers each call by what `respond` gives; call `close` at the end. */
export async function startFakeCas(respond: (call: ReceivedCall) => Scripted): Promise<FakeCas> {
  const calls: ReceivedCall[] = [];
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await receive(request);
    calls.push(call);
    answer(response, respond(call));
  }
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls,
    actions: () => calls.map(({ action }) => action),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers each action with its own answers in turn; the last one stays. */
export function scripted(script: Record<string, readonly Scripted[]>): (call: ReceivedCall) => Scripted {
  const served = new Map<string, number>();
  return ({ action }) => {
    const answers = script[action] ?? [];
    const turn = served.get(action) ?? 0;
    served.set(action, turn + 1);
    const next = answers[Math.min(turn, answers.length - 1)];
    return next ?? { status: 404, json: { Code: 'InvalidAction.NotFound', Message: 'no such action' } };
  };
}

/** An error in the shape of Alibaba Cloud. */
export function refusal(
  code: string,
  { status = 400, ...rest }: { status?: number; [field: string]: unknown } = {},
): Scripted {
  return { status, json: { Code: code, Message: `about ${code}`, RequestId: 'R-1', HostId: 'cas', ...rest } };
}

async function receive(request: IncomingMessage): Promise<ReceivedCall> {
  const url = request.url ?? '';
  const pairs = [
    ...new URLSearchParams(url.split('?')[1] ?? ''),
    ...new URLSearchParams(await readText(request)),
  ];
  const parameters = new Map(pairs);
  const httpMethod = request.method ?? '';
  const signature = signV1(httpMethod, parameters, FAKE_KEY.secret);
  const signed = pairs.length === parameters.size && parameters.get('Signature') === signature;
  return { httpMethod, url, action: parameters.get('Action') ?? '', parameters, signed };
}

/** RPC signature version 1.0, written from its description and not from the SDK. */
export function signV1(method: string, parameters: ReadonlyMap<string, string>, secret: string): string {
  const canonical = [...parameters]
    .filter(([name]) => name !== 'Signature')
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .toSorted()
    .join('&');
  return createHmac('sha1', `${secret}&`)
    .update(`${method}&%2F&${percentEncode(canonical)}`)
    .digest('base64');
}

function percentEncode(value: string): string {
  return [...Buffer.from(value)]
    .map((byte) => {
      const character = String.fromCodePoint(byte);
      return /[A-Za-z0-9._~-]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

function answer(response: ServerResponse, scriptedAnswer: Scripted): void {
  if (scriptedAnswer === 'hang') return;
  if (scriptedAnswer === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (scriptedAnswer === 'cut') {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"RequestId":', () => response.socket?.destroy());
    return;
  }
  response.writeHead(scriptedAnswer.status ?? 200, scriptedAnswer.headers);
  response.end('json' in scriptedAnswer ? JSON.stringify(scriptedAnswer.json) : scriptedAnswer.text);
}
