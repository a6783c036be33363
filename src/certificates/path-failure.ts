import type { Certificate } from './certificate.ts';

/** id-kp-serverAuth (RFC 5280 §4.2.1.12). */
export const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

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
      readonly required: typeof SERVER_AUTH;
    }
  /** `issuer`, a CA above it, may not issue for its `name` (RFC 5280 §6.1.3 b, c). */
  | {
      readonly code: 'name-not-permitted';
      readonly certificate: Certificate;
      readonly name: string;
      readonly issuer: Certificate;
    }
  /** It has a critical extension that is not processed here (RFC 5280 §4.2). */
  | {
      readonly code: 'unknown-critical-extension';
      readonly certificate: Certificate;
      readonly extension: string;
    }
  /** The leaf is signed by its own key and no trust anchor. */
  | { readonly code: 'self-signed-leaf'; readonly certificate: Certificate }
  /** The search ended after `budget` signature checks: no verdict on the path. */
  | { readonly code: 'budget-exceeded'; readonly certificate: Certificate; readonly budget: number };

/** Least specific first. A failure that says more about the material wins over one that says less. */
const RANKING = [
  'unknown-issuer',
  'bad-signature',
  'wrong-extended-key-usage',
  'unknown-critical-extension',
  'may-not-sign',
  'not-a-ca',
  'path-length-exceeded',
  'name-not-permitted',
  'not-yet-valid',
  'expired',
  'self-signed-leaf',
  'budget-exceeded',
] as const satisfies readonly PathFailure['code'][];

/** Higher for the failure that says more. */
export function specificity(failure: PathFailure): number {
  return RANKING.indexOf(failure.code);
}
