import type { Certificate, NameConstraints } from '../certificate.ts';
import type { ReferenceIdentity } from '../names/reference-identity.ts';

/**
 * Why there is no path from the leaf to a trust anchor: one code a rule, with both values that were compared.
 * `certificate` is the one that breaks the rule, or whose issuer is missing.
 */
export type PathFailure =
  /** No certificate at hand, trusted or received, is the issuer (RFC 5280 §6.1.3 a 4). */
  | {
      readonly code: 'unknown-issuer';
      readonly certificate: Certificate;
      readonly issuer: string;
      readonly caIssuersUrls: readonly string[];
      /** The self-signed certificates of that name that were received, none of them a trust anchor. */
      readonly receivedRoots: readonly Certificate[];
    }
  /** RFC 5280 §6.1.3 (a)(2). */
  | {
      readonly code: 'expired';
      readonly certificate: Certificate;
      readonly notAfter: Date;
      readonly time: Date;
    }
  /** RFC 5280 §6.1.3 (a)(2). */
  | {
      readonly code: 'not-yet-valid';
      readonly certificate: Certificate;
      readonly notBefore: Date;
      readonly time: Date;
    }
  /** `certificate` names `issuer`, whose key did not sign it (RFC 5280 §6.1.3 a 1). */
  | { readonly code: 'bad-signature'; readonly certificate: Certificate; readonly issuer: Certificate }
  /** It issued a certificate without being a CA (RFC 5280 §6.1.4 k). */
  | { readonly code: 'not-a-ca'; readonly certificate: Certificate }
  /** It issued a certificate, and its keyUsage lacks keyCertSign (RFC 5280 §6.1.4 n). */
  | { readonly code: 'may-not-sign'; readonly certificate: Certificate }
  /** `below` intermediates follow it, self-issued ones not counted; it allows `pathLength` (RFC 5280 §6.1.4 l, m). */
  | {
      readonly code: 'path-length-exceeded';
      readonly certificate: Certificate;
      readonly pathLength: number;
      readonly below: number;
    }
  /** Its extendedKeyUsage lacks `required` (RFC 5280 §4.2.1.12; on a CA it binds all below, BR §7.1.2.10.6). */
  | {
      readonly code: 'wrong-extended-key-usage';
      readonly certificate: Certificate;
      readonly extendedKeyUsage: readonly string[];
      readonly required: string;
    }
  /** `issuer`, a CA above it, may not issue for its `name` (RFC 5280 §6.1.3 b, c). */
  | {
      readonly code: 'name-not-permitted';
      readonly certificate: Certificate;
      readonly name: string;
      readonly issuer: Certificate;
      /** Which of its subtrees say so: that it is in none of the permitted or in one of the excluded ones. */
      readonly subtrees: keyof NameConstraints;
    }
  /** It has a critical extension that is not processed here (RFC 5280 §4.2). */
  | {
      readonly code: 'unknown-critical-extension';
      readonly certificate: Certificate;
      readonly extension: string;
    }
  /** A rule for a certificate by itself is broken; `rule` is its id in rules/. */
  | {
      readonly code: 'profile-violation';
      readonly certificate: Certificate;
      readonly rule: string;
      readonly citation: string;
      readonly actual: string;
      readonly required: string;
    }
  /** Its signature could be forged, or is of a kind that is not known. */
  | {
      readonly code: 'weak-signature' | 'unsupported-signature';
      readonly certificate: Certificate;
      readonly algorithm: string;
    }
  /** Its key is too small or of a kind that TLS clients do not know. */
  | {
      readonly code: 'weak-key' | 'unsupported-key';
      readonly certificate: Certificate;
      readonly actual: string;
      readonly required: string;
    }
  /** It is not for `reference` (RFC 9525 §6). */
  | {
      readonly code: 'name-mismatch';
      readonly certificate: Certificate;
      readonly reference: ReferenceIdentity;
    }
  /** With it, the path has more intermediates than the caller allows, self-issued ones not counted. */
  | { readonly code: 'chain-too-long'; readonly certificate: Certificate; readonly limit: number }
  /** It is valid for `days`; its client allows `limit` of a certificate issued on that day (BR §6.3.2). */
  | {
      readonly code: 'validity-too-long';
      readonly certificate: Certificate;
      readonly days: number;
      readonly limit: number;
    }
  /** It has `actual` SCTs of distinct logs; its client asks for `required` (RFC 9162). */
  | {
      readonly code: 'missing-scts';
      readonly certificate: Certificate;
      readonly actual: number;
      readonly required: number;
    }
  /** The path has no policy that is acceptable and must have one (RFC 5280 §6.1.5 g). */
  | { readonly code: 'policy-not-acceptable'; readonly certificate: Certificate }
  /** RFC 5280 §6.1.3 (a)(3). `reason`: CRLReason (§5.3.1). */
  | {
      readonly code: 'revoked';
      readonly certificate: Certificate;
      readonly revokedAt: Date;
      readonly reason: number | undefined;
    }
  /** The CRLs that were given do not tell its status, for `reason`. */
  | { readonly code: 'revocation-unknown'; readonly certificate: Certificate; readonly reason: string }
  /** The leaf is signed by its own key and no trust anchor. */
  | { readonly code: 'self-signed-leaf'; readonly certificate: Certificate }
  /** The search ended after `budget` signature checks, or too many steps or comparisons: no verdict on the path. */
  | { readonly code: 'budget-exceeded'; readonly certificate: Certificate; readonly budget: number };

/** Least specific first. A failure that says more about the material wins over one that says less. */
const RANKING = [
  'unknown-issuer',
  'bad-signature',
  'unsupported-signature',
  'revocation-unknown',
  'policy-not-acceptable',
  'missing-scts',
  'validity-too-long',
  'profile-violation',
  'wrong-extended-key-usage',
  'unknown-critical-extension',
  'may-not-sign',
  'not-a-ca',
  'chain-too-long',
  'path-length-exceeded',
  'name-not-permitted',
  'unsupported-key',
  'weak-key',
  'weak-signature',
  'name-mismatch',
  'not-yet-valid',
  'expired',
  'revoked',
  'self-signed-leaf',
  'budget-exceeded',
] as const satisfies readonly PathFailure['code'][];

/** Higher for the failure that says more. */
export function specificity(failure: PathFailure): number {
  return RANKING.indexOf(failure.code);
}

/** The same for the same failure of the same certificate. */
export function failureKey(failure: PathFailure): string {
  const rule = failure.code === 'profile-violation' ? failure.rule : '';
  return `${failure.code} ${rule} ${failure.certificate.fingerprint}`;
}
