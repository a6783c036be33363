import type { Bundle } from '../../certificates/bundle.ts';
import type { Certificate } from '../../certificates/certificate.ts';
import type { CheckMeans } from '../check-means.ts';
import type { Help } from '../findings/evidence.ts';
import type { EndpointVerdict } from '../judge.ts';
import type { ProbedEndpoint } from '../observation.ts';
import { findBundle } from './find-bundle.ts';

/** A bundle that mends what is served. */
export interface Repair {
  /** The leaf that is served, and the intermediates it needs; no root. */
  readonly bundle: Bundle;
  readonly anchor: Certificate;
  /** Where intermediates came from that were not served; printable URLs. */
  readonly fetched: readonly string[];
}

export interface RepairSearch {
  readonly repair: Repair | undefined;
  /** What came to light on the way; undefined when nothing had to be looked for. */
  readonly help: Help | undefined;
}

/** Looks for the bundle that mends what is served, and proves it. */
export async function findRepair(
  endpoint: ProbedEndpoint,
  served: EndpointVerdict,
  means: CheckMeans,
): Promise<RepairSearch> {
  const received = served.addresses.flatMap(({ tls }) => (tls.kind === 'handshake' ? tls.receivedChain : []));
  const broken = served.addresses.find(({ incompleteAt }) => incompleteAt);
  const leaf = broken?.tls.kind === 'handshake' ? broken.tls.receivedChain[0] : undefined;
  if (!leaf) return { repair: undefined, help: undefined };
  const query = { leaf, candidates: received, trustStore: means.trust.common, time: means.now() };
  const { result, fetched, problems } = await findBundle(query, means.fetchIssuers);
  if (result.kind === 'incomplete') {
    return { repair: undefined, help: { intermediates: [], fetched, problems } };
  }
  const help = { intermediates: result.bundle.slice(1), fetched, problems };
  const repair = { bundle: result.bundle, anchor: result.anchor, fetched };
  return { repair: (await prove(endpoint, repair, means)) ? repair : undefined, help };
}

/**
 * Proves a repair without the key: a live handshake shows that the server holds the key of the leaf, and OpenSSL,
 * given the proposed intermediates as helpers, has to find the way from that leaf to a root. They are no trust
 * anchors, for partial chains are off.
 */
async function prove(endpoint: ProbedEndpoint, { bundle }: Repair, means: CheckMeans): Promise<boolean> {
  const [leaf, ...intermediates] = bundle;
  const observed = await means.observeWith(intermediates)({ ...endpoint, health: undefined });
  if ('kind' in observed) return false;
  const same = observed.flatMap(({ tls }) =>
    tls.kind === 'handshake' && tls.receivedChain[0]?.fingerprint === leaf.fingerprint ? [tls] : [],
  );
  return same.length > 0 && same.every(({ witness }) => witness.kind === 'accepts');
}
