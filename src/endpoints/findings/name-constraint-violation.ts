import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const nameConstraintViolation = refusalRule({
  id: 'name-constraint-violation',
  citation: 'RFC 5280 §4.2.1.10, §6.1.3 (b), (c)',
  codes: ['name-not-permitted'],
  describe: ({ certificate, name, issuer }) => ({
    problem: `${printable(certificate.subject)} has the name ${printable(name)}, which ${printable(issuer.subject)} may not certify (nameConstraints)`,
    help: 'Have the certificate issued without this name, or by an authority that may certify it.',
  }),
});
