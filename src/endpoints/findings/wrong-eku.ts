import { OID } from '../../certificates/der/oids.ts';
import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

/** Purposes that certificates are mixed up with (RFC 5280 §4.2.1.12); others are shown by their OIDs. */
const PURPOSES: Readonly<Record<string, string>> = {
  [OID.serverAuth]: 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
};

export const wrongEku = refusalRule({
  id: 'wrong-eku',
  citation: 'RFC 5280 §4.2.1.12',
  codes: ['wrong-extended-key-usage'],
  describe: ({ certificate, extendedKeyUsage, required }, { chain: [leaf] }) => ({
    problem: `${printable(certificate.subject)} is for ${printable(extendedKeyUsage.map(nameOf).join(', '))} (extendedKeyUsage), not for ${nameOf(required)}`,
    help:
      certificate.fingerprint === leaf.fingerprint
        ? 'Serve a certificate that was issued for TLS servers.'
        : 'Serve the intermediate that the authority has for TLS servers; if the leaf has no other issuer, have it issued anew under one.',
  }),
});

function nameOf(oid: string): string {
  return PURPOSES[oid] ?? oid;
}
