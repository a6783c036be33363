import type { Bundle } from '../../certificates/bundle.ts';
import { type AddressVerdict, type Expectation, judgeEndpoint } from '../judge.ts';
import type { AddressObservation, Handshake } from '../observation.ts';
import type { LeafGroup } from './leaf-group.ts';

/** Whether more clients would accept the bundle than what is served, or as many with less to say about it; none fewer. */
export function isBetter({ addresses }: LeafGroup, bundle: Bundle, expectation: Expectation): boolean {
  const withBundle = addresses.map(({ observation }): AddressObservation => {
    const { tls } = observation;
    return { ...observation, tls: { ...tls, receivedChain: bundle, witness: { kind: 'none' } } };
  });
  const after = judgeEndpoint(withBundle, expectation).addresses;
  const pairs = addresses.flatMap(({ verdict }, index) => {
    const later = after[index];
    return later ? [{ now: verdict, later }] : [];
  });
  if (addresses.every(({ observation }) => isServed(bundle, observation.tls))) return false;
  if (pairs.some(({ now, later }) => losesClient(now, later))) return false;
  const gained = pairs.some(({ now, later }) => countAccepting(later) > countAccepting(now));
  const hasMore = pairs.some(({ now, later }) => later.findings.length > now.findings.length);
  return gained || (!hasMore && pairs.some(({ now, later }) => later.findings.length < now.findings.length));
}

function isServed(bundle: Bundle, { receivedChain }: Handshake): boolean {
  return (
    receivedChain.length === bundle.length &&
    receivedChain.every(({ fingerprint }, index) => fingerprint === bundle[index]?.fingerprint)
  );
}

function losesClient(now: AddressVerdict, later: AddressVerdict): boolean {
  return now.clients.some(({ client, judgement }) => {
    const then = later.clients.find((each) => each.client === client);
    return judgement.accepts && !then?.judgement.accepts;
  });
}

function countAccepting({ clients }: AddressVerdict): number {
  return clients.filter(({ judgement }) => judgement.accepts).length;
}
