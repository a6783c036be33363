import type { ClientProfile } from './profile.ts';

const DATES =
  'PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed';

/** The JDK's PKIX provider. */
export const JAVA: ClientProfile = {
  name: 'java',
  title: 'Java',
  luck: undefined,
  acceptsCommonName: true,
  requiresScts: false,
  limitsValidity: false,
  minModulusBits: 1024,
  keyTypes: ['rsa', 'P-256', 'P-384', 'P-521', 'ed25519'],
  oldestProtocol: 'TLSv1.2',
  staple: 'ignored',
  requiresPromisedStaple: false,
  precedence: ['old-protocol', 'unknown-issuer', 'self-signed-leaf'],
  words: {
    expired: DATES,
    'not-yet-valid': DATES,
    'name-mismatch':
      'java.security.cert.CertificateException: No subject alternative DNS name matching <domain> found.',
    otherwise:
      'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
  },
};
