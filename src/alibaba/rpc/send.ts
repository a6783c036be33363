import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { MAX_ANSWER_BYTES, type RpcExchange } from './wire.ts';

/** An HTTP request, ready to go. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** From the first name lookup to the last byte of the answer. */
  readonly timeoutMs: number;
}

/** Sends once, following no redirect. Never rejects for the peer's sake. */
export async function send({ url, method, headers, body, timeoutMs }: OutgoingRequest): Promise<RpcExchange> {
  const signal = AbortSignal.timeout(timeoutMs);
  const watch = { connected: false };
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const secure = url.startsWith('https:');
      const call = (secure ? https : http).request(url, { method, headers, signal, agent: false }, resolve);
      call.once('socket', (socket) => {
        socket.once(secure ? 'secureConnect' : 'connect', () => (watch.connected = true));
      });
      call.once('error', reject);
      call.end(body);
    });
    return await readAnswer(response);
  } catch (error) {
    if (signal.aborted) return { kind: 'lost', connected: watch.connected, code: 'timeout' };
    const code = (error as NodeJS.ErrnoException).code ?? 'connection lost';
    return { kind: 'lost', connected: watch.connected, code };
  }
}

async function readAnswer(response: IncomingMessage): Promise<RpcExchange> {
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
    return { kind: 'answer', status, body, refused: isRefusal(body) };
  } catch {
    return { kind: 'unreadable', status };
  }
}

/** A refusal of the ROA style has `code` and `message` where RPC has `Code` and `Message`. */
function capitalised(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('code' in body)) return body;
  const { code, message, requestId } = body as Record<string, unknown>;
  return { ...body, Code: code, Message: message, RequestId: requestId };
}

function isRefusal(body: unknown): boolean {
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'Code') : undefined;
  return typeof code === 'string' && code !== '' && code.toLowerCase() !== 'ok' && code !== '200';
}
