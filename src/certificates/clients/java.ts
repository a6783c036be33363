import { COMMON_SUITES, DHE_RSA, ECDHE_CBC_SHA2, ECDHE_ECDSA_CBC_SHA } from './cipher-suites.ts';
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
  // jdk.tls.client.maxInboundCertificateChainLength (SSLConfiguration.java).
  maxReceived: 10,
  // PKIXValidator limits paths only where it has to search (PKIXBuilderParameters: 5), not for a chain in order.
  maxIntermediates: undefined,
  oldestProtocol: 'TLSv1.2',
  // Less TLS_RSA_* and 3DES, which jdk.tls.disabledAlgorithms has (TLS_RSA_* since 24, and in updates of 21).
  cipherSuites: [...COMMON_SUITES, DHE_RSA, ECDHE_CBC_SHA2, ECDHE_ECDSA_CBC_SHA],
  // EndEntityChecker.checkTLSServer.
  checksKeyUsage: true,
  staple: 'ignored',
  requiresPromisedStaple: false,
  precedence: ['old-protocol', 'too-many-certificates', 'unknown-issuer', 'self-signed-leaf'],
  words: {
    'too-many-certificates':
      'javax.net.ssl.SSLProtocolException: The certificate chain length (…) exceeds the maximum allowed length (10)',
    expired: DATES,
    'not-yet-valid': DATES,
    'name-mismatch':
      'java.security.cert.CertificateException: No subject alternative DNS name matching <domain> found.',
    'wrong-key-usage': 'javax.net.ssl.SSLHandshakeException: KeyUsage does not allow digital signatures',
    otherwise:
      'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
  },
};
