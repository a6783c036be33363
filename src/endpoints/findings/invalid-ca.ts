import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const invalidCa = refusalRule({
  id: 'invalid-ca',
  citation: 'RFC 5280 §6.1.4 (k), (n)',
  codes: ['not-a-ca', 'may-not-sign'],
  describe: ({ code, certificate }) => ({
    problem: `${printable(certificate.subject)} issued a certificate and ${code === 'not-a-ca' ? 'is no CA: its basicConstraints lack cA' : 'may not: its keyUsage lacks keyCertSign'}`,
    help: 'Serve the intermediate of the authority that issued the leaf. If this is that one, it cannot issue for TLS: have the leaf issued by another authority.',
  }),
});
