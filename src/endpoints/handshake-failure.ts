import { hasCode } from '../errors/catalogue.ts';
import { brokenConnection, failure } from './failure.ts';
import type { ObservationFailure } from './observation.ts';
import type { Transcript } from './received-chain.ts';
import { readReceivedCertificates } from './received-certificates.ts';
import type { TimeLimit } from './time-limit.ts';
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
  return broken.reason === 'tls-error' ? (malformedChain(limit, transcript) ?? broken) : broken;
}

/** The failure to read a chain: `problem` is a sentence, or the error thrown. */
export function unreadableChain(limit: TimeLimit, problem: unknown): ObservationFailure {
  if (typeof problem !== 'string' && !hasCode(problem, 'TLS_HANDSHAKE_UNREADABLE', 'CERTIFICATE_MALFORMED')) {
    throw problem;
  }
  const detail = typeof problem === 'string' ? problem : problem.message;
  return failure(limit, { stage: 'tls', reason: 'malformed-certificate', detail });
}

/** OpenSSL gave up, and the certificates are the reason; undefined when it had another one. */
function malformedChain(limit: TimeLimit, transcript: Transcript): ObservationFailure | undefined {
  try {
    readReceivedCertificates(transcript);
    return undefined;
  } catch (error) {
    return unreadableChain(limit, error);
  }
}
