import { COMMON_SUITES, ECDHE_ECDSA_CBC_SHA, RSA_AES } from './cipher-suites.ts';
import type { ClientProfile } from './profile.ts';

/**
 * Mozilla mozpkix and NSS error names. Firefox knows the intermediates on Mozilla's list beforehand; the list is not here, and
 * every intermediate below a public authority counts as on it.
 */
export const FIREFOX: ClientProfile = {
  name: 'firefox',
  title: 'Firefox',
  luck: 'preload',
  acceptsCommonName: false,
  // mozpkix, pkixcheck.cpp: CheckExtendedKeyUsage.
  acceptsAnyPurpose: false,
  checksIssuerPurposes: true,
  requiresScts: true,
  limitsValidity: false,
  minModulusBits: 1024,
  // NSS, ssl3con.c: defaultSignatureSchemes; mozpkix, CheckSubjectPublicKeyInfo.
  leafKeyTypes: ['rsa', 'P-256', 'P-384', 'P-521'],
  issuerKeyTypes: ['rsa', 'P-256', 'P-384', 'P-521'],
  maxReceived: undefined,
  // MAX_SUBCA_COUNT (mozpkix, pkixbuild.cpp); what is longer has an unknown issuer.
  maxIntermediates: 6,
  oldestProtocol: 'TLSv1.2',
  // The preferences security.ssl3.*, of which dhe_* are off.
  cipherSuites: [...COMMON_SUITES, ECDHE_ECDSA_CBC_SHA, RSA_AES],
  // CheckBasicConstraints (mozpkix, pkixcheck.cpp): ERROR_CA_CERT_USED_AS_END_ENTITY.
  refusesAuthorityAsLeaf: true,
  checksAnchorValidity: false,
  // NSS is content when mozpkix has found one bit that a server may use.
  checksKeyUsage: false,
  staple: 'enforced',
  requiresPromisedStaple: true,
  // The leaf's form first, then the path (pkixbuild.cpp); of what can be overridden trust, name, dates
  // (SSLServerCertVerification.cpp).
  precedence: [
    'old-protocol',
    'unsupported-cipher',
    'unsupported-key',
    'client-certificate-required',
    'profile-violation',
    'weak-key',
    'wrong-extended-key-usage',
    'unknown-critical-extension',
    'revoked',
    'self-signed-leaf',
    'unknown-issuer',
    'weak-signature',
    'unsupported-signature',
    'bad-signature',
    'not-a-ca',
    'may-not-sign',
    'path-length-exceeded',
    'name-not-permitted',
    'missing-scts',
    'name-mismatch',
  ],
  words: {
    'old-protocol': 'SSL_ERROR_UNSUPPORTED_VERSION',
    'unsupported-cipher': 'SSL_ERROR_NO_CYPHER_OVERLAP',
    'unsupported-key': 'SSL_ERROR_NO_CYPHER_OVERLAP',
    'client-certificate-required': 'SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT',
    expired: 'SEC_ERROR_EXPIRED_CERTIFICATE',
    'not-yet-valid': 'MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE',
    'name-mismatch': 'SSL_ERROR_BAD_CERT_DOMAIN',
    'self-signed-leaf': 'MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT',
    'bad-signature': 'SEC_ERROR_BAD_SIGNATURE',
    'weak-signature': 'SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED',
    'unsupported-signature': 'SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED',
    'weak-key': 'MOZILLA_PKIX_ERROR_INADEQUATE_KEY_SIZE',
    'profile-violation': 'MOZILLA_PKIX_ERROR_SIGNATURE_ALGORITHM_MISMATCH',
    'not-a-ca': 'SEC_ERROR_CA_CERT_INVALID',
    'may-not-sign': 'SEC_ERROR_INADEQUATE_KEY_USAGE',
    'path-length-exceeded': 'SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID',
    'name-not-permitted': 'SEC_ERROR_CERT_NOT_IN_NAME_SPACE',
    'wrong-extended-key-usage': 'SEC_ERROR_INADEQUATE_CERT_TYPE',
    'unknown-critical-extension': 'SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION',
    'policy-not-acceptable': 'SEC_ERROR_POLICY_VALIDATION_FAILED',
    'missing-scts': 'MOZILLA_PKIX_ERROR_INSUFFICIENT_CERTIFICATE_TRANSPARENCY',
    revoked: 'SEC_ERROR_REVOKED_CERTIFICATE',
    'stale-ocsp': 'SEC_ERROR_OCSP_OLD_RESPONSE',
    'invalid-ocsp': 'SEC_ERROR_OCSP_INVALID_SIGNING_CERT',
    'must-staple-missing': 'MOZILLA_PKIX_ERROR_REQUIRED_TLS_FEATURE_MISSING',
    otherwise: 'SEC_ERROR_UNKNOWN_ISSUER',
  },
  issuerWords: {
    expired: 'SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE',
    'not-yet-valid': 'MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE',
    // mozpkix passes over an issuer that it cannot read.
    'unknown-critical-extension': 'SEC_ERROR_UNKNOWN_ISSUER',
  },
};
