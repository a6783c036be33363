import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';

const MAX_HEADER_BYTES = 16 * 1024;

export interface HttpExchange {
  /** A connection of its own; the caller closes it. */
  readonly socket: Duplex;
  readonly method: 'GET' | 'HEAD';
  /** Origin-form request target (RFC 9112 §3.2.1). */
  readonly path: string;
  /** Value of the Host header. */
  readonly host: string;
  readonly signal: AbortSignal;
}

/**
 * Sends one HTTP/1.1 request and returns the final answer, its body unread. Redirects are not followed, no
 * agent and so no proxy is involved.
 *
 * @throws Node's error: `HPE_…` for what is not HTTP, ECONNRESET when no answer comes
 */
export async function exchangeHttp({
  socket,
  method,
  path,
  host,
  signal,
}: HttpExchange): Promise<IncomingMessage> {
  // Only now: in ES modules node:http brings all of fetch, tens of milliseconds for a thread that sends no request.
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const outgoing = request({
      createConnection: () => socket,
      method,
      path,
      setHost: false,
      headers: { host, 'user-agent': 'airec-https', accept: '*/*', connection: 'close' },
      maxHeaderSize: MAX_HEADER_BYTES,
      insecureHTTPParser: false,
      signal,
    });
    // Without a listener for 101 Switching Protocols, Node would drop the connection and say nothing.
    outgoing.once('response', resolve).once('upgrade', resolve).on('error', reject);
    outgoing.once('close', () => reject(new Error('closed')));
    outgoing.end();
  });
}

/** The Host header for an endpoint; IPv6 literals get brackets, the scheme's default port is left out. */
export function hostHeader(domain: string, port: number, defaultPort: number): string {
  const host = isIPv6(domain) ? `[${domain}]` : domain;
  return port === defaultPort ? host : `${host}:${port}`;
}
