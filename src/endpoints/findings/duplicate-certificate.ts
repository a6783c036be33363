import type { Certificate } from '../../certificates/certificate.ts';
import { printable } from '../../errors/printable.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

/** The same certificate more than once, as a leaf that was put in front of a bundle that has it already. */
export const duplicateCertificate: FindingRule<ServedEvidence> = {
  id: 'duplicate-certificate',
  citation: 'RFC 5246 §7.4.2, RFC 8446 §4.4.2',
  applies: () => true,
  evaluate({ structure: { entries } }) {
    const copies = new Map<string, { certificate: Certificate; positions: number[] }>();
    for (const [index, { certificate, role }] of entries.entries()) {
      if (role !== 'duplicate') continue;
      const known = copies.get(certificate.fingerprint) ?? { certificate, positions: [] };
      copies.set(certificate.fingerprint, { certificate, positions: [...known.positions, index + 1] });
    }
    return [...copies.values()].map(({ certificate, positions }) => ({
      severity: 'info',
      certificate,
      problem: `${printable(certificate.subject)} is sent ${positions.length + 1} times, again as number ${positions.join(', ')}`,
      help: 'Keep the first of them in the bundle. The others are no use to any client, and lengthen every handshake.',
    }));
  },
};
