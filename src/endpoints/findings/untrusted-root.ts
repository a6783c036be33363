import { printable } from '../../errors/printable.ts';
import { findSentRoot } from './sent-root.ts';
import { refusalRule } from './refusal-rule.ts';

export const untrustedRoot = refusalRule({
  id: 'untrusted-root',
  citation: 'RFC 5280 §6.1.1 (d)',
  codes: ['unknown-issuer'],
  concerns: (refusal, evidence) => findSentRoot(refusal, evidence) !== undefined,
  describe: ({ issuer }) => ({
    problem: `the chain ends at ${printable(issuer)}, which is no trusted root`,
    help: 'Serve a certificate of a public authority. A root that your clients trust belongs under trust.roots (--ca).',
  }),
});
