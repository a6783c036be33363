import { COMMON_SUITES, ECDHE_ECDSA_CBC_SHA, RSA_AES } from './cipher-suites.ts';
import type { ClientProfile } from './profile.ts';

const UNKNOWN_ISSUER =
  'java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.';

/** Conscrypt with OkHttp's host name verifier. */
export const ANDROID: ClientProfile = {
  name: 'android',
  title: 'Android',
  luck: undefined,
  acceptsCommonName: false,
  // TrustManagerImpl.java: ExtendedKeyUsagePKIXCertPathChecker looks at the leaf alone.
  acceptsAnyPurpose: true,
  checksIssuerPurposes: false,
  requiresScts: false,
  limitsValidity: false,
  minModulusBits: 1024,
  // BoringSSL's default signature_algorithms, which Conscrypt offers, lack P-521.
  leafKeyTypes: ['rsa', 'P-256', 'P-384'],
  issuerKeyTypes: ['rsa', 'P-256', 'P-384', 'P-521'],
  maxReceived: undefined,
  maxIntermediates: undefined,
  oldestProtocol: 'TLSv1.2',
  // Conscrypt, NativeCrypto.DEFAULT_X509_CIPHER_SUITES.
  cipherSuites: [...COMMON_SUITES, ECDHE_ECDSA_CBC_SHA, RSA_AES],
  refusesAuthorityAsLeaf: false,
  checksAnchorValidity: false,
  // BoringSSL, ssl_cert_check_key_usage.
  checksKeyUsage: true,
  staple: 'ignored',
  requiresPromisedStaple: false,
  // TrustManagerImpl.java: the path is built, weak links dropped, then validated; the name comes last.
  precedence: [
    'old-protocol',
    'unsupported-cipher',
    'wrong-key-usage',
    'unsupported-key',
    'client-certificate-required',
    'unknown-issuer',
    'self-signed-leaf',
    'weak-signature',
    'weak-key',
    'wrong-extended-key-usage',
    'expired',
    'not-yet-valid',
    'bad-signature',
    'not-a-ca',
    'may-not-sign',
    'path-length-exceeded',
    'name-not-permitted',
    'unknown-critical-extension',
    'name-mismatch',
  ],
  words: {
    'wrong-key-usage': 'javax.net.ssl.SSLHandshakeException: KEY_USAGE_BIT_INCORRECT',
    'old-protocol': 'javax.net.ssl.SSLHandshakeException: Handshake failed',
    'unsupported-cipher': 'javax.net.ssl.SSLHandshakeException: Handshake failed',
    'unsupported-key': 'javax.net.ssl.SSLHandshakeException: Handshake failed',
    'client-certificate-required': 'javax.net.ssl.SSLHandshakeException: Handshake failed',
    'unknown-issuer': UNKNOWN_ISSUER,
    'self-signed-leaf': UNKNOWN_ISSUER,
    'name-mismatch': 'javax.net.ssl.SSLPeerUnverifiedException: Hostname <domain> not verified:',
    otherwise: 'javax.net.ssl.SSLHandshakeException: Chain validation failed',
  },
};
