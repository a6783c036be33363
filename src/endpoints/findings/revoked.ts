import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const revoked = refusalRule({
  id: 'revoked',
  citation: 'RFC 5280 §6.1.3 (a)(3)',
  codes: ['revoked'],
  describe: ({ certificate, revokedAt }) => ({
    problem: `${printable(certificate.subject)} is revoked since ${revokedAt.toISOString()}`,
    help: 'Have a new certificate issued for a new key, and deploy that.',
  }),
});
