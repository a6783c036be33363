import { printable } from '../../errors/printable.ts';
import { findTrueIssuer } from './chain-gap.ts';
import { refusalRule } from './refusal-rule.ts';

/** Where the true issuer is known, the one that is sent is at fault: a wrong-intermediate. */
export const badSignature = refusalRule({
  id: 'bad-signature',
  citation: 'RFC 5280 §6.1.3 (a)(1)',
  codes: ['bad-signature'],
  concerns: (refusal, evidence) => !findTrueIssuer(refusal, evidence),
  describe: ({ certificate, issuer }) => ({
    problem: `${printable(certificate.subject)} is not signed by the key of its issuer, ${printable(issuer.subject)}`,
    help: 'Ask the authority for the leaf and its chain anew, and serve these; a file may have been damaged or put together by hand.',
  }),
});
