import type { Certificate } from '../../certificate.ts';
import { showPublicKey } from '../../keys/public-key.ts';
import type { ValidationPolicy, Violation } from './rule.ts';

const CURVES: readonly string[] = ['P-256', 'P-384', 'P-521'];
const MIN_EXPONENT = 3n;

/** The smallest RSA modulus: BR §6.1.5, and what Chrome's path builder asks for. */
const MIN_MODULUS_BITS = { strict: 2048, browser: 1024 } satisfies Record<ValidationPolicy, number>;

export type KeyVerdict = { readonly kind: 'weak' | 'unsupported' } & Violation;

/**
 * What is wrong with the key of `certificate`; undefined when nothing is. `strict`: BR §6.1.5, §6.1.6, §7.1.3.1.
 * `browser` takes Ed25519 besides, for it is secure: which clients do not know it is another matter.
 */
export function judgeKey({ publicKey: key }: Certificate, policy: ValidationPolicy): KeyVerdict | undefined {
  const actual = showPublicKey(key);
  if (key.kind === 'ed25519' && policy === 'browser') return undefined;
  if (key.kind === 'ed25519' || key.kind === 'other') {
    return { kind: 'unsupported', actual, required: 'an RSA or EC key' };
  }
  if (key.kind === 'ec') {
    if (key.curve !== undefined && CURVES.includes(key.curve)) return undefined;
    return { kind: 'unsupported', actual, required: CURVES.join(', ') };
  }
  const minimum = MIN_MODULUS_BITS[policy];
  if (key.modulusBits < minimum) return { kind: 'weak', actual, required: `at least ${minimum} bits` };
  if (key.exponent < MIN_EXPONENT || key.exponent % 2n === 0n) {
    return { kind: 'weak', actual: `exponent ${key.exponent}`, required: `odd, at least ${MIN_EXPONENT}` };
  }
  if (policy === 'browser') return undefined;
  if (key.modulusBits % 8 !== 0) return { kind: 'weak', actual, required: 'a size divisible by 8' };
  if (key.hasNullParameters) return undefined;
  return { kind: 'unsupported', actual: 'parameters of the RSA key', required: 'NULL (RFC 3279 §2.3.1)' };
}
