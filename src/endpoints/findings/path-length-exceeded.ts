import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const pathLengthExceeded = refusalRule({
  id: 'path-length-exceeded',
  citation: 'RFC 5280 §6.1.4 (l), (m)',
  codes: ['path-length-exceeded'],
  describe: ({ certificate, below, pathLength }) => ({
    problem: `${printable(certificate.subject)} is followed by ${below} intermediates; its pathLenConstraint allows ${pathLength}`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
