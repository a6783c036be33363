import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const malformedCertificate = refusalRule({
  id: 'malformed-certificate',
  citation: 'RFC 5280 §4',
  codes: ['profile-violation'],
  describe: ({ certificate, rule, actual, required }) => ({
    problem: `${printable(certificate.subject)} breaks its profile (${rule}): ${printable(actual)}, not ${printable(required)}`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
