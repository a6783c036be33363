import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const weakSignature = refusalRule({
  id: 'weak-signature',
  citation: 'BR §7.1.3.2',
  codes: ['weak-signature', 'unsupported-signature'],
  describe: ({ certificate, algorithm }) => ({
    problem: `${printable(certificate.subject)} has a signature that clients do not accept: ${printable(algorithm)}`,
    help: 'Have the authority issue it anew with a signature by SHA-256, and deploy the new bundle.',
  }),
});
