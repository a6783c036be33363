import { COMMON_SUITES, RSA_AES } from './cipher-suites.ts';
import type { ClientProfile } from './profile.ts';

/** Chromium net/cert, net_error_list.h and cert_status_flags.cc. */
export const CHROME: ClientProfile = {
  name: 'chrome',
  title: 'Chrome',
  luck: 'aia',
  acceptsCommonName: false,
  requiresScts: true,
  limitsValidity: true,
  minModulusBits: 1024,
  keyTypes: ['rsa', 'P-256', 'P-384', 'P-521'],
  maxReceived: undefined,
  maxIntermediates: undefined,
  oldestProtocol: 'TLSv1.2',
  // ssl_client_socket_impl.cc: all of BoringSSL but 3DES and ECDSA with HMAC-SHA1; BoringSSL has no DHE.
  cipherSuites: [...COMMON_SUITES, RSA_AES],
  // BoringSSL, ssl_cert_check_key_usage, of RSA keys too.
  checksKeyUsage: true,
  staple: 'revocation',
  requiresPromisedStaple: false,
  precedence: ['old-protocol', 'revoked', 'unknown-issuer', 'self-signed-leaf', 'name-mismatch'],
  words: {
    expired: 'NET::ERR_CERT_DATE_INVALID',
    'not-yet-valid': 'NET::ERR_CERT_DATE_INVALID',
    'name-mismatch': 'NET::ERR_CERT_COMMON_NAME_INVALID',
    'wrong-key-usage': 'ERR_SSL_KEY_USAGE_INCOMPATIBLE',
    otherwise: 'NET::ERR_CERT_AUTHORITY_INVALID',
  },
};
