import { printable } from '../../errors/printable.ts';
import { type FileEvidence, locate } from './file-evidence.ts';
import type { FindingRule } from './finding-rule.ts';

/** A server takes the first certificate for its own, and does not start when the key belongs to another. */
export const leafNotFirst: FindingRule<FileEvidence> = {
  id: 'wrong-order',
  citation: 'RFC 8446 §4.4.2',
  applies: ({ leaf }) => leaf !== undefined,
  evaluate({ bundle, leaf }) {
    if (!leaf || leaf.position === 0) return [];
    const { certificate, line, position } = leaf;
    const { subject = '' } = bundle.certificates[0]?.certificate ?? {};
    return [
      {
        severity: 'error',
        certificate,
        problem: `the leaf ${printable(certificate.subject)} is certificate ${position + 1} of the file; the first is ${printable(subject)}`,
        help: 'Put the leaf first, then each certificate before the one that issued it.',
        location: locate(bundle.source, line),
      },
    ];
  },
};
