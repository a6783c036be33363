import { randomBytes, sign, type KeyObject } from 'node:crypto';
import {
  bitString,
  explicit,
  integer,
  nullValue,
  objectIdentifier,
  sequence,
  setOf,
  time,
  utf8String,
} from './der-writer.ts';

/** What the signature covers, beyond what every certificate shares. */
export interface CertificateProfile {
  /** Undefined: an empty Name. */
  readonly subject: string | undefined;
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  /** DER of each Extension. */
  readonly extensions: readonly Buffer[];
}

/** DER of an X.509 v3 certificate (RFC 5280 §4.1) signed with `issuerKey`, an EC or RSA private key. */
export function issueCertificate(profile: CertificateProfile, issuerKey: KeyObject): Buffer {
  const algorithm = signatureAlgorithm(issuerKey);
  const toBeSigned = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(serialNumber()),
    algorithm,
    distinguishedName(profile.issuer),
    sequence(time(profile.notBefore), time(profile.notAfter)),
    distinguishedName(profile.subject),
    profile.publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...profile.extensions)),
  );
  return sequence(toBeSigned, algorithm, bitString(sign('sha256', toBeSigned, issuerKey)));
}

/** PEM of one certificate: 64 columns, LF, a final line break (RFC 7468 §2). */
export function certificatePem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** 126 random bits; the leading bits make it positive and of constant length (RFC 5280 §4.1.2.2 allows 20 octets). */
function serialNumber(): Buffer {
  const octets = randomBytes(16);
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40;
  return octets;
}

/** Name with a commonName as its only attribute (RFC 5280 §4.1.2.4). */
function distinguishedName(commonName: string | undefined): Buffer {
  if (commonName === undefined) return sequence();
  return sequence(setOf(sequence(objectIdentifier('2.5.4.3'), utf8String(commonName))));
}

/** ecdsa-with-SHA256 (RFC 5758 §3.2) or sha256WithRSAEncryption, whose parameters are NULL (RFC 4055 §5). */
function signatureAlgorithm(key: KeyObject): Buffer {
  return key.asymmetricKeyType === 'rsa'
    ? sequence(objectIdentifier('1.2.840.113549.1.1.11'), nullValue())
    : sequence(objectIdentifier('1.2.840.10045.4.3.2'));
}
