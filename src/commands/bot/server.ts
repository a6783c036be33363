import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { appError } from '../../errors/catalogue.ts';

const REQUEST_MS = 10_000;
const EVENTS = '/slack/events';

/** How the bot is. */
export interface Health {
  /** Why nobody should rely on it; empty: it is well. */
  readonly reasons: readonly string[];
  /** ISO 8601; null: none came to its end yet. */
  readonly lastRunAt: string | null;
}

export interface ServerOptions {
  readonly health: () => Health;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** Whether somebody else answers `/slack/events`. */
  readonly takesEvents: boolean;
}

/** `/healthz`: 200 or 503, as JSON with the reasons. `/metrics`: for Prometheus. Nothing else. */
export function createBotServer({ health, metrics, takesEvents }: ServerOptions): Server {
  const server = createServer((request, response) => void answer(request, response));
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  return server;

  async function answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = (url ?? '').split('?');
    if (takesEvents && path === EVENTS) return;
    if (path !== '/healthz' && path !== '/metrics') return void response.writeHead(404).end();
    if (method !== 'GET' && method !== 'HEAD')
      return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    if (path === '/metrics') {
      const { type, text } = await metrics();
      return void response.writeHead(200, { 'content-type': type }).end(text);
    }
    const { reasons, lastRunAt } = health();
    const body = { status: reasons.length === 0 ? 'ok' : 'failing', reasons, lastRunAt };
    response.writeHead(reasons.length === 0 ? 200 : 503, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
    response.end(`${JSON.stringify(body)}\n`);
  }
}

/**
 * Has the server listen; returns the port.
 *
 * @throws USAGE when the port is taken or not allowed
 */
export async function listenAt(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const problem = `Port ${port} cannot be listened at: ${cause.code ?? cause.message}`;
      reject(appError('USAGE', { problem, help: 'Choose another one with --port.' }, { cause }));
    });
    server.listen(port, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}
