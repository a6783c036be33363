import type { ClientName } from '../config/config.ts';

/** What can be wrong with what an endpoint serves, as far as clients have words for it. */
export type ServedFailure =
  /** The leaf's issuer is neither sent nor trusted: an intermediate is missing. */
  | 'incomplete-chain'
  /** The chain is whole, and ends at an authority that the client does not trust. */
  | 'unknown-issuer'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-name'
  | 'self-signed';

const JAVA_NO_PATH =
  'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target';
const JAVA_DATES =
  'PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed';
const ANDROID_NO_ANCHOR =
  'java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.';
const ANDROID_DATES = 'javax.net.ssl.SSLHandshakeException: Chain validation failed';

/** Chromium net_error_list.h; Mozilla mozpkix and NSS error names; JDK, Android and OpenSSL 3 messages. */
const WORDS: Readonly<Record<ClientName, Readonly<Record<ServedFailure, string>>>> = {
  chrome: {
    'incomplete-chain': 'NET::ERR_CERT_AUTHORITY_INVALID',
    'unknown-issuer': 'NET::ERR_CERT_AUTHORITY_INVALID',
    expired: 'NET::ERR_CERT_DATE_INVALID',
    'not-yet-valid': 'NET::ERR_CERT_DATE_INVALID',
    'wrong-name': 'NET::ERR_CERT_COMMON_NAME_INVALID',
    'self-signed': 'NET::ERR_CERT_AUTHORITY_INVALID',
  },
  firefox: {
    'incomplete-chain': 'SEC_ERROR_UNKNOWN_ISSUER',
    'unknown-issuer': 'SEC_ERROR_UNKNOWN_ISSUER',
    expired: 'SEC_ERROR_EXPIRED_CERTIFICATE',
    'not-yet-valid': 'MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE',
    'wrong-name': 'SSL_ERROR_BAD_CERT_DOMAIN',
    'self-signed': 'MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT',
  },
  java: {
    'incomplete-chain': JAVA_NO_PATH,
    'unknown-issuer': JAVA_NO_PATH,
    expired: JAVA_DATES,
    'not-yet-valid': JAVA_DATES,
    'wrong-name':
      'java.security.cert.CertificateException: No subject alternative DNS name matching <domain> found.',
    'self-signed': JAVA_NO_PATH,
  },
  android: {
    'incomplete-chain': ANDROID_NO_ANCHOR,
    'unknown-issuer': ANDROID_NO_ANCHOR,
    expired: ANDROID_DATES,
    'not-yet-valid': ANDROID_DATES,
    'wrong-name': 'javax.net.ssl.SSLPeerUnverifiedException: Hostname <domain> not verified:',
    'self-signed': ANDROID_NO_ANCHOR,
  },
  openssl: {
    'incomplete-chain': 'unable to get local issuer certificate',
    'unknown-issuer': 'unable to get local issuer certificate',
    expired: 'certificate has expired',
    'not-yet-valid': 'certificate is not yet valid',
    'wrong-name': 'hostname mismatch',
    'self-signed': 'self-signed certificate',
  },
};

/**
 * The words in which users of `client` see `failure` of `domain`: the ones to search for, to quote, and to
 * recognise.
 */
export function clientWords(client: ClientName, failure: ServedFailure, domain: string): string {
  return WORDS[client][failure].replace('<domain>', domain);
}
