import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const expiredIntermediate = refusalRule({
  id: 'expired-intermediate',
  citation: 'RFC 5280 §6.1.3 (a)(2)',
  codes: ['expired'],
  concerns: ({ certificate }, { chain }) => certificate !== chain[0],
  describe: ({ certificate, notAfter, time }) => ({
    problem: `${printable(certificate.subject)} expired on ${notAfter.toISOString()}, and it is ${time.toISOString()}`,
    help: 'Ask the authority for the intermediate that it issues under now, and deploy the leaf with that one.',
  }),
});
