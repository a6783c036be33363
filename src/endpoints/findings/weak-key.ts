import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';
import { reissue } from './reissue.ts';

export const weakKey = refusalRule({
  id: 'weak-key',
  citation: 'BR §6.1.5',
  codes: ['weak-key'],
  describe: ({ certificate, actual, required }, evidence) => ({
    problem: `${printable(certificate.subject)} has a key that is too weak: ${printable(actual)}, not ${printable(required)}`,
    help: reissue(certificate, evidence, 'for a new key of at least 2048 bits RSA, or on P-256'),
  }),
});
