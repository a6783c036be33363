import type { X509Certificate } from 'node:crypto';

/** Subtrees of the name space (RFC 5280 §4.2.1.10). Those of mail addresses and URIs bind no TLS server. */
export interface NameSubtrees {
  readonly dnsNames: readonly string[];
  /** DER of Names. */
  readonly directoryNames: readonly Buffer[];
  /** Address and mask, one after the other: 8 or 32 octets. */
  readonly ipRanges: readonly Buffer[];
}

/** What a CA may issue certificates for. A form of name without a permitted subtree is free. */
export interface NameConstraints {
  readonly permitted: NameSubtrees;
  readonly excluded: NameSubtrees;
}

/** A parsed X.509 v3 certificate (RFC 5280 §4.1). All derived from `der`; immutable. */
export interface Certificate {
  readonly der: Buffer;
  /** Node's own view, for signatures and host names. */
  readonly x509: X509Certificate;
  /** SHA-256 of `der`, 64 lower-case hexadecimal digits. */
  readonly fingerprint: string;
  /** One line for people, most specific first: `CN=rec.example.com, O=Example`. Hostile: show through `printable`. */
  readonly subject: string;
  readonly issuer: string;
  /** DER of the Name, for comparison in path building. */
  readonly subjectDer: Buffer;
  readonly issuerDer: Buffer;
  /** DER of the SubjectPublicKeyInfo: what, with the name, identifies a trust anchor (RFC 5280 §6.1.1 d). */
  readonly publicKeyDer: Buffer;
  /** Last CN of the subject; undefined without one. */
  readonly commonName: string | undefined;
  /** Upper-case hexadecimal without leading zeros. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  /** Inclusive (RFC 5280 §4.1.2.5). */
  readonly notAfter: Date;
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
  /** keyUsage has keyCertSign, or there is no keyUsage extension. */
  readonly maySignCertificates: boolean;
  /** extendedKeyUsage OIDs; undefined without the extension. */
  readonly extendedKeyUsage: readonly string[] | undefined;
  /** What this CA may issue certificates for; undefined without the extension. */
  readonly nameConstraints: NameConstraints | undefined;
  /** http and https URLs of caIssuers in authorityInfoAccess (RFC 5280 §4.2.2.1), in order. */
  readonly caIssuersUrls: readonly string[];
  /** OIDs of the critical extensions, in order. Who does not process one must reject (RFC 5280 §4.2). */
  readonly criticalExtensions: readonly string[];
}
