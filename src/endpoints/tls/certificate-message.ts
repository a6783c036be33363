import { appError } from '../../errors/catalogue.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';

const MAX_CERTIFICATES = 20;

/**
 * The DER certificates of a TLS 1.2 Certificate message (RFC 5246 §7.4.2), as sent; one at least.
 *
 * @throws CERTIFICATE_LIST_MALFORMED when it is malformed or holds more than 20
 */
export function parseTls12Certificates(body: Buffer): readonly Buffer[] {
  return readList(createByteReader(body, malformedList), (list) => list.vector(3));
}

/**
 * The DER certificates of a TLS 1.3 Certificate message (RFC 8446 §4.4.2), as sent, without the extensions
 * (OCSP responses, SCTs) that go with each; one at least.
 *
 * @throws CERTIFICATE_LIST_MALFORMED when it is malformed or holds more than 20
 */
export function parseTls13Certificates(body: Buffer): readonly Buffer[] {
  const message = createByteReader(body, malformedList);
  message.vector(1); // certificate_request_context
  return readList(message, (list) => {
    const certificate = list.vector(3);
    list.vector(2); // extensions
    return certificate;
  });
}

function readList(message: ByteReader, readEntry: (list: ByteReader) => Buffer): readonly Buffer[] {
  const list = createByteReader(message.vector(3), malformedList);
  const certificates: Buffer[] = [];
  while (list.remaining() > 0) {
    if (certificates.length === MAX_CERTIFICATES)
      throw malformedList(`more than ${MAX_CERTIFICATES} certificates`);
    certificates.push(readEntry(list));
  }
  if (message.remaining() > 0) throw malformedList('bytes after the certificate_list');
  if (certificates.length === 0) throw malformedList('an empty certificate_list');
  return certificates;
}

function malformedList(detail: string): Error {
  return appError('CERTIFICATE_LIST_MALFORMED', { detail });
}
