import type { Bundle } from '../certificates/bundle.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { TrustStore } from '../certificates/trust-store.ts';
import { type ClientVerdict, judgeClients } from './client-verdicts.ts';
import { findBundle, type IssuerFetcher } from './find-bundle.ts';
import { type EndpointVerdict, judgeEndpoint, judgeUnresolved } from './judge.ts';
import type { ProbedEndpoint } from './observation.ts';
import type { ObserveEndpoint } from './observe-endpoint.ts';

/**
 * `healthy`: nothing to report. `degraded`: clients accept it, something should be tidied. `repairable`: clients
 * refuse it, and another bundle for the same leaf mends that. `broken`: no bundle does. `unreachable`: no
 * address answers. `unknown`: it could not be determined.
 */
export type CheckVerdict = 'healthy' | 'degraded' | 'repairable' | 'broken' | 'unreachable' | 'unknown';

/** A bundle that mends what is served. */
export interface Repair {
  /** The leaf that is served, and the intermediates it needs; no root. */
  readonly bundle: Bundle;
  readonly anchor: Certificate;
  /** Where intermediates came from that were not served; printable URLs. */
  readonly fetched: readonly string[];
}

export interface EndpointCheck {
  readonly endpoint: ProbedEndpoint;
  readonly verdict: CheckVerdict;
  readonly served: EndpointVerdict;
  readonly clients: readonly ClientVerdict[];
  readonly repair: Repair | undefined;
}

/** Everything a check sees the world through. */
export interface CheckMeans {
  readonly observe: ObserveEndpoint;
  /** Observes with these certificates at hand beside the trust anchors: not trusted, only helping (see `prove`). */
  readonly observeWith: (helpers: readonly Certificate[]) => ObserveEndpoint;
  readonly fetchIssuers: IssuerFetcher;
  readonly trustStore: TrustStore;
  readonly now: () => Date;
}

/** Looks at every address of an endpoint, judges it for every client, and looks for what would mend it. */
export async function checkEndpoint(endpoint: ProbedEndpoint, means: CheckMeans): Promise<EndpointCheck> {
  const served = await look(endpoint, means.observe, means);
  const repair = await findRepair(endpoint, served, means);
  const clients = judgeClients(served, endpoint.clients, (repair?.fetched.length ?? 0) > 0);
  return { endpoint, verdict: verdictOf(served, repair), served, clients, repair };
}

async function look(
  endpoint: ProbedEndpoint,
  observe: ObserveEndpoint,
  { trustStore, now }: CheckMeans,
): Promise<EndpointVerdict> {
  const observed = await observe(endpoint);
  if ('kind' in observed) return judgeUnresolved(endpoint.domain, observed);
  return judgeEndpoint(observed, { endpoint, intendedLeaf: undefined, trustStore, time: now() });
}

async function findRepair(
  endpoint: ProbedEndpoint,
  served: EndpointVerdict,
  means: CheckMeans,
): Promise<Repair | undefined> {
  const received = served.addresses.flatMap(({ tls }) => (tls.kind === 'handshake' ? tls.receivedChain : []));
  const broken = served.addresses.find(({ incompleteAt }) => incompleteAt);
  const leaf = broken?.tls.kind === 'handshake' ? broken.tls.receivedChain[0] : undefined;
  if (!leaf) return undefined;
  const query = { leaf, candidates: received, trustStore: means.trustStore, time: means.now() };
  const { result, fetched } = await findBundle(query, means.fetchIssuers);
  if (result.kind === 'incomplete') return undefined;
  const repair = { bundle: result.bundle, anchor: result.anchor, fetched };
  return (await prove(endpoint, repair, means)) ? repair : undefined;
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

function verdictOf({ addresses, findings }: EndpointVerdict, repair: Repair | undefined): CheckVerdict {
  const seen = addresses.filter(({ tls }) => tls.kind === 'handshake');
  if (seen.length === 0) {
    return addresses.every(({ accepted }) => accepted === false) ? 'unreachable' : 'unknown';
  }
  const refused = addresses.filter(({ accepted }) => accepted === false);
  if (refused.length > 0) {
    const isMended = repair && refused.every(({ incompleteAt }) => incompleteAt);
    return isMended ? 'repairable' : 'broken';
  }
  if (addresses.some(({ accepted }) => accepted === undefined)) return 'unknown';
  return findings.length === 0 ? 'healthy' : 'degraded';
}
