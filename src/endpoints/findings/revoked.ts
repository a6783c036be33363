import { printable } from '../../errors/printable.ts';
import type { Found } from './finding-rule.ts';
import { refusalRule } from './refusal-rule.ts';
import { findStapleVerdict } from './served-staple.ts';

export const revoked = refusalRule({
  id: 'revoked',
  citation: 'RFC 5280 §6.1.3 (a)(3), RFC 6960 §2.2',
  codes: ['revoked'],
  describe: ({ certificate, revokedAt }) => describe(certificate.subject, revokedAt),
  otherwise(evidence) {
    const verdict = findStapleVerdict(evidence);
    const status = verdict?.kind === 'stale' ? verdict.status : verdict;
    if (status?.kind !== 'revoked') return [];
    const [leaf] = evidence.chain;
    // Nobody who is declared looks at the staple; others do, or learn of it in another way.
    return [{ severity: 'warning', certificate: leaf, ...describe(leaf.subject, status.revokedAt) }];
  },
});

function describe(subject: string, revokedAt: Date): Pick<Found, 'problem' | 'help'> {
  return {
    problem: `${printable(subject)} is revoked since ${revokedAt.toISOString()}`,
    help: 'Have a new certificate issued for a new key, and deploy that; a revoked one cannot be mended.',
  };
}
