import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const pathLengthExceeded = refusalRule({
  id: 'path-length-exceeded',
  citation: 'RFC 5280 §4.2.1.9, §6.1.4 (l), (m)',
  codes: ['path-length-exceeded'],
  describe: ({ certificate, below, pathLength }) => ({
    problem: `${printable(certificate.subject)} allows ${pathLength} further CAs below it (pathLenConstraint), and the chain has ${below}`,
    help: 'Have the leaf issued by a CA that its own issuer allows; no other order or selection of these certificates helps.',
  }),
});
