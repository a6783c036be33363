import { ANY_STRONG } from './cipher-suites.ts';
import type { ClientProfile } from './profile.ts';

/** OpenSSL 3 at its default security level: x509_txt.c. */
export const OPENSSL: ClientProfile = {
  name: 'openssl',
  title: 'OpenSSL (curl, Node.js, Python, Go)',
  luck: undefined,
  acceptsCommonName: true,
  requiresScts: false,
  limitsValidity: false,
  minModulusBits: 2048,
  keyTypes: ['rsa', 'P-256', 'P-384', 'P-521', 'ed25519'],
  maxReceived: undefined,
  maxIntermediates: undefined,
  oldestProtocol: 'TLSv1.2',
  // The list DEFAULT at security level 1 or 2, without weak-ssl-ciphers.
  cipherSuites: [ANY_STRONG],
  // check_purpose_ssl_server is content with any bit that a server may use.
  checksKeyUsage: false,
  staple: 'ignored',
  requiresPromisedStaple: false,
  precedence: ['old-protocol', 'unknown-issuer', 'self-signed-leaf'],
  words: {
    expired: 'certificate has expired',
    'not-yet-valid': 'certificate is not yet valid',
    'name-mismatch': 'hostname mismatch',
    'self-signed-leaf': 'self-signed certificate',
    otherwise: 'unable to get local issuer certificate',
  },
};
