import type { ClientName } from '../../config/config.ts';
import type { RefusalCode } from './refusal.ts';

/** Kinds of keys that a client can verify with: RSA, the curves of ECDSA, Ed25519. */
export type KeyType = 'rsa' | 'P-224' | 'P-256' | 'P-384' | 'P-521' | 'secp256k1' | 'ed25519';

type Words = Readonly<Partial<Record<RefusalCode, string>>>;

/** What a kind of client accepts, as data. Sources are in each profile. */
export interface ClientProfile {
  readonly name: ClientName;
  /** For people: `OpenSSL (curl, Node.js, Python, Go)`. */
  readonly title: string;
  /**
   * How it may come by an issuer that is not sent: `aia` fetches it from the address in the certificate (RFC 5280
   * §4.2.2.1), `preload` knows those of the public authorities beforehand. Undefined: it does not.
   */
  readonly luck: 'aia' | 'preload' | undefined;
  /** Whether a certificate without a DNS name in subjectAltName may have its name in the CN (RFC 9525 §2). */
  readonly acceptsCommonName: boolean;
  /** Whether anyExtendedKeyUsage stands for server authentication (RFC 5280 §4.2.1.12). */
  readonly acceptsAnyPurpose: boolean;
  /** Whether the extendedKeyUsage of an intermediate binds what is below it (BR §7.1.2.10.6). */
  readonly checksIssuerPurposes: boolean;
  /** Whether certificates of public authorities must have SCTs (RFC 9162). */
  readonly requiresScts: boolean;
  /** Whether certificates of public authorities may be valid no longer than was allowed when they were issued (BR §6.3.2). */
  readonly limitsValidity: boolean;
  /** The smallest RSA modulus, in bits. */
  readonly minModulusBits: number;
  /** Of the leaf, to verify a handshake with. */
  readonly leafKeyTypes: readonly KeyType[];
  /** Of the certificates above it, to verify a signature with. */
  readonly issuerKeyTypes: readonly KeyType[];
  /** How many certificates it takes from a server; undefined: as many as fit into a handshake. */
  readonly maxReceived: number | undefined;
  /** How many intermediates a path may have; undefined: any number. */
  readonly maxIntermediates: number | undefined;
  /** `TLSv1.2` or another; older ones are refused. */
  readonly oldestProtocol: string;
  /** Cipher suites that it offers, as patterns of IANA's names. */
  readonly cipherSuites: readonly RegExp[];
  /** Whether a leaf may not be a CA's certificate (RFC 5280 §4.2.1.9 does not forbid it). */
  readonly refusesAuthorityAsLeaf: boolean;
  /** Whether a trust anchor has to be valid, which RFC 5280 §6.1 does not ask. */
  readonly checksAnchorValidity: boolean;
  /** Whether the keyUsage of the leaf has to allow what its key is used for in the handshake. */
  readonly checksKeyUsage: boolean;
  /**
   * What counts of a stapled OCSP response: nothing, a revocation alone, or, under an anchor that is no public
   * authority's, that it can be relied on too.
   */
  readonly staple: 'ignored' | 'revocation' | 'enforced';
  /** Whether a certificate that promises a staple (RFC 7633) is refused without. */
  readonly requiresPromisedStaple: boolean;
  /** Of several reasons the one its users are told: the first of these, then any. */
  readonly precedence: readonly RefusalCode[];
  /** Reasons that it does not tell apart, and keeps silent about when it has one that it names; none by default. */
  readonly unnamed?: { readonly codes: readonly RefusalCode[]; readonly behind: readonly RefusalCode[] };
  /** What its users see, `<domain>` for the name; `otherwise` for reasons without words of their own. */
  readonly words: Words & { readonly otherwise: string };
  /** Instead of them, for the certificate of an authority. */
  readonly issuerWords?: Words;
  /** Instead of both, of an untrusted root that the server sends. */
  readonly receivedRootWords?: string;
  /** Instead of both, of a name that an authority excludes. */
  readonly excludedNameWords?: string;
}
