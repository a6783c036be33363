import { requiresStaple } from '../../certificates/revocation/ocsp.ts';
import { printable } from '../../errors/printable.ts';
import type { Found } from './finding-rule.ts';
import { refusalRule } from './refusal-rule.ts';

/** Without that promise a missing staple is no fault of anyone. */
export const mustStapleMissing = refusalRule({
  id: 'must-staple-missing',
  citation: 'RFC 7633 §4.2.2',
  codes: ['must-staple-missing'],
  describe: ({ certificate }) => describe(certificate.subject),
  otherwise({ chain: [leaf], handshake }) {
    if (!handshake || handshake.ocspStaple || !requiresStaple(leaf)) return [];
    return [{ severity: 'warning', certificate: leaf, ...describe(leaf.subject) }];
  },
});

function describe(subject: string): Pick<Found, 'problem' | 'help'> {
  return {
    problem: `${printable(subject)} promises a stapled OCSP response (must-staple), and none is sent`,
    help: 'Switch OCSP stapling on at the listener, or have a new certificate issued without must-staple.',
  };
}
