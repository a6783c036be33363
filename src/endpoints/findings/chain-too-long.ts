import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const chainTooLong = refusalRule({
  id: 'chain-too-long',
  citation: 'RFC 5280 §6.1',
  codes: ['chain-too-long'],
  describe: ({ certificate, limit }) => ({
    problem: `${printable(certificate.subject)} is one intermediate too many; the limit is ${limit}`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
