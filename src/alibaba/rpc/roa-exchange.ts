import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { canonicalQuery, signV3 } from './signature-v3.ts';
import { MAX_ANSWER_BYTES, type RoaForm, type RpcExchange, type RpcRequest } from './wire.ts';

/** Signs by version 3 and sends once, following no redirect. Never rejects for the peer's sake. */
export async function exchangeRoa(request: RpcRequest, { path, body }: RoaForm): Promise<RpcExchange> {
  const { endpoint, method, parameters: query, action, apiVersion, credentials, timeoutMs } = request;
  const { host, protocol } = new URL(endpoint);
  const sent = Buffer.from(body ? JSON.stringify(body) : '');
  const signed = { method, host, path, query, body: sent, action, apiVersion, now: new Date() };
  const headers = { ...signV3(signed, credentials), accept: 'application/json' };
  const search = canonicalQuery(query);
  const url = `${endpoint}${path}${search === '' ? '' : `?${search}`}`;
  const signal = AbortSignal.timeout(timeoutMs);
  const watch = { connected: false };
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const secure = protocol === 'https:';
      const call = (secure ? https : http).request(url, { method, headers, signal, agent: false }, resolve);
      call.once('socket', (socket) => {
        socket.once(secure ? 'secureConnect' : 'connect', () => (watch.connected = true));
      });
      call.once('error', reject);
      call.end(sent);
    });
    return await readBody(response);
  } catch (error) {
    if (signal.aborted) return { kind: 'lost', connected: watch.connected, code: 'timeout' };
    const code = (error as NodeJS.ErrnoException).code ?? 'connection lost';
    return { kind: 'lost', connected: watch.connected, code };
  }
}

async function readBody(response: IncomingMessage): Promise<RpcExchange> {
  const status = response.statusCode ?? 0;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) {
      response.destroy();
      return { kind: 'oversized' };
    }
    chunks.push(chunk);
  }
  try {
    const body = capitalised(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    return {
      kind: 'answer',
      status,
      body,
      refused: typeof body === 'object' && body !== null && isRefusal(body),
    };
  } catch {
    return { kind: 'unreadable', status };
  }
}

/** A refusal has `code` and `message` where RPC has `Code` and `Message`. */
function capitalised(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('code' in body)) return body;
  const { code, message, requestId } = body as Record<string, unknown>;
  return { ...body, Code: code, Message: message, RequestId: requestId };
}

function isRefusal(body: object): boolean {
  const code: unknown = Reflect.get(body, 'Code');
  return code !== undefined && code !== null && code !== '' && code !== 'Ok' && code !== 200;
}
