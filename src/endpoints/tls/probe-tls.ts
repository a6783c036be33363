import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { type CertificateCache, createCertificateCache } from '../../certificates/certificate-cache.ts';
import { hasCode } from '../../errors/catalogue.ts';
import { connectTcp } from '../network/connect-tcp.ts';
import { type TimeLimit, withTimeLimit } from '../network/time-limit.ts';
import type { Handshake, ObservationFailure, TlsObservation } from '../observation.ts';
import { type ClientHandshake, type FinishedHandshake, startHandshake } from './client-handshake.ts';
import { describeFlight } from './describe-flight.ts';
import { createKeyShares, type KeyShares } from './key-shares.ts';
import {
  createPatientObserver,
  type ObservedTarget,
  type ObserverTerms,
  type ObserveTls,
} from './observe-tls.ts';

/** What a handshake of our own came to; `inconclusive`: OpenSSL has to be asked. */
type Attempt = Sighting | ObservationFailure | { readonly kind: 'inconclusive' };

interface Sighting {
  readonly kind: 'sighting';
  readonly handshake: Handshake;
  readonly proven: boolean;
}

/** What all handshakes of a probe have in common. */
interface ProbeMeans {
  readonly terms: ObserverTerms;
  readonly keyShares: KeyShares;
  readonly certificates: CertificateCache;
}

/** What a handshake throws at what no good server sends. */
const HOSTILE = ['TLS_HANDSHAKE_UNREADABLE', 'CERTIFICATE_LIST_MALFORMED', 'CERTIFICATE_MALFORMED'] as const;

/** What is broken here is broken for OpenSSL too, in the same words. */
const FINAL_REASONS: readonly string[] = ['private-address', 'refused', 'unreachable', 'reset'];

/**
 * An observer that does the handshake itself, TLS 1.0 to 1.3, and ends it once the server has proven its leaf's key:
 * a sweep of thousands of endpoints would else wait for OpenSSL. There is no witness. What it cannot finish or prove
 * is left to OpenSSL, on a connection of its own and in the time that is left, so nothing is called a failure that
 * OpenSSL can do.
 */
export function createTlsProbe(terms: ObserverTerms): ObserveTls {
  const { timeoutMs } = terms;
  const keyShares = createKeyShares();
  const certificates = createCertificateCache();
  const observe = createPatientObserver(terms);
  return async (target, signal) => {
    const startedAt = performance.now();
    // Half of it: to a server that does not answer this ClientHello, OpenSSL's may be another matter.
    const attempt = await withTimeLimit({ timeoutMs: timeoutMs / 2, signal }, (limit) =>
      attemptHandshake(target, { terms, keyShares, certificates }, limit),
    );
    if (attempt.kind === 'failure') return attempt;
    if (attempt.kind === 'sighting' && isConclusive(attempt)) return attempt.handshake;
    const timeLeftMs = Math.max(timeoutMs - (performance.now() - startedAt), 1);
    const observed = await observe(target, { timeoutMs: timeLeftMs, signal });
    return attempt.kind === 'sighting' ? combine(attempt, observed) : observed;
  };
}

/** Whether a client certificate is required shows only in a handshake that goes on to its end. */
function isConclusive({ handshake, proven }: Sighting): boolean {
  return proven && handshake.clientCertificate === 'none';
}

/** Both views as one. */
function combine({ handshake, proven }: Sighting, observed: TlsObservation): TlsObservation {
  if (observed.kind === 'failure') return proven || isBeyondOpenssl(handshake) ? handshake : observed;
  return proven
    ? { ...handshake, clientCertificate: observed.clientCertificate }
    : { ...observed, sctList: handshake.sctList };
}

/** OpenSSL would not have agreed to it, so its failure says nothing about the server. */
function isBeyondOpenssl({ protocol, cipher }: Handshake): boolean {
  return protocol === 'TLSv1' || protocol === 'TLSv1.1' || cipher.includes('3DES');
}

async function attemptHandshake(
  { domain, address: { ip, port } }: ObservedTarget,
  { terms, keyShares, certificates }: ProbeMeans,
  limit: TimeLimit,
): Promise<Attempt> {
  const tcp = await connectTcp({ ip, port, privateNetworks: terms.privateNetworks }, limit);
  if (tcp.kind === 'failure') return FINAL_REASONS.includes(tcp.reason) ? tcp : { kind: 'inconclusive' };
  const { socket } = tcp;
  try {
    const parse = (der: Buffer) => certificates.parse(der);
    const handshake = startHandshake({ domain, keyShares, parse });
    const finished = await converse(socket, handshake, limit.signal);
    if (finished === undefined) return { kind: 'inconclusive' };
    const seen = describeFlight(finished);
    const shown = { ...seen, witness: { kind: 'none' }, durationMs: limit.elapsedMs() } as const;
    return { kind: 'sighting', handshake: shown, proven: finished.proven };
  } finally {
    socket.destroySoon();
  }
}

/** Runs the handshake over the socket and takes leave; undefined when it does not come to its end. */
function converse(
  socket: Socket,
  handshake: ClientHandshake,
  signal: AbortSignal,
): Promise<FinishedHandshake | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      socket.off('data', onData).off('error', onEnd).off('end', onEnd).off('close', onEnd);
      signal.removeEventListener('abort', onEnd);
      finish();
    };
    const onEnd = (): void => settle(() => resolve(undefined));
    const onData = (bytes: Buffer): void => {
      try {
        const step = handshake.receive(bytes);
        const reply = step.kind === 'finished' ? step.farewell : step.reply;
        if (reply.length > 0) socket.write(reply);
        if (step.kind === 'finished') settle(() => resolve(step));
      } catch (error) {
        settle(() => (hasCode(error, ...HOSTILE) ? resolve(undefined) : reject(error)));
      }
    };
    socket.on('data', onData).once('error', onEnd).once('end', onEnd).once('close', onEnd);
    if (signal.aborted) onEnd();
    else signal.addEventListener('abort', onEnd);
    socket.write(handshake.opening);
  });
}
