import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const weakSignature = refusalRule({
  id: 'weak-signature',
  citation: 'BR §7.1.3.2',
  codes: ['weak-signature', 'unsupported-signature'],
  describe: ({ certificate, algorithm }) => ({
    problem: `${printable(certificate.subject)} has a signature that clients do not accept: ${printable(algorithm)}`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
