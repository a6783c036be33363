import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { CloudCredentials } from '../credentials.ts';
import { MAX_ANSWER_BYTES, type RpcExchange, type RpcRequest } from './wire.ts';

interface Watch {
  response: IncomingMessage | undefined;
  connected: boolean;
  oversized: boolean;
}

/** Signs by version 1 and sends through the SDK, which speaks the RPC style alone. Never rejects for the peer's sake. */
export async function exchangeRpc(request: RpcRequest, credentials: CloudCredentials): Promise<RpcExchange> {
  const { endpoint, apiVersion, action, method, parameters } = request;
  // It calls url.parse; no reader of a log can act on Node's warning about that.
  process.noDeprecation = true;
  // Loaded late: a command that calls no cloud should not wait for it.
  const { default: RpcClient } = await import('@alicloud/pop-core');
  const client = new RpcClient({
    endpoint,
    apiVersion,
    accessKeyId: credentials.accessKeyId,
    accessKeySecret: credentials.accessKeySecret.reveal(),
    ...(credentials.securityToken && { securityToken: credentials.securityToken.reveal() }),
  });
  const watch: Watch = { response: undefined, connected: false, oversized: false };
  const signal = AbortSignal.timeout(request.timeoutMs);
  try {
    const body = await client.request<unknown>(action, parameters, {
      method,
      // The SDK's own timers leave the socket open; they must not come first.
      timeout: request.timeoutMs + 1000,
      agent: watchingAgent(endpoint, watch),
      beforeRequest(this: { data?: string | Buffer }, options: RequestOptions) {
        return { ...moveToBody(this, options), signal };
      },
    });
    return { kind: 'answer', status: watch.response?.statusCode ?? 0, body, refused: false };
  } catch (error) {
    return failure(error, watch, signal);
  }
}

/**
 * The SDK puts the parameters of every method but POST into the URL. A PUT's query becomes its form body here: a
 * PEM chain is too long for a URL, a security token has no place in one, and the V1 signature covers the
 * parameters wherever they stand. Bodies become buffers, as the HTTP layer prints strings under `DEBUG=*`.
 */
function moveToBody(sdk: { data?: string | Buffer }, options: RequestOptions): RequestOptions {
  if (sdk.data !== undefined) sdk.data = Buffer.from(sdk.data);
  if (options.method !== 'PUT') return options;
  sdk.data = Buffer.from(options.path?.slice('/?'.length) ?? '');
  const headers = Object.assign({}, options.headers, { 'content-type': 'application/x-www-form-urlencoded' });
  return { ...options, path: '/', headers };
}

/** An agent for one request, for only there its response can be seen before the SDK reads it without a limit. */
function watchingAgent(endpoint: string, watch: Watch): http.Agent {
  const secure = endpoint.startsWith('https:');
  const agent = secure ? new https.Agent() : new http.Agent();
  const addRequest: unknown = Reflect.get(agent, 'addRequest');
  if (typeof addRequest !== 'function') throw new Error('this version of Node.js has another kind of Agent');
  return Object.assign(agent, {
    addRequest(request: ClientRequest, ...rest: unknown[]) {
      request.once('socket', (socket) => {
        socket.once(secure ? 'secureConnect' : 'connect', () => {
          watch.connected = true;
        });
      });
      request.prependOnceListener('response', (response) => observe(response, watch));
      addRequest.call(agent, request, ...rest);
    },
  });
}

function observe(response: IncomingMessage, watch: Watch): void {
  watch.response = response;
  // Compression was not offered. Unpacking it anyway, as the SDK would, could fill the memory.
  delete response.headers['content-encoding'];
  let received = 0;
  response.socket.prependListener('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received <= MAX_ANSWER_BYTES) return;
    watch.oversized = true;
    response.destroy(new Error('oversized'));
  });
}

/** The SDK's own messages are dropped: they quote the URL, signature included. */
function failure(error: unknown, watch: Watch, signal: AbortSignal): RpcExchange {
  const { response, connected } = watch;
  const status = response?.statusCode ?? 0;
  if (watch.oversized) return { kind: 'oversized' };
  const refusal = field(error, 'data');
  if (field(error, 'entry') !== undefined && typeof refusal === 'object') {
    return { kind: 'answer', status, body: refusal, refused: true };
  }
  if (response?.complete) return { kind: 'unreadable', status };
  const code = field(error, 'code');
  if (signal.aborted) return { kind: 'lost', connected, code: 'timeout' };
  return { kind: 'lost', connected, code: typeof code === 'string' ? code : 'connection lost' };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
