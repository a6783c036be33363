import { isIP } from 'node:net';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import type { Certificate } from '../../certificates/certificate.ts';
import { appError } from '../../errors/catalogue.ts';
import { connectTcp } from '../network/connect-tcp.ts';
import { createHandshakeRecorder } from './handshake-recorder.ts';
import { handshakeFailure, unreadableChain } from './handshake-failure.ts';
import type { ObservationFailure } from '../observation.ts';
import { readReceivedCertificates } from './received-certificates.ts';
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
  readonly privateNetworks: boolean;
}

export interface TlsConnection {
  readonly kind: 'open';
  readonly socket: TLSSocket;
  /** As sent, index 0 = leaf; length ≥ 1. */
  readonly receivedChain: readonly Certificate[];
  /** Destroys the connection down to its TCP socket. */
  close(): void;
}

/**
 * One TCP connection and one handshake, left open for the caller to close. Whatever the server does wrong
 * is a failure as data, after which nothing stays open.
 */
export async function openTls(
  target: TlsTarget,
  limit: TimeLimit,
): Promise<TlsConnection | ObservationFailure> {
  const tcp = await connectTcp(target, limit);
  if (tcp.kind === 'failure') return tcp;
  const recorder = createHandshakeRecorder();
  const stream = tapSocket(tcp.socket, (chunk) => recorder.recordInbound(chunk));
  const socket = connect({
    socket: stream,
    secureContext: target.context,
    rejectUnauthorized: false,
    // The host name is judged elsewhere: a mismatch would hide what OpenSSL says about the chain.
    checkServerIdentity: () => undefined,
    ...(isIP(target.domain) === 0 ? { servername: target.domain } : {}),
  });
  socket.on('keylog', (line) => recorder.recordKey(line)).on('error', () => undefined);
  const close = (): void => {
    socket.destroy();
    stream.destroy();
  };
  try {
    await untilEvent(socket, 'secureConnect', limit.signal);
  } catch (error) {
    close();
    return handshakeFailure(limit, error, recorder.transcript());
  }
  recorder.stop();
  try {
    const receivedChain = readReceivedCertificates(recorder.transcript());
    if (receivedChain !== undefined) return { kind: 'open', socket, receivedChain, close };
    throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: 'no Certificate message in its first 256 KiB' });
  } catch (error) {
    close();
    return unreadableChain(limit, error);
  }
}
