import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';
import { reissue } from './reissue.ts';

export const weakSignature = refusalRule({
  id: 'weak-signature',
  citation: 'BR §7.1.3.2',
  codes: ['weak-signature', 'unsupported-signature'],
  describe: ({ certificate, algorithm }, evidence) => ({
    problem: `${printable(certificate.subject)} has a signature that clients do not accept: ${printable(algorithm)}`,
    help: reissue(certificate, evidence, 'that is signed with SHA-256'),
  }),
});
