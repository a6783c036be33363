import { createSecureContext, type TLSSocket } from 'node:tls';
import type { Address, TlsObservation, Witness } from '../observation.ts';
import { openTls } from './open-tls.ts';
import { withTimeLimit } from '../network/time-limit.ts';

export interface ObserverTerms {
  /** PEM certificates; all the trust there is. */
  readonly trustAnchors: readonly string[];
  /** Whether loopback and private addresses may be connected to. */
  readonly privateNetworks: boolean;
  /** For one connection with its handshake. */
  readonly timeoutMs: number;
}

export interface ObservedTarget {
  /** Sent as SNI unless it is an IP literal. */
  readonly domain: string;
  readonly address: Address;
}

/**
 * Shows what one address serves for a domain, in one TCP connection and one handshake, TLS 1.2 or 1.3. A
 * dead or broken peer is data.
 *
 * @throws the signal's abort reason
 */
export type ObserveTls = (target: ObservedTarget, signal?: AbortSignal) => Promise<TlsObservation>;

/** An observer; reading the trust anchors costs tens of milliseconds, so make one for a whole run. */
export function createTlsObserver({ trustAnchors, privateNetworks, timeoutMs }: ObserverTerms): ObserveTls {
  const context = createSecureContext({ ca: [...trustAnchors], minVersion: 'TLSv1.2' });
  return ({ domain, address: { ip, port } }, signal) =>
    withTimeLimit({ timeoutMs, signal }, async (limit): Promise<TlsObservation> => {
      const connection = await openTls({ domain, ip, port, context, privateNetworks }, limit);
      if (connection.kind === 'failure') return connection;
      const { socket, receivedChain } = connection;
      try {
        return {
          kind: 'handshake',
          receivedChain,
          protocol: socket.getProtocol() ?? '',
          cipher: socket.getCipher().standardName,
          group: undefined,
          alpn: socket.alpnProtocol || undefined,
          ocspStaple: undefined,
          sctList: undefined,
          clientCertificate: 'none',
          witness: readWitness(socket),
          durationMs: limit.elapsedMs(),
        };
      } finally {
        connection.close();
      }
    });
}

/** Node's types promise an Error; it gives the error's code, and null when there is none. */
function readWitness(socket: TLSSocket): Witness {
  if (socket.authorized) return { kind: 'accepts' };
  const error: unknown = socket.authorizationError;
  if (error instanceof Error)
    return { kind: 'refuses', code: 'code' in error ? String(error.code) : error.message };
  return { kind: 'refuses', code: String(error) };
}
