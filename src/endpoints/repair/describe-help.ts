import type { Certificate } from '../../certificates/certificate.ts';
import { isSignedBy } from '../../certificates/keys/signature.ts';
import type { SmallestBundle, SmallestBundleQuery } from '../../certificates/paths/smallest-bundle.ts';
import type { Help } from '../findings/evidence.ts';
import type { AiaSearch } from './search-aia.ts';

/** Signature checks: what was answered may be a mesh. */
const MAX_CHECKS = 200;

/**
 * What a client that fetches by itself comes by, starting from the candidates of `query`: the intermediates of the bundle
 * that can be made so, then what else was fetched that signed something at hand, such as a root that nobody trusts.
 */
export function describeHelp(
  query: SmallestBundleQuery,
  search: AiaSearch,
  smallest: SmallestBundle | undefined,
): Help {
  const intermediates = [...(smallest?.bundle.slice(1) ?? []), ...findLinked(query, search)];
  return {
    intermediates: [...new Map(intermediates.map((each) => [each.fingerprint, each])).values()],
    fetched: [...new Set(search.answers.map(({ url }) => url))],
    problems: search.problems,
  };
}

/** Of what was fetched, whatever signed the leaf, a candidate, or another of these; the lower ones first. */
function findLinked(
  { leaf, candidates }: SmallestBundleQuery,
  { certificates }: AiaSearch,
): readonly Certificate[] {
  const linked = new Set<Certificate>();
  const queue: Certificate[] = [leaf, ...candidates];
  let checks = 0;
  for (let below = queue.shift(); below; below = queue.shift()) {
    for (const issuer of certificates) {
      if (linked.has(issuer) || issuer.subjectName.key !== below.issuerName.key) continue;
      checks += 1;
      if (checks > MAX_CHECKS) return [...linked];
      if (!isSignedBy(below, issuer)) continue;
      linked.add(issuer);
      queue.push(issuer);
    }
  }
  return [...linked];
}
