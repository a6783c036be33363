import { appError } from '../errors/catalogue.ts';
import { berToDer } from './ber.ts';
import type { Certificate } from './certificate.ts';
import { contextTag, DerError, DerFields, expectTag, readChildren, readDer, TAG } from './der.ts';
import { readOid } from './der-values.ts';
import { parseCertificate } from './parse-certificate.ts';
import { readPemBlocks } from './pem-blocks.ts';

const MAX_BODY_BYTES = 1024 * 1024;
const MAX_ISSUERS = 20;

/** id-signedData (RFC 5652 §5.1). */
const SIGNED_DATA = '1.2.840.113549.1.7.2';

/**
 * The certificates in what an AIA URL answered, in order, at least one: a DER certificate, PEM, or a
 * certs-only CMS message in DER, BER or PEM (RFC 5280 §4.2.2.1, RFC 5652 §5.1).
 *
 * @throws CERTIFICATE_MALFORMED, and nothing else: also for more than 20 certificates or 1 MiB
 */
export function parseIssuers(body: Uint8Array): readonly Certificate[] {
  if (body.length > MAX_BODY_BYTES) {
    throw malformed(`the answer has ${body.length} bytes, more than ${MAX_BODY_BYTES}`);
  }
  const encoded = readEncodings(Buffer.from(body));
  if (encoded.length === 0) throw malformed('the answer holds no certificate');
  if (encoded.length > MAX_ISSUERS) {
    throw malformed(`the answer holds ${encoded.length} certificates, more than ${MAX_ISSUERS}`);
  }
  return encoded.map((der) => parseCertificate(der));
}

/** DER of each certificate in `body`, whatever its format. */
function readEncodings(body: Buffer): readonly Buffer[] {
  try {
    if (body[0] === TAG.sequence) return readBinary(body);
    return readPemBlocks(body.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, ''), 'the answer').flatMap(
      ({ label, bytes }) => {
        if (label === 'CERTIFICATE') return [bytes];
        return label === 'PKCS7' || label === 'CMS' ? readCms(bytes) : [];
      },
    );
  } catch (cause) {
    throw malformed(cause instanceof Error ? cause.message : 'the answer cannot be read', cause);
  }
}

/** A certificate begins with a SEQUENCE in its SEQUENCE, a CMS message with an OBJECT IDENTIFIER. */
function readBinary(body: Buffer): readonly Buffer[] {
  const [tag, length = 0] = body;
  const lengthOctets = tag === TAG.sequence && length > 0x80 ? length & 0x7f : 0;
  return body[2 + lengthOctets] === TAG.oid ? readCms(body) : [body];
}

/** The certificates of SignedData (RFC 5652 §5.1); choices other than `certificate` are skipped (§10.2.2). */
function readCms(message: Buffer): readonly Buffer[] {
  const contentInfo = new DerFields(expectTag(readDer(berToDer(message)), TAG.sequence));
  const contentType = readOid(contentInfo.required(TAG.oid));
  if (contentType !== SIGNED_DATA) throw new DerError(`CMS content of type ${contentType}`);
  const content = contentInfo.required(contextTag(0, 'constructed')).content;
  const signedData = new DerFields(expectTag(readDer(content), TAG.sequence));
  signedData.required(TAG.integer);
  signedData.required(TAG.set);
  signedData.required(TAG.sequence);
  const certificates = signedData.optional(contextTag(0, 'constructed'));
  if (!certificates) return [];
  return readChildren(certificates)
    .filter(({ tag }) => tag === TAG.sequence)
    .map(({ der }) => der);
}

function malformed(reason: string, cause?: unknown): Error {
  return appError('CERTIFICATE_MALFORMED', { reason }, { cause });
}
