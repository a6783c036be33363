import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const nameConstraintViolation = refusalRule({
  id: 'name-constraint-violation',
  citation: 'RFC 5280 §6.1.3 (b), (c)',
  codes: ['name-not-permitted'],
  describe: ({ certificate, name, issuer }) => ({
    problem: `${printable(certificate.subject)} has the name ${printable(name)}, which ${printable(issuer.subject)} may not issue for`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
