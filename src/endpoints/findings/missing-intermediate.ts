import { printable } from '../../errors/printable.ts';
import { readGap } from './chain-gap.ts';
import { refusalRule } from './refusal-rule.ts';

/** One certificate is missing, or nobody knows how many; more than one that are known are an incomplete-chain. */
export const missingIntermediate = refusalRule({
  id: 'missing-intermediate',
  citation: 'RFC 5280 §6.1, RFC 8446 §4.4.2',
  codes: ['unknown-issuer'],
  concerns: (refusal, evidence) => {
    const gap = readGap(refusal, evidence);
    return gap.kind === 'missing' && gap.found.length < 2;
  },
  describe: ({ certificate, issuer }) => ({
    problem: `${printable(certificate.subject)} ends an incomplete chain: its issuer, ${printable(issuer)}, is not sent`,
    help: 'Serve the full bundle: the leaf, then every intermediate up to a trusted root. A root of your own belongs under trust.roots (--ca).',
  }),
});
