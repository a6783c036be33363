import { parseTls12Certificates, parseTls13Certificates } from './certificate-message.ts';
import {
  createMessageAssembler,
  HANDSHAKE_TYPE,
  parseServerHello,
  type ServerHello,
} from './handshake-messages.ts';
import { CONTENT_TYPE, readRecords, type TlsRecord } from './tls-records.ts';
import { createRecordDecryptor } from './tls13-decryption.ts';

/** One side of a handshake as it went over the wire. */
export interface Transcript {
  /** What the server sent, from its first byte on. */
  readonly inbound: Buffer;
  /** TLS 1.3: the server's handshake traffic secret (RFC 8446 §7.1); undefined when it was not agreed on. */
  readonly trafficSecret: Buffer | undefined;
}

const TLS13 = 0x0304;

/**
 * The certificates a server sent, DER, in its order, with duplicates and strays. undefined when the
 * transcript does not get as far as a Certificate message that can be read.
 *
 * Node's own `getPeerCertificate(true)` follows issuers instead, and loses the order and what does not fit.
 * A CompressedCertificate (RFC 8879) does not occur, as Node does not offer to take one.
 *
 * @throws CERTIFICATE_LIST_MALFORMED when the Certificate message is malformed, longer than 100 KiB or of more than
 *   20 certificates
 * @throws TLS_HANDSHAKE_UNREADABLE when something before it is malformed
 */
export function readReceivedChain(transcript: Transcript): readonly Buffer[] | undefined {
  const records = readRecords(transcript.inbound);
  const assemble = createMessageAssembler();
  let hello: ServerHello | undefined;
  for (const record of records) {
    // In TLS 1.2 everything after it is encrypted; TLS 1.3 sends it for show (RFC 8446 §D.4).
    if (record.type === CONTENT_TYPE.changeCipherSpec && hello?.version !== TLS13) return undefined;
    if (record.type !== CONTENT_TYPE.handshake) continue;
    for (const message of assemble(record.fragment)) {
      if (message.type === HANDSHAKE_TYPE.certificate) return parseTls12Certificates(message.body);
      if (message.type !== HANDSHAKE_TYPE.serverHello) continue;
      hello = parseServerHello(message.body);
      if (hello.version === TLS13 && !hello.retry) return readEncryptedChain(records, hello, transcript);
    }
  }
  return undefined;
}

/** The rest of a TLS 1.3 transcript, after the ServerHello. */
function readEncryptedChain(
  records: Iterable<TlsRecord>,
  hello: ServerHello,
  { trafficSecret }: Transcript,
): readonly Buffer[] | undefined {
  if (trafficSecret === undefined) return undefined;
  const decrypt = createRecordDecryptor(hello.cipherSuite, trafficSecret);
  const assemble = createMessageAssembler();
  for (const record of records) {
    if (record.type !== CONTENT_TYPE.applicationData) continue;
    const inner = decrypt(record);
    if (inner.type !== CONTENT_TYPE.handshake) continue;
    const certificate = assemble(inner.fragment).find(({ type }) => type === HANDSHAKE_TYPE.certificate);
    if (certificate !== undefined) return parseTls13Certificates(certificate.body);
  }
  return undefined;
}
