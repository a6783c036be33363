import type { Incident } from './incident.ts';
import type { SweptEndpoint } from './swept-endpoint.ts';

/**
 * What a look that did not see an incident says of it: `good` when the incident's addresses were looked at, `unknown`
 * when one of them, or all there is, did not show a handshake. An address that is no longer there is gone.
 */
export function outcomeUnseen(
  { cause, facts }: Pick<Incident, 'cause' | 'facts'>,
  { addresses, ledger }: Pick<SweptEndpoint, 'addresses' | 'ledger'>,
): 'good' | 'unknown' {
  // That nobody could tell is over when it was seen to be bad.
  if (cause === 'undetermined') return 'good';
  // The mapping file is read in every run, whatever the addresses do; whether its id is the right one only CAS can tell.
  if (cause === 'mapping')
    return ledger.some(({ hop, seen }) => hop === 'cas' && seen === 'no answer') ? 'unknown' : 'good';
  const dark = new Set(addresses.flatMap(({ address, failure }) => (failure === null ? [] : [address])));
  if (dark.size === addresses.length) return 'unknown';
  return facts.addresses.some((address) => dark.has(address)) ? 'unknown' : 'good';
}
