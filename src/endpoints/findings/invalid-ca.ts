import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const invalidCa = refusalRule({
  id: 'invalid-ca',
  citation: 'RFC 5280 §6.1.4 (k), (n)',
  codes: ['not-a-ca', 'may-not-sign'],
  describe: ({ code, certificate }) => ({
    problem: `${printable(certificate.subject)} issued a certificate and ${code === 'not-a-ca' ? 'is no CA' : 'its keyUsage lacks keyCertSign'}`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
