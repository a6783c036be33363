import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const notYetValidIntermediate = refusalRule({
  id: 'not-yet-valid-intermediate',
  citation: 'RFC 5280 §6.1.3 (a)(2)',
  codes: ['not-yet-valid'],
  concerns: ({ certificate }, { chain }) => certificate !== chain[0],
  describe: ({ certificate, notBefore }) => ({
    problem: `${printable(certificate.subject)} is not valid before ${notBefore.toISOString()}`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
