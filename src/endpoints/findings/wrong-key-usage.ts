import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const wrongKeyUsage = refusalRule({
  id: 'wrong-key-usage',
  citation: 'RFC 5280 §4.2.1.3, RFC 8446 §4.4.2.2',
  codes: ['wrong-key-usage'],
  describe: ({ certificate, cipher, required }) => ({
    problem: `the keyUsage of ${printable(certificate.subject)} lacks ${required}, for which ${printable(cipher)} uses its key`,
    help:
      required === 'digitalSignature'
        ? 'Have a new certificate issued whose keyUsage has digitalSignature.'
        : 'Choose a TLS security policy for the listener that has ECDHE and TLS 1.3, or have a certificate issued whose keyUsage has keyEncipherment.',
  }),
});
