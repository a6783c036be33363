import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const expiredIntermediate = refusalRule({
  id: 'expired-intermediate',
  citation: 'RFC 5280 §6.1.3 (a)(2)',
  codes: ['expired'],
  concerns: ({ certificate }, { chain }) => certificate !== chain[0],
  describe: ({ certificate, notAfter }) => ({
    problem: `${printable(certificate.subject)} expired on ${notAfter.toISOString()}`,
    help: 'Replace it by the one that the authority issues under now.',
  }),
});
