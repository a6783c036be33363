import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const wrongEku = refusalRule({
  id: 'wrong-eku',
  citation: 'RFC 5280 §4.2.1.12',
  codes: ['wrong-extended-key-usage'],
  describe: ({ certificate }) => ({
    problem: `${printable(certificate.subject)} has an extendedKeyUsage without server authentication`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
