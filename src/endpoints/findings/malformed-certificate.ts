import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const malformedCertificate = refusalRule({
  id: 'malformed-certificate',
  citation: 'RFC 5280 §4',
  codes: ['profile-violation'],
  describe: ({ certificate, rule, citation, actual, required }) => ({
    problem: `${printable(certificate.subject)} breaks a rule for certificates (${rule}, ${citation}): ${printable(actual)}, not ${printable(required)}`,
    help: 'Have the certificate issued anew; if it is an intermediate, ask the authority for one that keeps the rule.',
  }),
});
