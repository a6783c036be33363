import { hash, X509Certificate } from 'node:crypto';
import type { SourceLocation } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import type { Certificate, CertificateForm, Extensions } from './certificate.ts';
import { contextTag, DerError, DerFields, expectTag, readDer, TAG, type DerElement } from './der/der.ts';
import { readInteger, readNamedBits, readTime } from './der/der-values.ts';
import { readName } from './names/distinguished-name.ts';
import {
  readAuthorityKeyIdentifier,
  readBasicConstraints,
  readCaIssuersUrls,
  readConstraints,
  readExtendedKeyUsage,
  readExtensions,
  readKeyUsage,
  readSubjectAltName,
  readSubjectKeyId,
} from './extensions.ts';
import { readPublicKeyInfo } from './keys/public-key.ts';
import { readSignedObject } from './der/signed-object.ts';

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
    if (!(cause instanceof DerError)) throw cause;
    throw appError('CERTIFICATE_MALFORMED', { reason: cause.message }, { location, cause });
  }
}

function readCertificate(der: Buffer): Certificate {
  const { tbs: tbsElement, ...signed } = readSignedObject(der);
  const tbs = readTbsCertificate(tbsElement);
  const { subject, issuer, extensions } = tbs;
  const subjectName = readName(subject);
  const issuerName = readName(issuer);
  const { defaultCaWritten, ...basicConstraints } = readBasicConstraints(extensions);
  const { keyUsageMinimal, keyUsage } = readKeyUsage(extensions);
  const authorityKeyIdentifier = readAuthorityKeyIdentifier(extensions);
  let x509: X509Certificate | undefined;
  return {
    der,
    // Few certificates are ever asked for it, and it costs as much as all of the reading.
    get x509() {
      return (x509 ??= new X509Certificate(der));
    },
    fingerprint: hash('sha256', der),
    ...signed,
    form: { ...tbs.form, defaultCaWritten, keyUsageMinimal },
    get subject() {
      return subjectName.text;
    },
    get issuer() {
      return issuerName.text;
    },
    subjectName,
    issuerName,
    subjectDer: subject.der,
    issuerDer: issuer.der,
    publicKeyDer: tbs.publicKey.der,
    publicKey: readPublicKeyInfo(tbs.publicKey),
    commonName: subjectName.commonNames.at(-1),
    serialNumber: tbs.serialNumber.toString(16).toUpperCase(),
    notBefore: tbs.notBefore,
    notAfter: tbs.notAfter,
    selfIssued: subjectName.key === issuerName.key,
    ...readSubjectAltName(extensions),
    ...basicConstraints,
    keyUsage,
    extendedKeyUsage: readExtendedKeyUsage(extensions),
    subjectKeyId: readSubjectKeyId(extensions),
    authorityKeyId: authorityKeyIdentifier?.keyId,
    authorityKeyIdentifier,
    nameConstraints: readConstraints(extensions),
    caIssuersUrls: readCaIssuersUrls(extensions),
    extensions,
    criticalExtensions: [...extensions].filter(([, { critical }]) => critical).map(([oid]) => oid),
  };
}

interface TbsCertificate {
  readonly form: Omit<CertificateForm, 'defaultCaWritten' | 'keyUsageMinimal'>;
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
  const explicitVersion = fields.optional(contextTag(0, 'constructed'));
  const version = explicitVersion ? readVersion(explicitVersion) : 1;
  const serial = fields.required(TAG.integer);
  const algorithm = fields.required(TAG.sequence);
  const issuer = fields.required(TAG.sequence);
  const validity = new DerFields(fields.required(TAG.sequence));
  const [start, end] = [validity.any(), validity.any()];
  validity.end();
  const subject = fields.required(TAG.sequence);
  const publicKey = fields.required(TAG.sequence);
  const uniqueIds = [1, 2].flatMap((number) => fields.optional(contextTag(number, 'primitive')) ?? []);
  uniqueIds.forEach(readNamedBits);
  const wrapped = fields.optional(contextTag(3, 'constructed'));
  fields.end();
  if (wrapped && version < 3) throw new DerError(`extensions in version ${version}`);
  const form = {
    version,
    defaultVersionWritten: explicitVersion !== undefined && version === 1,
    serialOctets: serial.content,
    tbsAlgorithmDer: algorithm.der,
    timeTags: [start.tag, end.tag] as const,
    hasUniqueIds: uniqueIds.length > 0,
  };
  return {
    form,
    serialNumber: readInteger(serial),
    issuer,
    notBefore: readTime(start),
    notAfter: readTime(end),
    subject,
    publicKey,
    extensions: wrapped ? readExtensions(readDer(wrapped.content)) : new Map(),
  };
}

/** RFC 5280 §4.1.2.1: v1 is 0, v3 is 2. */
function readVersion(wrapper: DerElement): number {
  const version = readInteger(expectTag(readDer(wrapper.content), TAG.integer));
  if (version < 0n || version > 2n) throw new DerError(`version ${version + 1n}`);
  return Number(version) + 1;
}
