import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const unknownCriticalExtension = refusalRule({
  id: 'unknown-critical-extension',
  citation: 'RFC 5280 §4.2',
  codes: ['unknown-critical-extension'],
  describe: ({ certificate, extension }) => ({
    problem: `${printable(certificate.subject)} has the critical extension ${printable(extension)}, which no TLS client knows and each must refuse`,
    help: 'Have the certificate issued without this extension, or with it marked as not critical.',
  }),
});
