import type { Certificate } from '../../certificates/certificate.ts';
import type { SmallestBundle } from '../../certificates/paths/smallest-bundle.ts';
import type { BundleSource, Repair, RepairProof } from './repair.ts';
import type { AiaSearch } from './search-aia.ts';

/** Where candidates came from, beside AIA. */
export interface Places {
  readonly served: readonly Certificate[];
  readonly disk: readonly Certificate[];
  readonly otherEndpoints: readonly Certificate[];
  /** Undefined: nothing was fetched. */
  readonly search: AiaSearch | undefined;
}

/** The repair that a bundle is, told where it comes from. Clients are those of the bundle when there are no proofs. */
export function describeRepair(
  { bundle, anchor, satisfies, leaves }: SmallestBundle,
  places: Places,
  proofs: readonly RepairProof[],
): Repair {
  const fails = new Set(proofs.flatMap(({ client, after }) => (after ? [] : [client])));
  const sources = bundle.map((each) => sourceOf(each, places));
  return {
    bundle,
    anchor,
    satisfies: satisfies.filter((client) => !fails.has(client)),
    leaves: [...leaves, ...satisfies.filter((client) => fails.has(client))],
    sources,
    fetched: [...new Set(sources.flatMap((source) => (source.kind === 'aia' ? [source.url] : [])))],
    proofs,
  };
}

/** The nearest place: what is served comes before what is on disk, and both before what was fetched. */
function sourceOf(certificate: Certificate, { served, disk, otherEndpoints, search }: Places): BundleSource {
  const isIn = (certificates: readonly Certificate[]) =>
    certificates.some(({ fingerprint }) => fingerprint === certificate.fingerprint);
  if (isIn(served)) return { kind: 'served' };
  if (isIn(disk)) return { kind: 'disk' };
  const answer = search?.answers.find(({ certificates }) => isIn(certificates));
  if (answer && !isIn(otherEndpoints)) return { kind: 'aia', url: answer.url };
  return { kind: 'other-endpoint' };
}
