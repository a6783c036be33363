import type { Bundle } from '../../certificates/bundle.ts';
import type { Certificate } from '../../certificates/certificate.ts';
import type { ClientTrust } from '../../certificates/clients/trust.ts';
import { judgeFor } from '../../certificates/paths/smallest-bundle.ts';
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
  const helpers = helpersOfOpenssl(bundle, means.trust);
  const observed = await means.observeWith(helpers ?? [])({ ...endpoint, health: undefined });
  if ('kind' in observed) return undefined;
  const withBundle: AddressObservation[] = [];
  for (const observation of observed) {
    const { tls } = observation;
    if (tls.kind === 'failure' || tls.receivedChain[0]?.fingerprint !== bundle[0].fingerprint) continue;
    if (helpers && tls.witness.kind !== 'accepts') return undefined;
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
 * The intermediates of the path that OpenSSL is expected to find: it has the trust that clients have in common, judges by
 * the clock of the machine, and of two helpers with the same name takes one and never looks back. Undefined when it
 * cannot be a witness, for only clients with a store of their own accept the bundle.
 */
function helpersOfOpenssl(bundle: Bundle, trust: ClientTrust): readonly Certificate[] | undefined {
  const terms = { trust: { ...trust, storeOf: () => trust.common }, time: new Date() };
  const { accepts, path } = judgeFor('openssl', bundle, { domain: undefined, terms });
  return accepts ? path.slice(1, -1) : undefined;
}
