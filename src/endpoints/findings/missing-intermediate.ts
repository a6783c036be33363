import { printable } from '../../errors/printable.ts';
import { findSentRoot } from './sent-root.ts';
import { refusalRule } from './refusal-rule.ts';

export const missingIntermediate = refusalRule({
  id: 'missing-intermediate',
  citation: 'RFC 5280 §6.1, RFC 8446 §4.4.2',
  codes: ['unknown-issuer'],
  concerns: (refusal, evidence) => !findSentRoot(refusal, evidence),
  describe: ({ certificate, issuer }) => ({
    problem: `${printable(certificate.subject)} ends an incomplete chain: its issuer, ${printable(issuer)}, is not sent`,
    help: 'Serve the full bundle: the leaf, then every intermediate up to a trusted root. A root of your own belongs under trust.roots.',
  }),
});
