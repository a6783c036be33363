import type { Certificate } from '../../certificates/certificate.ts';
import { printable } from '../../errors/printable.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

/**
 * An issuer comes before all that it certifies. TLS 1.2 forbids it (RFC 5246 §7.4.2), TLS 1.3 tells clients to cope
 * (RFC 8446 §4.4.2); those that look for an issuer only after the certificate, such as Mbed TLS, do not.
 */
export const wrongOrder: FindingRule<ServedEvidence> = {
  id: 'wrong-order',
  citation: 'RFC 5246 §7.4.2, RFC 8446 §4.4.2',
  applies: ({ structure }) => structure.misplaced.length > 0,
  evaluate({ structure: { misplaced, entries, inOrder } }) {
    const roots = new Set(entries.flatMap(({ certificate, role }) => (role === 'root' ? [certificate] : [])));
    const [first] = misplaced;
    if (!first) return [];
    const sent = entries.flatMap(({ certificate, role }) => (role === 'duplicate' ? [] : [certificate]));
    return [
      {
        severity: 'warning',
        certificate: first,
        problem: `the certificates are out of order: ${list(sent)}; each should certify the one before it, and some clients rely on that`,
        help: `Put the bundle in this order and deploy it again: ${list(inOrder.filter((each) => !roots.has(each)))}.`,
      },
    ];
  },
};

function list(certificates: readonly Certificate[]): string {
  return certificates.map(({ subject }, index) => `${index + 1}. ${printable(subject)}`).join(', ');
}
