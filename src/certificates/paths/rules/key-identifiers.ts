import { AUTHORITIES, type CertificateRule, EVERY_ROLE, STRICT } from './rule.ts';

/** Key identifiers help to find a path; no browser asks for them (RFC 5280 §4.2.1.1, §4.2.1.2). */
export const KEY_IDENTIFIER_RULES: readonly CertificateRule[] = [
  {
    id: 'subject-key-id-missing',
    citation: 'RFC 5280 §4.2.1.2',
    policies: STRICT,
    roles: AUTHORITIES,
    evaluate: ({ subjectKeyId }) =>
      subjectKeyId === undefined
        ? { actual: 'no subjectKeyIdentifier', required: 'one in every authority certificate' }
        : undefined,
  },
  {
    id: 'authority-key-id-missing',
    citation: 'RFC 5280 §4.2.1.1',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ authorityKeyIdentifier, authorityKeyId, selfIssued }, role) => {
      if (authorityKeyId !== undefined) return undefined;
      // The one exception: an authority's key that is distributed as a self-signed certificate.
      if (role === 'anchor' && selfIssued && !authorityKeyIdentifier) return undefined;
      return { actual: 'no keyIdentifier in authorityKeyIdentifier', required: 'one' };
    },
  },
  {
    id: 'authority-key-id-fields',
    citation: 'BR §7.1.2.1.3, §7.1.2.11.1',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ authorityKeyIdentifier: id }) =>
      id && (id.hasIssuer || id.hasSerialNumber)
        ? { actual: 'authorityCertIssuer or authorityCertSerialNumber', required: 'keyIdentifier alone' }
        : undefined,
  },
  {
    id: 'root-key-ids-differ',
    citation: 'BR §7.1.2.1.3',
    policies: STRICT,
    roles: ['anchor'],
    evaluate: ({ selfIssued, authorityKeyId, subjectKeyId }) =>
      selfIssued && authorityKeyId !== undefined && authorityKeyId !== subjectKeyId
        ? { actual: authorityKeyId, required: `its own subjectKeyIdentifier ${subjectKeyId}` }
        : undefined,
  },
];
