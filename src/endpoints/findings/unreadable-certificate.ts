import { failureRule } from './failure-rule.ts';

/** A certificate that cannot even be read; one that can and breaks its profile is in malformed-certificate.ts. */
export const unreadableCertificate = failureRule({
  id: 'malformed-certificate',
  citation: 'RFC 5280 §4.1',
  reasons: ['malformed-certificate'],
  help: () =>
    'Deploy the certificate again from the file that the authority gave; ask it for another if that is no better.',
});
