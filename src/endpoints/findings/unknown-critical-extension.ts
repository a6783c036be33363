import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const unknownCriticalExtension = refusalRule({
  id: 'unknown-critical-extension',
  citation: 'RFC 5280 §4.2',
  codes: ['unknown-critical-extension'],
  describe: ({ certificate, extension }) => ({
    problem: `${printable(certificate.subject)} has the critical extension ${printable(extension)}, which is not known`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
  }),
});
