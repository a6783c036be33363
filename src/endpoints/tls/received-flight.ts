import { createMessageReader } from './message-reader.ts';
import { VERSION } from './protocol-versions.ts';
import { createFlightCollector, endsFlight, type ServerFlight } from './server-flight.ts';
import { createRecordDecryptor } from './tls13-protection.ts';
import { tls13Suite, trafficKey } from './tls13-key-schedule.ts';

/** One side of a handshake as it went over the wire. */
export interface Transcript {
  /** What the server sent, from its first byte on. */
  readonly inbound: Buffer;
  /** TLS 1.3: the server's handshake traffic secret (RFC 8446 §7.1); undefined when it was not agreed on. */
  readonly trafficSecret: Buffer | undefined;
}

/**
 * What a server sent, its certificates in its order, with duplicates and strays. undefined when the transcript
 * does not get as far as a Certificate message that can be read.
 *
 * Node's own `getPeerCertificate(true)` follows issuers instead, and loses the order and what does not fit.
 * A CompressedCertificate (RFC 8879) does not occur, as Node does not offer to take one.
 *
 * @throws CERTIFICATE_LIST_MALFORMED when the Certificate message is malformed, longer than 100 KiB or of more than
 *   200 certificates
 * @throws TLS_HANDSHAKE_UNREADABLE when something else is malformed
 */
export function readReceivedFlight({ inbound, trafficSecret }: Transcript): ServerFlight | undefined {
  const collector = createFlightCollector();
  const isTls13 = (): boolean => collector.hello()?.version === VERSION.tls13;
  const reader = createMessageReader(isTls13);
  reader.push(inbound);
  let isProtected = false;
  for (let message = reader.next(); message; message = reader.next()) {
    collector.take(message);
    if (endsFlight(message)) break;
    const hello = collector.hello();
    if (isProtected || !hello || hello.retry || !isTls13()) continue;
    if (trafficSecret === undefined) return undefined;
    reader.decryptWith(createRecordDecryptor(trafficKey(tls13Suite(hello.cipherSuite), trafficSecret)));
    isProtected = true;
  }
  return collector.flight();
}
