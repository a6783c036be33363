import type { Certificate } from '../../certificates/certificate.ts';
import type { ClientJudgement } from '../../certificates/clients/judge-client.ts';
import type { Refusal, RefusalCode } from '../../certificates/clients/refusal.ts';

/** What is said of a leaf because of the path above it: another path may do. */
const OF_THE_PATH: ReadonlySet<RefusalCode> = new Set([
  'unknown-issuer',
  'bad-signature',
  'name-not-permitted',
  'chain-too-long',
  'path-length-exceeded',
  'policy-not-acceptable',
  'budget-exceeded',
  // Asked of leaves under public authorities alone.
  'validity-too-long',
  'missing-scts',
]);

/** Whether it is held against the leaf itself or the connection, so that no bundle helps. */
export function isPastMending(refusal: Refusal, leaf: Certificate): boolean {
  if (!('certificate' in refusal)) return true;
  return refusal.certificate.fingerprint === leaf.fingerprint && !OF_THE_PATH.has(refusal.code);
}

/**
 * The certificates whose caIssuers may lead a client on, in groups, the likeliest first: the one whose issuer is missing,
 * else the one below what is at fault, for its issuer may have been renewed; then all below, from which another
 * path may begin.
 */
export function placesToAsk({ refusals, path }: ClientJudgement): readonly (readonly Certificate[])[] {
  return refusals.flatMap((refusal): readonly (readonly Certificate[])[] => {
    if (!('certificate' in refusal)) return [];
    const place = path.findIndex(({ fingerprint }) => fingerprint === refusal.certificate.fingerprint);
    if (refusal.code === 'unknown-issuer' || refusal.code === 'bad-signature') {
      return [[refusal.certificate], path.slice(0, Math.max(place, 0)).filter(namesPlaces)];
    }
    // Not on the path, or the leaf because of all above it: any other issuer may do.
    return place > 0 ? [path.slice(place - 1, place), path.slice(0, place - 1).filter(namesPlaces)] : [path];
  });
}

function namesPlaces({ caIssuersUrls }: Certificate): boolean {
  return caIssuersUrls.length > 0;
}
