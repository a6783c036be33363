import { printable } from '../../errors/printable.ts';
import type { Found } from './finding-rule.ts';
import { refusalRule } from './refusal-rule.ts';

/** What is wrong with families of cipher suites, by IANA's names, the worst first. */
const WEAKNESSES: readonly (readonly [family: RegExp, weakness: string])[] = [
  // RFC 9325 §4.1: MUST NOT.
  [/_NULL_/, 'does not encrypt'],
  [/_anon_/, 'does not prove who the server is'],
  [/_EXPORT_|_(DES|DES40|RC2)_/, 'encrypts with less than 112 bits of security'],
  [/_RC4_/, 'encrypts with RC4'],
  // RFC 9325 §4.1: SHOULD NOT.
  [/_3DES_/, 'encrypts with 3DES'],
  // RFC 10015: MUST NOT, and of static ECDH SHOULD NOT.
  [/^TLS_(RSA|DH|ECDH)_/, 'has no forward secrecy'],
  [/^TLS_DHE_/, 'agrees on keys by finite-field Diffie-Hellman'],
  // RFC 9325 §4.2 recommends none of these; TLS 1.3 and HTTP/2 (RFC 9113 §9.2.2) have none.
  [/_CBC_/, 'encrypts with CBC'],
];

const HELP =
  'Choose a TLS security policy for the listener that has ECDHE with AES-GCM or ChaCha20-Poly1305, and TLS 1.3 if it can.';

/**
 * The cipher suite that the handshake has agreed on, out of good ones and weak ones: an error when a declared client
 * does not offer it. Suites of TLS 1.3, and ECDHE with an AEAD cipher, are in order.
 */
export const weakCipher = refusalRule({
  id: 'weak-cipher',
  citation: 'RFC 9325 §4, RFC 10015',
  codes: ['unsupported-cipher'],
  describe: ({ actual }) => describe(actual),
  otherwise({ handshake }) {
    if (!handshake || findWeakness(handshake.cipher) === undefined) return [];
    return [{ severity: 'warning', ...describe(handshake.cipher) }];
  },
});

function describe(cipher: string): Pick<Found, 'problem' | 'help'> {
  const weakness = findWeakness(cipher) ?? 'not every client offers';
  return {
    problem: `the handshake agrees on ${printable(cipher)}, which ${weakness}; ECDHE with AES-GCM or ChaCha20-Poly1305 is expected`,
    help: HELP,
  };
}

function findWeakness(cipher: string): string | undefined {
  return WEAKNESSES.find(([family]) => family.test(cipher))?.[1];
}
