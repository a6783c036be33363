import type { Bundle } from '../../certificates/bundle.ts';
import type { ClientTrust } from '../../certificates/clients/trust.ts';
import { judgeFor } from '../../certificates/smallest-bundle.ts';
import type { CheckMeans } from '../check-means.ts';
import { judgeEndpoint } from '../judge.ts';
import type { AddressObservation } from '../observation.ts';
import type { LeafGroup, Seen } from './leaf-group.ts';
import type { RepairProof } from './repair.ts';

interface Claim {
  readonly group: LeafGroup;
  readonly bundle: Bundle;
  readonly seen: Seen;
}

/**
 * Proves a bundle without the key: a live handshake with every address shows that the server holds the key of the leaf,
 * and OpenSSL, given the proposed intermediates as helpers, has to find the way from that leaf to a root. They are no
 * trust anchors, for partial chains are off. Undefined when it does not, or when no address shows the leaf any more.
 */
export async function proveBundle(
  { group, bundle, seen }: Claim,
  means: CheckMeans,
): Promise<readonly RepairProof[] | undefined> {
  const { endpoint, expectation } = seen;
  const observed = await means.observeWith(bundle.slice(1))({ ...endpoint, health: undefined });
  if ('kind' in observed) return undefined;
  const isDecisive = acceptsByOpenssl(bundle, means.trust);
  const withBundle: AddressObservation[] = [];
  for (const observation of observed) {
    const { tls } = observation;
    if (tls.kind === 'failure' || tls.receivedChain[0]?.fingerprint !== bundle[0].fingerprint) continue;
    if (isDecisive && tls.witness.kind !== 'accepts') return undefined;
    withBundle.push({ ...observation, tls: { ...tls, receivedChain: bundle, witness: { kind: 'none' } } });
  }
  if (withBundle.length === 0) return undefined;
  return judgeEndpoint(withBundle, expectation).addresses.flatMap(({ address, clients }) => {
    const before = group.addresses.find(({ verdict }) => verdict.address === address)?.verdict.clients ?? [];
    return clients.map(({ client, judgement }) => ({
      address,
      client,
      before: before.some((each) => each.client === client && each.judgement.accepts),
      after: judgement.accepts,
    }));
  });
}

/**
 * Whether OpenSSL can be expected to accept it: it has the trust that clients have in common, and judges by the clock of
 * the machine. For a client with a store of its own it is no witness.
 */
function acceptsByOpenssl(bundle: Bundle, trust: ClientTrust): boolean {
  const terms = { trust: { ...trust, storeOf: () => trust.common }, time: new Date() };
  return judgeFor('openssl', bundle, { domain: undefined, terms }).accepts;
}
