import type { Certificate } from '../../certificate.ts';
import { KEY_USAGE } from '../../der/oids.ts';

/**
 * `strict`: every MUST of RFC 5280, and of the certificate profile of the CA/Browser Forum's Baseline
 * Requirements (BR) as far as a relying party can see it kept. `browser`: what Chrome enforces.
 */
export type ValidationPolicy = 'strict' | 'browser';

/** Where in a path a certificate stands. */
export type Role = 'leaf' | 'intermediate' | 'anchor';

/** The two values that were compared, for people. Hostile text may be in `actual`. */
export interface Violation {
  readonly actual: string;
  readonly required: string;
}

/** One rule for a certificate by itself. Rules between certificates are in path-rules.ts. */
export interface CertificateRule {
  /** Public name, unique. */
  readonly id: string;
  readonly citation: string;
  /** Who holds certificates to it. Where `browser` is missing, Chrome accepts what breaks the rule. */
  readonly policies: readonly ValidationPolicy[];
  readonly roles: readonly Role[];
  /** Undefined when the rule is kept or does not apply. */
  evaluate(certificate: Certificate, role: Role): Violation | undefined;
}

export const STRICT: readonly ValidationPolicy[] = ['strict'];
export const BOTH: readonly ValidationPolicy[] = ['strict', 'browser'];
export const EVERY_ROLE: readonly Role[] = ['leaf', 'intermediate', 'anchor'];
export const AUTHORITIES: readonly Role[] = ['intermediate', 'anchor'];

/**
 * A certificate that says in both places that it is an authority's. At the end of a path RFC 5280 treats it like
 * any other, and the BR's profile of Subscriber certificates (§7.1.2.7) is not the one that is meant for it.
 */
export function isAuthority({ isCa, keyUsage }: Certificate): boolean {
  return isCa && keyUsage !== undefined && keyUsage.includes(KEY_USAGE.keyCertSign);
}
