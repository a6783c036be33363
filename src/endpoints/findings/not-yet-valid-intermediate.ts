import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const notYetValidIntermediate = refusalRule({
  id: 'not-yet-valid-intermediate',
  citation: 'RFC 5280 §6.1.3 (a)(2)',
  codes: ['not-yet-valid'],
  concerns: ({ certificate }, { chain }) => certificate !== chain[0],
  describe: ({ certificate, notBefore, time }) => ({
    problem: `${printable(certificate.subject)} is not valid before ${notBefore.toISOString()}, and it is ${time.toISOString()}`,
    help: 'Serve the intermediate that is valid now; ask the authority for it.',
  }),
});
