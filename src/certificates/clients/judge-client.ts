import type { Certificate } from '../certificate.ts';
import { OID } from '../der/oids.ts';
import type { Path } from '../paths/path.ts';
import type { PathFailure } from '../paths/path-failure.ts';
import { identityOf, matchesCommonName } from '../names/reference-identity.ts';
import type { ClientTerms } from './client-terms.ts';
import { conditionsOf, keyTypesOf, supportsKey } from './conditions.ts';
import { createPathFinder, type PathFinder } from './path-finder.ts';
import type { ClientProfile } from './profile.ts';
import type { Presented } from './presented.ts';
import { transportRefusals } from './transport-refusals.ts';
import type { Refusal } from './refusal.ts';
import { stapleRefusals } from './staple-refusals.ts';

export interface ClientJudgement {
  readonly accepts: boolean;
  /** All that it has against it, the one its users are told first; empty when it accepts. */
  readonly refusals: readonly Refusal[];
  /** To a trust anchor when it accepts; else the path that comes closest, as far as it goes. */
  readonly path: Path;
}

/** Whether a client accepts what it is shown, with no help from AIA, preloaded or remembered intermediates. Pure. */
export function judgeClient(
  profile: ClientProfile,
  presented: Presented,
  terms: ClientTerms,
): ClientJudgement {
  return createClientJudge(presented, terms)(profile);
}

/** `judgeClient` for several clients that are shown the same: what they have in common is looked at once. */
export function createClientJudge(
  presented: Presented,
  terms: ClientTerms,
): (profile: ClientProfile) => ClientJudgement {
  const [leaf, ...intermediates] = presented.chain;
  const findPath = createPathFinder({ leaf, intermediates, time: terms.time });
  return (profile) => judge(profile, presented, { ...terms, findPath });
}

function judge(
  profile: ClientProfile,
  presented: Presented,
  { trust, time, findPath }: ClientTerms & { readonly findPath: PathFinder },
): ClientJudgement {
  const [leaf] = presented.chain;
  const { defects, closest } = findPath({
    trustStore: trust.storeOf(profile.name),
    ...referenceFor(profile, leaf, presented.domain),
    ...(profile.maxIntermediates === undefined ? {} : { maxIntermediates: profile.maxIntermediates }),
    waives: (failure) => isTolerated(failure, presented.chain, profile),
    conditions: conditionsOf(profile, presented, { trust, time }),
  });
  const refusals = [
    ...transportRefusals(profile, presented),
    ...countRefusals(profile, presented.chain.length),
    ...defects,
    ...stapleRefusals(profile, presented, { trust, time, path: closest }),
  ];
  return { accepts: refusals.length === 0, refusals: inOrder(refusals, profile), path: closest };
}

/** Whether the client's rules about purposes and kinds of keys are laxer than those of the path search. */
function isTolerated(failure: PathFailure, [leaf]: Path, profile: ClientProfile): boolean {
  const isLeaf = failure.certificate.fingerprint === leaf.fingerprint;
  if (failure.code === 'unsupported-key') {
    return supportsKey(keyTypesOf(profile, isLeaf), failure.certificate.publicKey);
  }
  if (failure.code !== 'wrong-extended-key-usage') return false;
  if (!isLeaf && !profile.checksIssuerPurposes) return true;
  return profile.acceptsAnyPurpose && failure.extendedKeyUsage.includes(OID.anyExtendedKeyUsage);
}

/** RFC 8446 §4.4.2 sets no limit; clients do, before they look at a single certificate. */
function countRefusals({ maxReceived: limit }: ClientProfile, actual: number): readonly Refusal[] {
  return limit !== undefined && actual > limit ? [{ code: 'too-many-certificates', actual, limit }] : [];
}

function referenceFor({ acceptsCommonName }: ClientProfile, leaf: Certificate, domain: string | undefined) {
  if (domain === undefined) return {};
  if (acceptsCommonName && matchesCommonName(leaf, domain)) return {};
  return { reference: identityOf(domain) };
}

function inOrder(refusals: readonly Refusal[], { precedence, unnamed }: ClientProfile): readonly Refusal[] {
  const hidden = refusals.some(({ code }) => unnamed?.behind.includes(code)) ? (unnamed?.codes ?? []) : [];
  const rank = ({ code }: Refusal) => {
    const place = precedence.indexOf(code);
    return place < 0 || hidden.includes(code) ? precedence.length : place;
  };
  return refusals.toSorted((a, b) => rank(a) - rank(b));
}
