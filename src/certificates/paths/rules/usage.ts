import { KEY_USAGE, OID } from '../../der/oids.ts';
import { AUTHORITIES, type CertificateRule, EVERY_ROLE, isAuthority, STRICT } from './rule.ts';

/** Purposes that a certificate for TLS servers must not have (BR §7.1.2.7.10, §7.1.2.10.6). */
const FOREIGN_PURPOSES: ReadonlySet<string> = new Set([
  '1.3.6.1.5.5.7.3.3', // codeSigning
  '1.3.6.1.5.5.7.3.4', // emailProtection
  '1.3.6.1.5.5.7.3.8', // timeStamping
  '1.3.6.1.5.5.7.3.9', // OCSPSigning
  '1.3.6.1.4.1.11129.2.4.4', // precertificate signing
  OID.anyExtendedKeyUsage,
]);

/** basicConstraints, keyUsage and extendedKeyUsage (RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12). */
export const USAGE_RULES: readonly CertificateRule[] = [
  {
    id: 'authority-key-usage-missing',
    citation: 'RFC 5280 §4.2.1.3',
    policies: STRICT,
    roles: AUTHORITIES,
    evaluate: ({ keyUsage }) =>
      keyUsage ? undefined : { actual: 'no keyUsage', required: 'keyUsage in every authority certificate' },
  },
  {
    id: 'key-usage-empty',
    citation: 'RFC 5280 §4.2.1.3',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ keyUsage }) =>
      keyUsage?.length === 0 ? { actual: 'no bit of keyUsage', required: 'at least one' } : undefined,
  },
  {
    id: 'key-cert-sign-without-ca',
    citation: 'RFC 5280 §4.2.1.3, §4.2.1.9',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ keyUsage, isCa }) =>
      keyUsage?.includes(KEY_USAGE.keyCertSign) && !isCa
        ? { actual: 'keyCertSign and no cA', required: 'both or neither' }
        : undefined,
  },
  {
    id: 'subscriber-is-ca',
    citation: 'BR §7.1.2.7.8',
    policies: STRICT,
    roles: ['leaf'],
    evaluate: (certificate) =>
      certificate.isCa && !isAuthority(certificate)
        ? { actual: 'cA without keyCertSign', required: 'no cA in a server certificate' }
        : undefined,
  },
  {
    id: 'path-length-without-ca',
    citation: 'RFC 5280 §4.2.1.9',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: (certificate) =>
      certificate.pathLength !== undefined && !isAuthority(certificate)
        ? { actual: 'pathLenConstraint', required: 'none without cA and keyCertSign' }
        : undefined,
  },
  {
    id: 'extended-key-usage-missing',
    citation: 'BR §7.1.2.7.6',
    // Browsers take a certificate without one for any purpose (RFC 5280 §4.2.1.12).
    policies: STRICT,
    roles: ['leaf'],
    evaluate: (certificate) =>
      certificate.extendedKeyUsage || isAuthority(certificate)
        ? undefined
        : { actual: 'no extendedKeyUsage', required: 'id-kp-serverAuth' },
  },
  {
    id: 'extended-key-usage-critical',
    citation: 'BR §7.1.2.7.6, §7.1.2.10.6',
    policies: STRICT,
    roles: ['leaf', 'intermediate'],
    evaluate: ({ extensions }) =>
      extensions.get(OID.extendedKeyUsage)?.critical
        ? { actual: 'critical', required: 'not critical' }
        : undefined,
  },
  {
    id: 'extended-key-usage-foreign',
    citation: 'BR §7.1.2.7.10, §7.1.2.10.6',
    policies: STRICT,
    roles: ['leaf', 'intermediate'],
    evaluate: ({ extendedKeyUsage }) => {
      const foreign = extendedKeyUsage?.find((purpose) => FOREIGN_PURPOSES.has(purpose));
      return foreign === undefined
        ? undefined
        : { actual: foreign, required: 'server and client authentication alone' };
    },
  },
  {
    id: 'root-extended-key-usage',
    citation: 'BR §7.1.2.1.2',
    policies: STRICT,
    roles: ['anchor'],
    evaluate: ({ selfIssued, extendedKeyUsage }) =>
      selfIssued && extendedKeyUsage
        ? { actual: 'extendedKeyUsage', required: 'none in a root certificate' }
        : undefined,
  },
];
