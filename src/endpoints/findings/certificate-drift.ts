import { printable } from '../../errors/printable.ts';
import { shortFingerprint } from '../short-fingerprint.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

export const certificateDrift: FindingRule<ServedEvidence> = {
  id: 'certificate-drift',
  citation: 'the leaf that should be served',
  applies: ({ intendedLeaf }) => intendedLeaf !== undefined,
  evaluate({ chain: [leaf], intendedLeaf = '' }) {
    if (leaf.fingerprint === intendedLeaf) return [];
    return [
      {
        severity: 'error',
        certificate: leaf,
        problem: `serves leaf ${shortFingerprint(leaf.fingerprint)} (${printable(leaf.subject)}), not the intended ${shortFingerprint(intendedLeaf)}`,
        help: 'Deploy again; if one address keeps the old certificate, look whether it belongs to the configured ingress.',
      },
    ];
  },
};
