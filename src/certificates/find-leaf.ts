import type { Certificate } from './certificate.ts';
import { keyMatches, type PrivateKey } from './keys/private-key.ts';

/**
 * The position of the certificate in a file that a server is to present: of those that are no CA, or of all when every
 * one is, the one that a key belongs to, else the first. Undefined when there is no certificate.
 */
export function findLeaf(
  certificates: readonly Certificate[],
  keys: readonly PrivateKey[],
): number | undefined {
  const positions = [...certificates.keys()];
  const endEntities = positions.filter((position) => certificates[position]?.isCa === false);
  const candidates = endEntities.length > 0 ? endEntities : positions;
  const hasKey = (position: number) => {
    const certificate = certificates[position];
    return certificate !== undefined && keys.some((key) => keyMatches(certificate, key));
  };
  return candidates.find(hasKey) ?? candidates[0];
}
