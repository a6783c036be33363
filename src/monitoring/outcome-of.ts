import type { Incident } from './incident.ts';
import type { SweptEndpoint } from './swept-endpoint.ts';

/**
 * What a look that did not see an incident says of it: `good` when the incident's addresses were looked at, `unknown`
 * when one of them, or all there is, did not show a handshake. An address that is no longer there is gone.
 */
export function outcomeUnseen(
  { cause, facts }: Pick<Incident, 'cause' | 'facts'>,
  { addresses }: Pick<SweptEndpoint, 'addresses'>,
): 'good' | 'unknown' {
  // That nobody could tell is over when it was seen to be bad.
  // The mapping file is read in every run, whatever the addresses do.
  if (cause === 'undetermined' || cause === 'mapping') return 'good';
  const dark = new Set(addresses.flatMap(({ address, failure }) => (failure === null ? [] : [address])));
  if (dark.size === addresses.length) return 'unknown';
  return facts.addresses.some((address) => dark.has(address)) ? 'unknown' : 'good';
}
