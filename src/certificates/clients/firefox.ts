import { COMMON_SUITES, ECDHE_ECDSA_CBC_SHA, RSA_AES } from './cipher-suites.ts';
import type { ClientProfile } from './profile.ts';

/** Mozilla mozpkix, NSS error names, and the preloaded intermediates of Mozilla's root programme. */
export const FIREFOX: ClientProfile = {
  name: 'firefox',
  title: 'Firefox',
  luck: 'preload',
  acceptsCommonName: false,
  requiresScts: true,
  limitsValidity: false,
  minModulusBits: 1024,
  keyTypes: ['rsa', 'P-256', 'P-384', 'P-521'],
  maxReceived: undefined,
  // MAX_SUBCA_COUNT (mozpkix, pkixbuild.cpp); what is longer has an unknown issuer.
  maxIntermediates: 6,
  oldestProtocol: 'TLSv1.2',
  // The preferences security.ssl3.*, of which dhe_* are off.
  cipherSuites: [...COMMON_SUITES, ECDHE_ECDSA_CBC_SHA, RSA_AES],
  // NSS is content when mozpkix has found one bit that a server may use.
  checksKeyUsage: false,
  staple: 'enforced',
  requiresPromisedStaple: true,
  precedence: ['old-protocol', 'revoked', 'self-signed-leaf', 'unknown-issuer'],
  words: {
    expired: 'SEC_ERROR_EXPIRED_CERTIFICATE',
    'not-yet-valid': 'MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE',
    'name-mismatch': 'SSL_ERROR_BAD_CERT_DOMAIN',
    'self-signed-leaf': 'MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT',
    otherwise: 'SEC_ERROR_UNKNOWN_ISSUER',
  },
};
