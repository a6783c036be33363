import { printable } from '../../errors/printable.ts';
import { type ChainGap, readGap } from './chain-gap.ts';
import { refusalRule } from './refusal-rule.ts';

/** Several certificates are missing, as those that were found elsewhere show; one alone is a missing-intermediate. */
export const incompleteChain = refusalRule({
  id: 'incomplete-chain',
  citation: 'RFC 5280 §6.1, RFC 8446 §4.4.2',
  codes: ['unknown-issuer'],
  concerns: (refusal, evidence) => missingIn(readGap(refusal, evidence)).length > 1,
  describe(refusal, evidence) {
    const missing = missingIn(readGap(refusal, evidence)).map(({ subject }) => printable(subject));
    return {
      problem: `${printable(refusal.certificate.subject)} ends an incomplete chain: ${missing.length} intermediates are not sent (${missing.join('; ')})`,
      help: 'Serve the full bundle: the leaf, then every intermediate up to a trusted root.',
    };
  },
});

function missingIn(gap: ChainGap) {
  return gap.kind === 'missing' ? gap.found : [];
}
