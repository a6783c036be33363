import { printable } from '../../errors/printable.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';
import { isValidAt, lifetimeMs, renewalMarginMs, showSpan } from './lifetime.ts';

/** The renewal is due: a third of the leaf's life is left, or half of a life of ten days or less. */
export const expiresSoon: FindingRule<ServedEvidence> = {
  id: 'expires-soon',
  citation: 'RFC 5280 §4.1.2.5',
  applies: ({ chain: [leaf], time }) => isValidAt(leaf, time),
  evaluate({ chain: [leaf], time }) {
    const leftMs = leaf.notAfter.getTime() - time.getTime();
    const marginMs = renewalMarginMs(leaf);
    if (leftMs > marginMs) return [];
    return [
      {
        severity: 'warning',
        certificate: leaf,
        problem: `${printable(leaf.subject)} expires on ${leaf.notAfter.toISOString()}: ${showSpan(leftMs)} of its ${showSpan(lifetimeMs(leaf))} are left, and its renewal is due with ${showSpan(marginMs)} left`,
        help: 'Renew the certificate now and deploy the new bundle.',
      },
    ];
  },
};
