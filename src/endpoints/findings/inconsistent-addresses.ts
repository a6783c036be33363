import { printable } from '../../errors/printable.ts';
import { shortFingerprint } from '../short-fingerprint.ts';
import type { EndpointEvidence, ServedAt } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

/** Addresses that are named for each of the chains; the rest is counted. */
const MAX_ADDRESSES = 4;

/** A client takes any of the addresses: some users see what others do not. */
export const inconsistentAddresses: FindingRule<EndpointEvidence> = {
  id: 'inconsistent-addresses',
  citation: 'RFC 6724 §6',
  applies: ({ served }) => served.length > 1,
  evaluate({ served, intendedLeaf }) {
    const byChain = groupBy(served, ({ chain }) => chain.map(({ fingerprint }) => fingerprint).join(' '));
    if (byChain.length === 1) return [];
    const byLeaf = groupBy(served, ({ chain: [leaf] }) => leaf.fingerprint);
    const isOther = ([first]: Group) => first.chain[0].fingerprint !== intendedLeaf;
    const isWrong = intendedLeaf !== undefined && byLeaf.some(isOther);
    const seen = byLeaf.length > 1 ? byLeaf.map(describeLeaf) : byChain.map(describeChain);
    return [
      {
        severity: isWrong ? 'error' : 'warning',
        problem: `the addresses serve different ${byLeaf.length > 1 ? 'leaves' : 'chains for one leaf'}: ${seen.join('; ')}`,
        help: 'Deploy the same bundle to everything behind these addresses, and look whether an address that stays behind belongs to another listener.',
      },
    ];
  },
};

type Group = readonly [ServedAt, ...ServedAt[]];

function groupBy(served: readonly ServedAt[], keyOf: (each: ServedAt) => string): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const each of served) {
    const key = keyOf(each);
    const group = groups.get(key);
    groups.set(key, group ? [...group, each] : [each]);
  }
  return [...groups.values()];
}

function describeLeaf(group: Group): string {
  const [leaf] = group[0].chain;
  const until = leaf.notAfter.toISOString().slice(0, 10);
  return `${nameAddresses(group)} leaf ${shortFingerprint(leaf.fingerprint)} (${printable(leaf.subject)}, until ${until})`;
}

function describeChain(group: Group): string {
  const [, ...issuers] = group[0].chain;
  const names = issuers.map(
    ({ subject, fingerprint }) => `${printable(subject)} ${shortFingerprint(fingerprint)}`,
  );
  return `${nameAddresses(group)} ${names.length === 0 ? 'the leaf alone' : `with ${names.join(', ')}`}`;
}

function nameAddresses(group: Group): string {
  const named = group.slice(0, MAX_ADDRESSES).map(({ address }) => address);
  const more = group.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}:`;
}
