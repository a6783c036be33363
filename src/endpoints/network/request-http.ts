import { createSecureContext, type SecureContext } from 'node:tls';
import { brokenConnection, failure } from './failure.ts';
import { exchangeHttp, hostHeader } from './http-exchange.ts';
import type { Address, HttpObservation } from '../observation.ts';
import { openTls } from '../tls/open-tls.ts';
import { type Patience, withTimeLimit } from './time-limit.ts';

export interface HttpTarget {
  readonly domain: string;
  /** The endpoint's port, for the Host header; the connection goes to the address's. */
  readonly port: number;
  readonly address: Address;
  readonly method: 'GET' | 'HEAD';
  /** Origin-form request target, starts with `/`. */
  readonly path: string;
  readonly privateNetworks: boolean;
}

const HTTPS_PORT = 443;

/** Nothing is verified with it. */
let anyCertificate: SecureContext | undefined;

/**
 * What one address answers to one HTTPS request for `domain`: the status is all that is read. Neither is
 * the certificate judged (that is what a TlsObservation is for) nor a redirect followed. A dead or broken
 * peer is data.
 *
 * @throws the signal's abort reason
 */
export function requestHttp(target: HttpTarget, patience: Patience): Promise<HttpObservation> {
  const { domain, address, privateNetworks, method, path } = target;
  anyCertificate ??= createSecureContext({ ca: [], minVersion: 'TLSv1.2' });
  const context = anyCertificate;
  return withTimeLimit(patience, async (limit): Promise<HttpObservation> => {
    const connection = await openTls(
      { domain, ip: address.ip, port: address.port, context, privateNetworks, protocols: ['http/1.1'] },
      limit,
    );
    if (connection.kind === 'failure') return connection;
    if (connection.kind === 'refused') {
      const detail = 'a client certificate is required';
      return failure(limit, { stage: 'tls', reason: 'tls-alert', detail });
    }
    try {
      const host = hostHeader(domain, target.port, HTTPS_PORT);
      const { signal } = limit;
      const answer = await exchangeHttp({ socket: connection.socket, method, path, host, signal });
      return { kind: 'response', status: answer.statusCode ?? 0, durationMs: limit.elapsedMs() };
    } catch (error) {
      return brokenConnection(limit, 'http', error);
    } finally {
      // The body, if any, goes unread.
      connection.close();
    }
  });
}
