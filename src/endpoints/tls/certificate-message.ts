import { appError } from '../../errors/catalogue.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';
import { EXTENSION, type ExtensionMap, readExtensions } from './hello-extensions.ts';

/** No chain comes near it; what is longer than clients take is a finding, not malformed. */
const MAX_CERTIFICATES = 200;
/** CertificateStatusType (RFC 6066 §8). */
const OCSP = 1;

/** What a Certificate message of TLS 1.3 carries. */
export interface CertificateMessage {
  /** DER, as sent; one at least. */
  readonly certificates: readonly Buffer[];
  /** Of the leaf: DER OCSPResponse. */
  readonly ocspStaple: Buffer | undefined;
  /** Of the leaf: SignedCertificateTimestampList. */
  readonly sctList: Buffer | undefined;
}

/**
 * The DER certificates of a TLS 1.2 Certificate message (RFC 5246 §7.4.2), as sent; one at least.
 *
 * @throws CERTIFICATE_LIST_MALFORMED when it is malformed or holds more than 200
 */
export function parseTls12Certificates(body: Buffer): readonly Buffer[] {
  return readList(createByteReader(body, malformedList), (list) => list.vector(3));
}

/**
 * A TLS 1.3 Certificate message (RFC 8446 §4.4.2): each certificate has extensions, of which the leaf's matter.
 *
 * @throws CERTIFICATE_LIST_MALFORMED when it is malformed or holds more than 200
 */
export function parseTls13Certificates(body: Buffer): CertificateMessage {
  const message = createByteReader(body, malformedList);
  message.vector(1); // certificate_request_context
  let ofLeaf: ExtensionMap | undefined;
  const certificates = readList(message, (list) => {
    const certificate = list.vector(3);
    const extensions = readExtensions(list, malformedList);
    ofLeaf ??= extensions;
    return certificate;
  });
  const status = ofLeaf?.get(EXTENSION.statusRequest);
  return {
    certificates,
    ocspStaple: status && parseCertificateStatus(status),
    sctList: ofLeaf?.get(EXTENSION.signedCertificateTimestamps),
  };
}

/**
 * The DER OCSPResponse of a CertificateStatus (RFC 6066 §8); undefined for another type of status, and for an
 * empty response.
 *
 * @throws CERTIFICATE_LIST_MALFORMED
 */
export function parseCertificateStatus(body: Buffer): Buffer | undefined {
  const reader = createByteReader(body, malformedList);
  if (reader.uint(1) !== OCSP) return undefined;
  const response = reader.vector(3);
  return response.length > 0 ? response : undefined;
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
