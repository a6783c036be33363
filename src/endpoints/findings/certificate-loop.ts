import { printable } from '../../errors/printable.ts';
import { readGap } from './chain-gap.ts';
import { refusalRule } from './refusal-rule.ts';

/** CAs that certify each other, and no root: a cross-sign both ways, without what either of them is anchored in. */
export const certificateLoop = refusalRule({
  id: 'certificate-loop',
  citation: 'RFC 5280 §6.1, RFC 4158 §5.2',
  codes: ['unknown-issuer'],
  concerns: (refusal, evidence) => readGap(refusal, evidence).kind === 'loop',
  describe: ({ certificate, issuer }) => ({
    problem: `the chain leads back to itself: ${printable(certificate.subject)} is issued by ${printable(issuer)}, which comes before it, and no trusted root is above them`,
    help: 'Ask the authority for the chain that belongs to this leaf, up to a trusted root, and serve that.',
  }),
});
