import { addressesNotServing, type AddressVerdict, type EndpointVerdict } from '../endpoints/judge.ts';

/**
 * What is waited for: `leaf`, every address serves the intended one; `chain`, and with a chain that is
 * accepted (after a repair, which leaves the leaf as it was); `nothing`, one look is enough.
 */
export type Goal = 'leaf' | 'chain' | 'nothing';

/** HTTP may lag behind TLS while the binding takes effect; after so many looks its answer stands. */
const LOOKS_FOR_HTTP = 6;
/** A route may be missing for a moment; after so many looks it is missing from here. */
const LOOKS_FOR_ROUTES = 3;

/**
 * Whether another look, after `looks` of them, could show more. Addresses that this machine has no way to are
 * not waited for: GitHub's runners, for one, have no IPv6.
 */
export function isSettled({ addresses }: EndpointVerdict, goal: Goal, looks: number): boolean {
  if (goal === 'nothing') return true;
  const inView = addresses.filter(isInView);
  if (inView.length < addresses.length && looks < LOOKS_FOR_ROUTES) return false;
  if (inView.length === 0) return addresses.length > 0;
  if (!inView.every(({ servesIntended }) => servesIntended)) return false;
  const verdicts = new Set(inView.map(({ accepted }) => accepted));
  // Addresses that disagree about the chain are on their way from one to the other.
  if (verdicts.size > 1) return false;
  if (goal === 'chain' && !verdicts.has(true)) return false;
  return looks >= LOOKS_FOR_HTTP || !inView.some(({ findings }) => findings.some(isAboutHttp));
}

/** How many addresses serve the intended leaf, of how many. */
export function countServing(verdict: EndpointVerdict): { serving: number; addresses: number } {
  const addresses = verdict.addresses.length;
  return { serving: addresses - addressesNotServing(verdict).length, addresses };
}

/** What is waited for, as a person reads it; undefined when every address serves the intended leaf. */
export function describeWaiting(verdict: EndpointVerdict): string | undefined {
  const { serving, addresses } = countServing(verdict);
  if (addresses === 0) return verdict.findings[0]?.problem;
  const waiting = addressesNotServing(verdict);
  if (waiting.length === 0) return undefined;
  return `${serving} of ${addresses} addresses serve the intended leaf; waiting for ${waiting.join(', ')}`;
}

function isInView({ tls }: AddressVerdict): boolean {
  return tls.kind === 'handshake' || !['unreachable', 'private-address'].includes(tls.reason);
}

function isAboutHttp({ id }: { readonly id: string }): boolean {
  return id === 'http-failure';
}
