import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const validityTooLong = refusalRule({
  id: 'validity-too-long',
  citation: 'BR §6.3.2',
  codes: ['validity-too-long'],
  describe: ({ certificate, days, limit }) => ({
    problem: `${printable(certificate.subject)} is valid for ${days} days; ${limit} were allowed when it was issued`,
    help: 'Have a new certificate issued, valid no longer than is allowed.',
  }),
});
