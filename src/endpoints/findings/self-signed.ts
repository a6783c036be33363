import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const selfSigned = refusalRule({
  id: 'self-signed',
  citation: 'RFC 5280 §6.1',
  codes: ['self-signed-leaf'],
  describe: ({ certificate }) => ({
    problem: `${printable(certificate.subject)} is signed by its own key and is no trust anchor`,
    help: 'Serve a certificate of a trusted authority, or add this one to trust.roots if your clients trust it.',
  }),
});
