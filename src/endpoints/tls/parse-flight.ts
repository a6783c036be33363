import type { Certificate } from '../../certificates/certificate.ts';
import { parseCertificate } from '../../certificates/parse-certificate.ts';
import { readReceivedFlight, type Transcript } from './received-flight.ts';
import type { ServerFlight } from './server-flight.ts';

/** What a server sent in its first flight, with its certificates parsed. */
export interface ReceivedFlight {
  readonly flight: ServerFlight;
  /** As sent, index 0 = leaf; length ≥ 1. */
  readonly receivedChain: readonly Certificate[];
}

/**
 * `readReceivedFlight`, with its certificates parsed.
 *
 * @throws TLS_HANDSHAKE_UNREADABLE, CERTIFICATE_LIST_MALFORMED as it does
 * @throws CERTIFICATE_MALFORMED when what it gives is not a certificate
 */
export function parseReceivedFlight(transcript: Transcript): ReceivedFlight | undefined {
  const flight = readReceivedFlight(transcript);
  return flight && { flight, receivedChain: flight.certificates.map((der) => parseCertificate(der)) };
}
