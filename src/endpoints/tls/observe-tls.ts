import { createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import type { Address, Handshake, TlsObservation, Witness } from '../observation.ts';
import { OFFERED_PROTOCOLS } from './client-hello.ts';
import { describeFlight } from './describe-flight.ts';
import { openTls } from './open-tls.ts';
import { type Patience, type TimeLimit, withTimeLimit } from '../network/time-limit.ts';
import { isRefusedWithoutCertificate } from './client-certificate.ts';

export interface ObserverTerms {
  /** PEM certificates; all the trust there is. */
  readonly trustAnchors: readonly string[];
  /** Whether loopback and private addresses may be connected to. */
  readonly privateNetworks: boolean;
  /** For one observation. */
  readonly timeoutMs: number;
}

export interface ObservedTarget {
  /** Sent as SNI unless it is an IP literal. */
  readonly domain: string;
  readonly address: Address;
}

/**
 * Shows what one address serves for a domain. A dead or broken peer is data.
 *
 * @throws the signal's abort reason
 */
export type ObserveTls = (target: ObservedTarget, signal?: AbortSignal) => Promise<TlsObservation>;

/**
 * An observer that has OpenSSL do the handshake, TLS 1.2 or 1.3, in one TCP connection, and so gives a witness. SCTs
 * of the TLS extension are not asked for. Reading the trust anchors costs tens of milliseconds, so make one for a
 * whole run.
 */
export function createTlsObserver(terms: ObserverTerms): ObserveTls {
  const observe = createPatientObserver(terms);
  return (target, signal) => observe(target, { timeoutMs: terms.timeoutMs, signal });
}

/** `createTlsObserver` with the time as an argument. */
export function createPatientObserver({
  trustAnchors,
  privateNetworks,
}: Omit<ObserverTerms, 'timeoutMs'>): (
  target: ObservedTarget,
  patience: Patience,
) => Promise<TlsObservation> {
  // Reading the trust anchors costs tens of milliseconds and as many MiB, and a probe may never come to need them.
  let context: SecureContext | undefined;
  return ({ domain, address: { ip, port } }, patience) =>
    withTimeLimit(patience, async (limit): Promise<TlsObservation> => {
      context ??= createSecureContext({ ca: [...trustAnchors], minVersion: 'TLSv1.2' });
      const target = { domain, ip, port, context, privateNetworks, protocols: OFFERED_PROTOCOLS };
      const connection = await openTls(target, limit);
      const durationMs = limit.elapsedMs();
      switch (connection.kind) {
        case 'failure':
          return connection;
        case 'refused': {
          const seen = describeFlight(connection);
          return { ...seen, clientCertificate: 'required', witness: { kind: 'none' }, durationMs };
        }
        case 'open': {
          const { socket } = connection;
          const seen = { ...describeFlight(connection), cipher: socket.getCipher().standardName };
          const witness = readWitness(socket);
          const clientCertificate = await settleClientCertificate(seen, socket, limit);
          connection.close();
          return { ...seen, clientCertificate, witness, durationMs };
        }
      }
    });
}

/** In TLS 1.2 whoever demands a certificate has ended the handshake by now; in TLS 1.3 it does so only afterwards. */
async function settleClientCertificate(
  { clientCertificate, protocol }: Pick<Handshake, 'clientCertificate' | 'protocol'>,
  socket: TLSSocket,
  limit: TimeLimit,
): Promise<Handshake['clientCertificate']> {
  if (clientCertificate === 'none' || protocol !== 'TLSv1.3') return clientCertificate;
  return (await isRefusedWithoutCertificate(socket, limit.signal)) ? 'required' : 'requested';
}

/** Node's types promise an Error; it gives the error's code, and null when there is none. */
function readWitness(socket: TLSSocket): Witness {
  if (socket.authorized) return { kind: 'accepts' };
  const error: unknown = socket.authorizationError;
  if (error instanceof Error)
    return { kind: 'refuses', code: 'code' in error ? String(error.code) : error.message };
  return { kind: 'refuses', code: String(error) };
}
