import { COMMON_SUITES, ECDHE_ECDSA_CBC_SHA, RSA_AES } from './cipher-suites.ts';
import type { ClientProfile } from './profile.ts';

const DATES = 'javax.net.ssl.SSLHandshakeException: Chain validation failed';

/** Conscrypt with OkHttp's host name verifier. */
export const ANDROID: ClientProfile = {
  name: 'android',
  title: 'Android',
  luck: undefined,
  acceptsCommonName: false,
  requiresScts: false,
  limitsValidity: false,
  minModulusBits: 1024,
  keyTypes: ['rsa', 'P-256', 'P-384', 'P-521'],
  maxReceived: undefined,
  maxIntermediates: undefined,
  oldestProtocol: 'TLSv1.2',
  // Conscrypt, NativeCrypto.DEFAULT_X509_CIPHER_SUITES.
  cipherSuites: [...COMMON_SUITES, ECDHE_ECDSA_CBC_SHA, RSA_AES],
  // BoringSSL, ssl_cert_check_key_usage.
  checksKeyUsage: true,
  staple: 'ignored',
  requiresPromisedStaple: false,
  precedence: ['old-protocol', 'unknown-issuer', 'self-signed-leaf'],
  words: {
    expired: DATES,
    'not-yet-valid': DATES,
    'name-mismatch': 'javax.net.ssl.SSLPeerUnverifiedException: Hostname <domain> not verified:',
    'wrong-key-usage': 'javax.net.ssl.SSLHandshakeException: KEY_USAGE_BIT_INCORRECT',
    otherwise:
      'java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.',
  },
};
