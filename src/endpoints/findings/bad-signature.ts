import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const badSignature = refusalRule({
  id: 'bad-signature',
  citation: 'RFC 5280 §6.1.3 (a)(1)',
  codes: ['bad-signature'],
  describe: ({ certificate }) => ({
    problem: `${printable(certificate.subject)} is not signed by the key of the issuer that is sent`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
