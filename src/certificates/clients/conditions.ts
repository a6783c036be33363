import type { Certificate } from '../certificate.ts';
import type { Path, PathCondition } from '../paths/path.ts';
import type { PathFailure } from '../paths/path-failure.ts';
import { type PublicKeyInfo, showPublicKey } from '../keys/public-key.ts';
import { parseSctList } from '../transparency/sct.ts';
import { embeddedScts } from '../transparency/sct-extensions.ts';
import { judgeScts } from '../transparency/ct-policy.ts';
import type { ClientTerms } from './client-terms.ts';
import type { Presented } from './presented.ts';
import type { ClientProfile, KeyType } from './profile.ts';
import type { ClientTrust } from './trust.ts';
import { validityLimit } from './validity-limit.ts';

/** What a client asks of a whole path beyond the rules of all, from its profile. */
export function conditionsOf(
  profile: ClientProfile,
  presented: Presented,
  { trust, time }: ClientTerms,
): readonly PathCondition[] {
  return [
    (path) => checkKeys(path.slice(0, -1), profile),
    (path) => (profile.limitsValidity && isPublic(path, trust) ? checkValidityPeriod(path[0]) : undefined),
    ([leaf]) => (profile.refusesAuthorityAsLeaf ? checkLeaf(leaf) : undefined),
    (path) => (profile.checksAnchorValidity ? checkAnchor(path, time) : undefined),
    (path) => (profile.requiresScts && isPublic(path, trust) ? checkScts(presented, time) : undefined),
  ];
}

function isPublic(path: Path, trust: ClientTrust): boolean {
  const anchor = path.at(-1);
  return anchor !== undefined && trust.isPublic(anchor);
}

function checkLeaf(certificate: Certificate): PathFailure | undefined {
  if (!certificate.isCa) return undefined;
  const [rule, citation] = ['authority-as-leaf', 'BR §7.1.2.7.6'];
  const [actual, required] = ['the certificate of an authority', 'one of a server'];
  return { code: 'profile-violation', certificate, rule, citation, actual, required };
}

/** A leaf that is trusted by itself is the last of its path as well. */
function checkAnchor(path: Path, time: Date): PathFailure | undefined {
  const anchor = path.at(-1);
  if (!anchor) return undefined;
  const { notBefore, notAfter } = anchor;
  if (time < notBefore) return { code: 'not-yet-valid', certificate: anchor, notBefore, time };
  return time > notAfter ? { code: 'expired', certificate: anchor, notAfter, time } : undefined;
}

function checkKeys(certificates: readonly Certificate[], profile: ClientProfile): PathFailure | undefined {
  for (const [index, certificate] of certificates.entries()) {
    const { publicKey } = certificate;
    const { minModulusBits } = profile;
    const actual = showPublicKey(publicKey);
    if (publicKey.kind === 'rsa' && publicKey.modulusBits < minModulusBits) {
      return { code: 'weak-key', certificate, actual, required: `at least ${minModulusBits} bits` };
    }
    const keyTypes = keyTypesOf(profile, index === 0);
    if (!supportsKey(keyTypes, publicKey)) {
      return { code: 'unsupported-key', certificate, actual, required: keyTypes.join(', ') };
    }
  }
  return undefined;
}

/** What a client can verify with: the handshake of a leaf, or a signature of an issuer. */
export function keyTypesOf(
  { leafKeyTypes, issuerKeyTypes }: ClientProfile,
  isLeaf: boolean,
): readonly KeyType[] {
  return isLeaf ? leafKeyTypes : issuerKeyTypes;
}

/** Whether `key` is of one of `keyTypes`. */
export function supportsKey(keyTypes: readonly KeyType[], key: PublicKeyInfo): boolean {
  return keyTypes.some((type) => type === (key.kind === 'ec' ? key.curve : key.kind));
}

function checkValidityPeriod(certificate: Certificate): PathFailure | undefined {
  const { days, limit } = validityLimit(certificate);
  return limit === undefined || days <= limit
    ? undefined
    : { code: 'validity-too-long', certificate, days, limit };
}

/** Those of an OCSP response are left out: Firefox and Chrome take them no longer. */
function checkScts({ chain: [leaf], transport }: Presented, time: Date): PathFailure | undefined {
  const byTls = transport?.sctList ? parseSctList(transport.sctList, 'tls').scts : [];
  const { satisfied, logs, required } = judgeScts(leaf, [...embeddedScts(leaf).scts, ...byTls], time);
  return satisfied ? undefined : { code: 'missing-scts', certificate: leaf, actual: logs, required };
}
