import type { Certificate } from '../../certificates/certificate.ts';
import type { AddressVerdict, EndpointVerdict, Expectation } from '../judge.ts';
import type { AddressObservation, Handshake, ProbedEndpoint } from '../observation.ts';

/** What was seen of an endpoint, and the verdict on it: one for each observation, in the same order. */
export interface Seen {
  readonly endpoint: ProbedEndpoint;
  readonly observed: readonly AddressObservation[];
  readonly served: EndpointVerdict;
  readonly expectation: Expectation;
}

/** The addresses that serve one leaf. */
export interface LeafGroup {
  readonly leaf: Certificate;
  readonly addresses: readonly [LeafAddress, ...LeafAddress[]];
}

interface LeafAddress {
  readonly observation: AddressObservation & { readonly tls: Handshake };
  readonly verdict: AddressVerdict;
}

/** Leaves of addresses where there is something to mend or to tidy. */
export function groupByLeaf({ observed, served }: Seen): readonly LeafGroup[] {
  const groups = new Map<string, LeafGroup>();
  for (const [index, observation] of observed.entries()) {
    const { tls } = observation;
    const verdict = served.addresses[index];
    if (tls.kind === 'failure' || !verdict) continue;
    const [leaf] = tls.receivedChain;
    if (!leaf) continue;
    const address = { observation: { ...observation, tls }, verdict };
    const group = groups.get(leaf.fingerprint);
    groups.set(leaf.fingerprint, { leaf, addresses: group ? [...group.addresses, address] : [address] });
  }
  return [...groups.values()].filter(({ addresses }) =>
    addresses.some(({ verdict }) => verdict.findings.length > 0),
  );
}
