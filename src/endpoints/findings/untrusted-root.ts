import { printable } from '../../errors/printable.ts';
import { readGap } from './chain-gap.ts';
import { refusalRule } from './refusal-rule.ts';

export const untrustedRoot = refusalRule({
  id: 'untrusted-root',
  citation: 'RFC 5280 §6.1.1 (d)',
  codes: ['unknown-issuer'],
  concerns: (refusal, evidence) => readGap(refusal, evidence).kind === 'untrusted-root',
  describe(refusal, evidence) {
    const gap = readGap(refusal, evidence);
    const issuer = printable(refusal.issuer);
    if (gap.kind === 'untrusted-root' && gap.root) {
      return {
        problem: `the chain ends at ${issuer}, which is no trusted root`,
        help: 'Serve a certificate of a public authority. A root that your clients trust belongs under trust.roots (--ca).',
      };
    }
    return {
      problem: `the chain ends at ${issuer}, which is no trusted root and is not sent`,
      help: 'Serve a certificate of a public authority. A root that your clients trust belongs under trust.roots (--ca); if it is no root, serve its certificate as well.',
    };
  },
});
