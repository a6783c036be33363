import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const notYetValid = refusalRule({
  id: 'not-yet-valid',
  citation: 'RFC 5280 §6.1.3 (a)(2)',
  codes: ['not-yet-valid'],
  concerns: ({ certificate }, { chain }) => certificate === chain[0],
  describe: ({ certificate, notBefore, time }) => ({
    problem: `${printable(certificate.subject)} is not valid before ${notBefore.toISOString()}, and it is ${time.toISOString()}`,
    help: 'Wait until it is valid, or deploy one that is; check the clock of whoever issued it.',
  }),
});
