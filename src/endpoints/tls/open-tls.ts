import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate, type SecureContext, type TLSSocket } from 'node:tls';
import { appError } from '../../errors/catalogue.ts';
import { connectTcp } from '../network/connect-tcp.ts';
import { createHandshakeRecorder } from './handshake-recorder.ts';
import { handshakeFailure, readRefusal, unreadableChain } from './handshake-failure.ts';
import type { ObservationFailure } from '../observation.ts';
import { parseReceivedFlight, type ReceivedFlight } from './parse-flight.ts';
import { tapSocket } from './tap-socket.ts';
import type { TimeLimit } from '../network/time-limit.ts';
import { untilEvent } from '../network/until-event.ts';

export interface TlsTarget {
  /** The name sent as SNI; an IP literal is not sent (RFC 6066 §3). */
  readonly domain: string;
  readonly ip: string;
  readonly port: number;
  /** Versions, ciphers and trust anchors. The verdict on the certificate never ends the connection. */
  readonly context: SecureContext;
  /** Offered in ALPN, in the order of preference. */
  readonly protocols: readonly string[];
  readonly privateNetworks: boolean;
}

export interface TlsConnection extends ReceivedFlight {
  readonly kind: 'open';
  readonly socket: TLSSocket;
  /** Destroys the connection down to its TCP socket. */
  close(): void;
}

/** The server of TLS 1.2 ended the handshake because it was given no client certificate. Nothing stays open. */
export interface TlsRefusal extends ReceivedFlight {
  readonly kind: 'refused';
}

/** What Node gives where there is none. */
function noCertificate(): DetailedPeerCertificate {
  return {} as DetailedPeerCertificate;
}

/**
 * One TCP connection and one handshake, left open for the caller to close. Whatever the server does wrong
 * is a failure as data, after which nothing stays open.
 */
export async function openTls(
  target: TlsTarget,
  limit: TimeLimit,
): Promise<TlsConnection | TlsRefusal | ObservationFailure> {
  const tcp = await connectTcp(target, limit);
  if (tcp.kind === 'failure') return tcp;
  const recorder = createHandshakeRecorder();
  const stream = tapSocket(tcp.socket, (chunk) => recorder.recordInbound(chunk));
  const socket = connect({
    socket: stream,
    secureContext: target.context,
    ALPNProtocols: [...target.protocols],
    requestOCSP: true,
    rejectUnauthorized: false,
    // The host name is judged elsewhere: a mismatch would hide what OpenSSL says about the chain.
    checkServerIdentity: () => undefined,
    ...(isIP(target.domain) === 0 ? { servername: target.domain } : {}),
  });
  // Node asks for it before that, as an object of its own making, and Node 24 dies of making one of a secp256k1 key.
  socket.getPeerCertificate = noCertificate;
  socket.on('keylog', (line) => recorder.recordKey(line)).on('error', () => undefined);
  const close = (): void => {
    socket.destroy();
    stream.destroy();
  };
  try {
    await untilEvent(socket, 'secureConnect', limit.signal);
  } catch (error) {
    close();
    const failed = handshakeFailure(limit, error, recorder.transcript());
    const received = readRefusal(failed, recorder.transcript());
    return received ? { kind: 'refused', ...received } : failed;
  }
  recorder.stop();
  try {
    const received = parseReceivedFlight(recorder.transcript());
    if (received !== undefined) return { kind: 'open', socket, ...received, close };
    throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: 'no Certificate message in its first 256 KiB' });
  } catch (error) {
    close();
    return unreadableChain(limit, error);
  }
}
