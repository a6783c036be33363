import { createHash, X509Certificate } from 'node:crypto';
import type { SourceLocation } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import type { Certificate } from './certificate.ts';
import { contextTag, DerError, DerFields, expectTag, readDer, TAG, type DerElement } from './der.ts';
import { readInteger, readTime } from './der-values.ts';
import { readName } from './distinguished-name.ts';
import {
  type Extensions,
  readAuthorityKeyId,
  readBasicConstraints,
  readCaIssuersUrls,
  readExtendedKeyUsage,
  readExtensions,
  readMaySignCertificates,
  readPermittedNames,
  readSubjectAltName,
  readSubjectKeyId,
} from './extensions.ts';

/** Real certificates have 1 to 4 KiB; one with hundreds of names may reach 20. */
const MAX_CERTIFICATE_BYTES = 64 * 1024;

/**
 * Reads one X.509 certificate (RFC 5280 §4.1), version 1 to 3. `location` says where it was found, for the
 * error.
 *
 * @throws CERTIFICATE_MALFORMED, and nothing else, for any input
 */
export function parseCertificate(der: Uint8Array, location?: SourceLocation): Certificate {
  if (der.length > MAX_CERTIFICATE_BYTES) {
    const reason = `it has ${der.length} bytes, more than ${MAX_CERTIFICATE_BYTES}`;
    throw appError('CERTIFICATE_MALFORMED', { reason }, { location });
  }
  // A copy: the bytes may belong to a socket's buffer, and a certificate never changes.
  const bytes = Buffer.from(der);
  try {
    return readCertificate(bytes);
  } catch (cause) {
    const reason = cause instanceof DerError ? cause.message : 'OpenSSL cannot read it';
    throw appError('CERTIFICATE_MALFORMED', { reason }, { location, cause });
  }
}

function readCertificate(der: Buffer): Certificate {
  const outer = new DerFields(expectTag(readDer(der), TAG.sequence));
  const tbs = readTbsCertificate(outer.required(TAG.sequence));
  outer.required(TAG.sequence);
  outer.required(TAG.bitString);
  outer.end();
  const { subject, issuer, extensions } = tbs;
  const subjectName = readName(subject);
  const issuerName = readName(issuer);
  return {
    der,
    // After our own reading: OpenSSL also takes PEM, BER and trailing octets.
    x509: new X509Certificate(der),
    fingerprint: createHash('sha256').update(der).digest('hex'),
    subject: subjectName.text,
    issuer: issuerName.text,
    subjectDer: subject.der,
    issuerDer: issuer.der,
    publicKeyDer: tbs.publicKey.der,
    commonName: subjectName.commonName,
    serialNumber: tbs.serialNumber.toString(16).toUpperCase(),
    notBefore: tbs.notBefore,
    notAfter: tbs.notAfter,
    selfIssued: subjectName.key === issuerName.key,
    ...readSubjectAltName(extensions),
    ...readBasicConstraints(extensions),
    maySignCertificates: readMaySignCertificates(extensions),
    extendedKeyUsage: readExtendedKeyUsage(extensions),
    subjectKeyId: readSubjectKeyId(extensions),
    authorityKeyId: readAuthorityKeyId(extensions),
    nameConstraints: readPermittedNames(extensions),
    caIssuersUrls: readCaIssuersUrls(extensions),
    criticalExtensions: [...extensions].filter(([, { critical }]) => critical).map(([oid]) => oid),
  };
}

interface TbsCertificate {
  readonly serialNumber: bigint;
  readonly issuer: DerElement;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly subject: DerElement;
  readonly publicKey: DerElement;
  readonly extensions: Extensions;
}

function readTbsCertificate(sequence: DerElement): TbsCertificate {
  const fields = new DerFields(sequence);
  // Version 1 is the DEFAULT and left out.
  fields.optional(contextTag(0, 'constructed'));
  const serialNumber = readInteger(fields.required(TAG.integer));
  // The signature algorithm: OpenSSL compares it with the outer one when it verifies.
  fields.required(TAG.sequence);
  const issuer = fields.required(TAG.sequence);
  const validity = new DerFields(fields.required(TAG.sequence));
  const notBefore = readTime(validity.any());
  const notAfter = readTime(validity.any());
  validity.end();
  const subject = fields.required(TAG.sequence);
  const publicKey = fields.required(TAG.sequence);
  // issuerUniqueID and subjectUniqueID: out of use, but no mistake (RFC 5280 §4.1.2.8).
  fields.optional(contextTag(1, 'primitive'));
  fields.optional(contextTag(2, 'primitive'));
  const wrapped = fields.optional(contextTag(3, 'constructed'));
  fields.end();
  const extensions = wrapped ? readExtensions(readDer(wrapped.content)) : new Map();
  return { serialNumber, issuer, notBefore, notAfter, subject, publicKey, extensions };
}
