import { hasCode } from '../../errors/catalogue.ts';
import { brokenConnection, failure } from '../network/failure.ts';
import type { ObservationFailure } from '../observation.ts';
import { parseReceivedFlight, type ReceivedFlight } from './parse-flight.ts';
import type { Transcript } from './received-flight.ts';
import type { TimeLimit } from '../network/time-limit.ts';
import { startsLikeTls } from './tls-records.ts';

/** Why a handshake failed: what the server sent says more than the error that OpenSSL made of it. */
export function handshakeFailure(
  limit: TimeLimit,
  error: unknown,
  transcript: Transcript,
): ObservationFailure {
  if (!startsLikeTls(transcript.inbound)) {
    const [firstLine = ''] = transcript.inbound.toString('latin1').split(/[\r\n]/, 1);
    return failure(limit, { stage: 'tls', reason: 'not-tls', detail: firstLine });
  }
  const broken = brokenConnection(limit, 'tls', error);
  return broken.reason === 'tls-error' ? (malformedCertificate(limit, transcript) ?? broken) : broken;
}

/** Why the chain of a handshake that succeeded cannot be read: `error` is what reading it threw. */
export function unreadableChain(limit: TimeLimit, error: unknown): ObservationFailure {
  if (hasCode(error, 'CERTIFICATE_LIST_MALFORMED', 'CERTIFICATE_MALFORMED')) {
    return failure(limit, { stage: 'tls', reason: 'malformed-certificate', detail: error.message });
  }
  if (!hasCode(error, 'TLS_HANDSHAKE_UNREADABLE')) throw error;
  return failure(limit, { stage: 'tls', reason: 'tls-error', detail: error.message });
}

/**
 * What a server of TLS 1.2 sent that asked for a client certificate and ended the handshake when it got none, having
 * proven its own key before; undefined when `failed` is another failure.
 */
export function readRefusal(failed: ObservationFailure, transcript: Transcript): ReceivedFlight | undefined {
  if (!['tls-alert', 'closed', 'reset'].includes(failed.reason)) return undefined;
  try {
    const received = parseReceivedFlight(transcript);
    return received?.flight.clientCertificateRequested ? received : undefined;
  } catch {
    // It cannot be read, so the failure stands.
    return undefined;
  }
}

/** OpenSSL gave up, and the certificates are the reason; undefined when it had another one. */
function malformedCertificate(limit: TimeLimit, transcript: Transcript): ObservationFailure | undefined {
  try {
    parseReceivedFlight(transcript);
    return undefined;
  } catch (error) {
    const unreadable = unreadableChain(limit, error);
    return unreadable.reason === 'malformed-certificate' ? unreadable : undefined;
  }
}
