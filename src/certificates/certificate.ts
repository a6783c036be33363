import type { X509Certificate } from 'node:crypto';
import type { DistinguishedName } from './names/distinguished-name.ts';
import type { GeneralName } from './names/general-name.ts';
import type { PublicKeyInfo } from './keys/public-key.ts';

/** A subtree of the name space (RFC 5280 §4.2.1.10). */
export interface NameSubtree {
  readonly base: GeneralName;
  /** It has a minimum or maximum, which the profile forbids. */
  readonly hasDistance: boolean;
}

/** What a CA may issue certificates for. A form of name without a permitted subtree is free. */
export interface NameConstraints {
  readonly permitted: readonly NameSubtree[];
  readonly excluded: readonly NameSubtree[];
}

export interface Extension {
  readonly critical: boolean;
  /** `critical` is written although it is FALSE, the default, which DER leaves out (X.690 §11.5). */
  readonly defaultWritten: boolean;
  /** Contents of extnValue: DER of what the extension's own grammar says. */
  readonly value: Buffer;
}

/** Extensions by OID, in order. */
export type Extensions = ReadonlyMap<string, Extension>;

/** An AlgorithmIdentifier (RFC 5280 §4.1.1.2). */
export interface AlgorithmIdentifier {
  readonly oid: string;
  /** DER; undefined when absent. */
  readonly parameters: Buffer | undefined;
  readonly der: Buffer;
}

/** What was signed, how, and the signature: the same for certificates and CRLs. */
export interface SignedObject {
  readonly tbsDer: Buffer;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  /** Octets of the signature value. */
  readonly signature: Buffer;
}

/** How a certificate is written where the meaning is the same: what the rules of form look at. */
export interface CertificateForm {
  /** 1, 2 or 3. */
  readonly version: number;
  /** Version 1 is written although it is the default. */
  readonly defaultVersionWritten: boolean;
  /** Contents of the INTEGER. */
  readonly serialOctets: Buffer;
  /** DER of the algorithm inside what is signed; the one outside is `signatureAlgorithm`. */
  readonly tbsAlgorithmDer: Buffer;
  /** Tags of notBefore and notAfter: UTCTime or GeneralizedTime. */
  readonly timeTags: readonly [number, number];
  readonly hasUniqueIds: boolean;
  /** basicConstraints has cA written although it is FALSE. */
  readonly defaultCaWritten: boolean;
  /** keyUsage is without the trailing zero bits that DER leaves out; true without the extension. */
  readonly keyUsageMinimal: boolean;
}

/** authorityKeyIdentifier (RFC 5280 §4.2.1.1). */
export interface AuthorityKeyIdentifier {
  /** Lower-case hexadecimal. */
  readonly keyId: string | undefined;
  readonly hasIssuer: boolean;
  readonly hasSerialNumber: boolean;
}

/** A parsed X.509 certificate (RFC 5280 §4.1). All derived from `der`; immutable. */
export interface Certificate extends SignedObject {
  readonly der: Buffer;
  /** Node's own view, for keys. Made when it is asked for. @throws Error when OpenSSL cannot read what is read here */
  readonly x509: X509Certificate;
  /** SHA-256 of `der`, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  readonly form: CertificateForm;
  /** One line for people, most specific first: `CN=rec.example.com, O=Example`. Hostile: show through `printable`. */
  readonly subject: string;
  readonly issuer: string;
  readonly subjectName: DistinguishedName;
  readonly issuerName: DistinguishedName;
  /** DER of the Name. */
  readonly subjectDer: Buffer;
  readonly issuerDer: Buffer;
  /** DER of the SubjectPublicKeyInfo: what, with the name, identifies a trust anchor (RFC 5280 §6.1.1 d). */
  readonly publicKeyDer: Buffer;
  readonly publicKey: PublicKeyInfo;
  /** Last CN of the subject; undefined without one. */
  readonly commonName: string | undefined;
  /** Upper-case hexadecimal without leading zeros. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  /** Inclusive (RFC 5280 §4.1.2.5). */
  readonly notAfter: Date;
  /** All names of subjectAltName in order; undefined without the extension. */
  readonly alternativeNames: readonly GeneralName[] | undefined;
  /** dNSName entries of subjectAltName as sent; empty without the extension. */
  readonly dnsNames: readonly string[];
  /** iPAddress entries of subjectAltName, textual. */
  readonly ipAddresses: readonly string[];
  /** basicConstraints cA. False without the extension. */
  readonly isCa: boolean;
  /** basicConstraints pathLenConstraint; undefined: unlimited. */
  readonly pathLength: number | undefined;
  /** Subject and issuer are the same name (RFC 5280 §6.1: self-issued). */
  readonly selfIssued: boolean;
  /** Lower-case hexadecimal key identifiers; undefined without the extension. */
  readonly subjectKeyId: string | undefined;
  readonly authorityKeyId: string | undefined;
  /** All of authorityKeyIdentifier; undefined without the extension. */
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | undefined;
  /** Numbers of the keyUsage bits set (RFC 5280 §4.2.1.3); undefined without the extension. */
  readonly keyUsage: readonly number[] | undefined;
  /** extendedKeyUsage OIDs; undefined without the extension. */
  readonly extendedKeyUsage: readonly string[] | undefined;
  /** What this CA may issue certificates for; undefined without the extension. */
  readonly nameConstraints: NameConstraints | undefined;
  /** http and https URLs of caIssuers in authorityInfoAccess (RFC 5280 §4.2.2.1), in order. */
  readonly caIssuersUrls: readonly string[];
  readonly extensions: Extensions;
  /** OIDs of the critical extensions, in order. Who does not process one must reject (RFC 5280 §4.2). */
  readonly criticalExtensions: readonly string[];
}
