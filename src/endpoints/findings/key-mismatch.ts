import type { PlacedCertificate } from '../../certificates/material/material.ts';
import { keyMatches, publicKeyDigest } from '../../certificates/keys/private-key.ts';
import { printable } from '../../errors/printable.ts';
import { shortFingerprint } from '../short-fingerprint.ts';
import type { LocatedKey } from './file-evidence.ts';
import type { FindingRule, Found } from './finding-rule.ts';

/** What is to be presented with which keys, as `FileEvidence` has it. */
export interface KeyEvidence {
  readonly bundle: { readonly certificates: readonly PlacedCertificate[] };
  readonly leaf: PlacedCertificate | undefined;
  readonly keys: readonly LocatedKey[];
}

/** No key at hand belongs to the leaf: public keys are compared. */
export const keyMismatch: FindingRule<KeyEvidence> = {
  id: 'key-mismatch',
  citation: 'RFC 8446 §4.4.3',
  applies: ({ leaf, keys }) => leaf !== undefined && keys.length > 0,
  evaluate({ bundle: { certificates }, leaf, keys }) {
    if (!leaf || keys.some(({ key }) => keyMatches(leaf.certificate, key))) return [];
    return keys.map((key) => describe(key, leaf, certificates));
  },
};

function describe(
  { key, location }: LocatedKey,
  { certificate: leaf }: PlacedCertificate,
  certificates: readonly PlacedCertificate[],
): Found {
  const owner = certificates.find(({ certificate }) => keyMatches(certificate, key))?.certificate;
  const belongs = owner ? `belongs to ${printable(owner.subject)}` : 'belongs to none of the certificates';
  const actual = shortFingerprint(publicKeyDigest(key));
  const expected = shortFingerprint(publicKeyDigest(leaf));
  return {
    severity: 'error',
    certificate: leaf,
    problem: `the private key ${belongs}: its public key has SHA-256 ${actual}, that of the leaf ${printable(leaf.subject)} ${expected}`,
    help: 'Supply the key that was made for this certificate, or the certificate that was issued for this key.',
    location,
  };
}
