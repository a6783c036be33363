import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const expiredLeaf = refusalRule({
  id: 'expired-leaf',
  citation: 'RFC 5280 §6.1.3 (a)(2)',
  codes: ['expired'],
  concerns: ({ certificate }, { chain }) => certificate === chain[0],
  describe: ({ certificate, notAfter, time }) => ({
    problem: `${printable(certificate.subject)} expired on ${notAfter.toISOString()}, and it is ${time.toISOString()}`,
    help: 'Renew the certificate and deploy the new bundle; an expired one cannot be mended.',
  }),
});
