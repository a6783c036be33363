import type { Certificate } from '../certificate.ts';
import type { PathFailure } from '../paths/path-failure.ts';

/** Why a client refuses what it is shown; both values that were compared are in it. */
export type Refusal =
  | PathFailure
  /** The handshake agrees on a version that the client no longer speaks (RFC 8996). */
  | { readonly code: 'old-protocol'; readonly actual: string; readonly required: string }
  /** The server sends `actual` certificates; the client takes `limit`. */
  | { readonly code: 'too-many-certificates'; readonly actual: number; readonly limit: number }
  /** Nothing but cipher suites that the client does not offer. */
  | { readonly code: 'unsupported-cipher'; readonly actual: string }
  /** The keyUsage of the leaf does not allow what the key is used for in the handshake (RFC 5280 §4.2.1.3). */
  | {
      readonly code: 'wrong-key-usage';
      readonly certificate: Certificate;
      readonly cipher: string;
      readonly required: 'digitalSignature' | 'keyEncipherment';
    }
  /** The server ends the connection without a certificate of the client. */
  | { readonly code: 'client-certificate-required' }
  /** The OCSP response that is stapled cannot be relied on, and the client insists. */
  | {
      readonly code: 'invalid-ocsp';
      readonly certificate: Certificate;
      /** Hostile text may be in both. */
      readonly actual: string;
      readonly required: string;
    }
  /** It could be relied on until `validUntil`, and the client insists. */
  | {
      readonly code: 'stale-ocsp';
      readonly certificate: Certificate;
      readonly validUntil: Date;
      readonly time: Date;
    }
  /** The certificate promises a staple (RFC 7633), and none is sent. */
  | { readonly code: 'must-staple-missing'; readonly certificate: Certificate };

export type RefusalCode = Refusal['code'];
