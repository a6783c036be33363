import { COMMON_SUITES, DHE_RSA, ECDHE_CBC_SHA2, ECDHE_ECDSA_CBC_SHA } from './cipher-suites.ts';
import type { ClientProfile } from './profile.ts';

const UNKNOWN_ISSUER =
  'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target';
const INVALID_PATH = 'PKIX path validation failed: java.security.cert.CertPathValidatorException';

/** The JDK's PKIX provider. Its words come behind `javax.net.ssl.SSLHandshakeException: `, in which JSSE wraps what refuses (measured with 17). */
export const JAVA: ClientProfile = {
  name: 'java',
  title: 'Java',
  luck: undefined,
  acceptsCommonName: true,
  // EndEntityChecker.java looks at the leaf alone, PKIX at none.
  acceptsAnyPurpose: true,
  checksIssuerPurposes: false,
  requiresScts: false,
  limitsValidity: false,
  minModulusBits: 1024,
  // SignatureScheme.java; EdDSA since 15.
  leafKeyTypes: ['rsa', 'P-256', 'P-384', 'P-521', 'ed25519'],
  issuerKeyTypes: ['rsa', 'P-256', 'P-384', 'P-521', 'ed25519'],
  // jdk.tls.client.maxInboundCertificateChainLength (SSLConfiguration.java).
  maxReceived: 10,
  // PKIXValidator limits paths only where it has to search (PKIXBuilderParameters: 5), not for a chain in order.
  maxIntermediates: undefined,
  oldestProtocol: 'TLSv1.2',
  // Less TLS_RSA_* and 3DES, which jdk.tls.disabledAlgorithms has (TLS_RSA_* since 24, and in updates of 21).
  cipherSuites: [...COMMON_SUITES, DHE_RSA, ECDHE_CBC_SHA2, ECDHE_ECDSA_CBC_SHA],
  refusesAuthorityAsLeaf: false,
  checksAnchorValidity: false,
  // EndEntityChecker.checkTLSServer.
  checksKeyUsage: true,
  staple: 'ignored',
  requiresPromisedStaple: false,
  // Validator.java: the path is built, then validated (weak keys first, then constraints, dates, signatures), then the
  // leaf's purpose looked at; the name comes last (X509TrustManagerImpl.java).
  precedence: [
    'old-protocol',
    'unsupported-cipher',
    'too-many-certificates',
    'profile-violation',
    'unknown-issuer',
    'self-signed-leaf',
    'weak-key',
    'weak-signature',
    'may-not-sign',
    'name-not-permitted',
    'not-a-ca',
    'path-length-exceeded',
    'not-yet-valid',
    'expired',
    'bad-signature',
    'unknown-critical-extension',
    'wrong-extended-key-usage',
    'wrong-key-usage',
    'name-mismatch',
  ],
  issuerWords: { 'unsupported-key': `${INVALID_PATH}: signature check failed` },
  words: {
    'wrong-key-usage': 'KeyUsage does not allow digital signatures',
    'old-protocol': 'Received fatal alert: protocol_version',
    'unsupported-cipher': 'Received fatal alert: handshake_failure',
    'unsupported-key': 'Received fatal alert: handshake_failure',
    'client-certificate-required': 'Received fatal alert: certificate_required',
    'too-many-certificates':
      'javax.net.ssl.SSLProtocolException: The certificate chain length (…) exceeds the maximum allowed length (10)',
    'profile-violation': 'Failed to parse server certificates',
    'unknown-issuer': UNKNOWN_ISSUER,
    'self-signed-leaf': UNKNOWN_ISSUER,
    expired: `${INVALID_PATH}: validity check failed`,
    'not-yet-valid': `${INVALID_PATH}: validity check failed`,
    'weak-key': `${INVALID_PATH}: Algorithm constraints check failed on keysize limits`,
    'weak-signature': `${INVALID_PATH}: Algorithm constraints check failed`,
    'not-a-ca': `${INVALID_PATH}: basic constraints check failed: this is not a CA certificate`,
    'may-not-sign': `${INVALID_PATH}: CA key usage check failed: keyCertSign bit is not set`,
    'path-length-exceeded': `${INVALID_PATH}: basic constraints check failed: pathLenConstraint violated - this cert must be the last cert in the certification path`,
    'name-not-permitted': `${INVALID_PATH}: name constraints check failed`,
    'bad-signature': `${INVALID_PATH}: signature check failed`,
    'unknown-critical-extension': `${INVALID_PATH}: unrecognized critical extension(s)`,
    'wrong-extended-key-usage': 'Extended key usage does not permit use for TLS server authentication',
    'name-mismatch': 'No subject alternative DNS name matching <domain> found.',
    otherwise: INVALID_PATH,
  },
};
