import type { EndpointConfig } from '../config/config.ts';
import {
  type AddressVerdict,
  type EndpointVerdict,
  judgeEndpoint,
  judgeUnresolved,
} from '../endpoints/judge.ts';
import { shortFingerprint } from '../endpoints/short-fingerprint.ts';
import type { ObserveEndpoint } from '../endpoints/observe-endpoint.ts';
import type { World } from './world.ts';

/** Observes every address of `endpoint` now and judges what is served. */
export async function lookAt(
  endpoint: EndpointConfig,
  intendedLeaf: string | undefined,
  world: World,
): Promise<EndpointVerdict> {
  return judgeNow(endpoint, await world.observe(endpoint), { intendedLeaf, world });
}

/** The verdict of this moment on what was observed. */
export function judgeNow(
  endpoint: EndpointConfig,
  observed: Awaited<ReturnType<ObserveEndpoint>>,
  { intendedLeaf, world }: { intendedLeaf: string | undefined; world: Pick<World, 'trust' | 'clock'> },
): EndpointVerdict {
  if ('kind' in observed) return judgeUnresolved(endpoint.domain, observed);
  const { trust, clock } = world;
  return judgeEndpoint(observed, { endpoint, intendedLeaf, trust, time: clock.now() });
}

/** One line for an address: what it serves and whether that is accepted. */
export function describeAddress({ address, tls, http, accepted, findings }: AddressVerdict): string {
  if (tls.kind === 'failure') return `${address}  ${findings[0]?.problem ?? tls.reason}`;
  const leaf = tls.receivedChain[0];
  const certificates =
    tls.receivedChain.length === 1 ? '1 certificate' : `${tls.receivedChain.length} certificates`;
  const verdict = accepted ? 'accepted' : 'not accepted';
  const answer =
    http === undefined ? [] : [http.kind === 'response' ? `HTTP ${http.status}` : `HTTP ${http.reason}`];
  const shown = leaf ? shortFingerprint(leaf.fingerprint) : 'none';
  return [`${address}  leaf ${shown}`, certificates, tls.protocol, verdict, ...answer].join(' · ');
}

/**
 * Whether the change did harm: fewer addresses are accepted than before, and more are refused. One that could
 * not be looked at is no proof of harm.
 */
export function isWorse(before: EndpointVerdict, after: EndpointVerdict): boolean {
  return countOf(after, true) < countOf(before, true) && countOf(after, false) > countOf(before, false);
}

function countOf({ addresses }: EndpointVerdict, verdict: boolean): number {
  return addresses.filter(({ accepted }) => accepted === verdict).length;
}
