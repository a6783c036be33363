import { ANY_STRONG } from './cipher-suites.ts';
import type { ClientProfile } from './profile.ts';

/** OpenSSL 3 at its default security level: x509_txt.c. */
export const OPENSSL: ClientProfile = {
  name: 'openssl',
  title: 'OpenSSL (curl, Node.js, Python, Go)',
  luck: undefined,
  acceptsCommonName: true,
  // v3_purp.c: check_purpose_ssl_server, check_ssl_ca.
  acceptsAnyPurpose: false,
  checksIssuerPurposes: true,
  requiresScts: false,
  limitsValidity: false,
  minModulusBits: 2048,
  // t1_lib.c, tls12_sigalgs.
  leafKeyTypes: ['rsa', 'P-256', 'P-384', 'P-521', 'ed25519'],
  issuerKeyTypes: ['rsa', 'P-256', 'P-384', 'P-521', 'ed25519'],
  maxReceived: undefined,
  maxIntermediates: undefined,
  oldestProtocol: 'TLSv1.2',
  // The list DEFAULT at security level 1 or 2, without weak-ssl-ciphers.
  cipherSuites: [ANY_STRONG],
  refusesAuthorityAsLeaf: false,
  // x509_check_cert_time in internal_verify (x509_vfy.c), and so does Go's isValid.
  checksAnchorValidity: true,
  // check_purpose_ssl_server is content with any bit that a server may use.
  checksKeyUsage: false,
  staple: 'ignored',
  requiresPromisedStaple: false,
  // x509_vfy.c: verify_chain builds the path, then looks at extensions, keys, the name, signatures and dates, and last
  // at name constraints.
  precedence: [
    'old-protocol',
    'unsupported-cipher',
    'unknown-issuer',
    'self-signed-leaf',
    'unknown-critical-extension',
    'wrong-extended-key-usage',
    'not-a-ca',
    'may-not-sign',
    'path-length-exceeded',
    'weak-key',
    'weak-signature',
    'name-mismatch',
    'revoked',
    'bad-signature',
    'profile-violation',
    'not-yet-valid',
    'expired',
    'name-not-permitted',
    'client-certificate-required',
  ],
  words: {
    'old-protocol': 'tlsv1 alert protocol version',
    'unsupported-cipher': 'sslv3 alert handshake failure',
    'client-certificate-required': 'tlsv13 alert certificate required',
    'self-signed-leaf': 'self-signed certificate',
    'unknown-critical-extension': 'unhandled critical extension',
    'wrong-extended-key-usage': 'unsuitable certificate purpose',
    'not-a-ca': 'invalid CA certificate',
    'may-not-sign': 'invalid CA certificate',
    'path-length-exceeded': 'path length constraint exceeded',
    'weak-key': 'EE certificate key too weak',
    'weak-signature': 'CA signature digest algorithm too weak',
    'name-mismatch': 'hostname mismatch',
    revoked: 'certificate revoked',
    'bad-signature': 'certificate signature failure',
    'profile-violation': 'certificate signature failure',
    'not-yet-valid': 'certificate is not yet valid',
    expired: 'certificate has expired',
    'name-not-permitted': 'permitted subtree violation',
    otherwise: 'unable to get local issuer certificate',
  },
  issuerWords: { 'weak-key': 'CA certificate key too weak' },
};
