import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';
import { reissue } from './reissue.ts';

export const unsupportedKeyType = refusalRule({
  id: 'unsupported-key-type',
  citation: 'BR §7.1.3.1',
  codes: ['unsupported-key'],
  describe: ({ certificate, actual, required }, evidence) => ({
    problem: `${printable(certificate.subject)} has a key of a kind that clients do not know: ${printable(actual)}, not ${printable(required)}`,
    help: reissue(certificate, evidence, 'for an RSA key, or one on P-256'),
  }),
});
