import { groupBy } from '../monitoring/group-by.ts';
import { chainInShort, picturesOf } from './chain-pictures.ts';
import type { ChainRow } from './chain-rows.ts';
import { countOf } from './format.ts';
import type { Block } from './summary/summary.ts';

/** Addresses that serve the same chain. */
export interface ChainGroup {
  readonly addresses: readonly string[];
  readonly rows: readonly ChainRow[];
}

interface At {
  readonly address: string;
}

/** What is asked about addresses. */
interface Drawing<Address extends At> {
  /** What addresses that share a picture have in common. */
  readonly keyOf: (address: Address) => unknown;
  readonly rowsOf: (address: Address) => readonly ChainRow[];
}

/**
 * Of addresses with a chain, those that serve the first one that is not as it should be, else the first one; undefined
 * where none has a chain.
 */
export function troubledGroup<Address extends At>(
  addresses: readonly Address[],
  { keyOf, rowsOf }: Drawing<Address>,
): ChainGroup | undefined {
  const groups = [...groupBy(addresses, (each) => JSON.stringify(keyOf(each))).values()];
  const drawn = groups.flatMap((group) => {
    const [first] = group;
    const rows = first ? rowsOf(first) : [];
    return rows.length === 0 ? [] : [{ addresses: group.map(({ address }) => address), rows }];
  });
  return drawn.find((group) => !isGood(group)) ?? drawn[0];
}

function isGood({ rows }: ChainGroup): boolean {
  return chainInShort(rows)?.sign === 'good';
}

/** The picture of a chain that is not as it should be. */
export function chainBlocks(group: ChainGroup | undefined): readonly Block[] {
  if (!group || isGood(group)) return [];
  const { addresses, rows } = group;
  const where =
    addresses.length === 1 ? (addresses[0] ?? '') : countOf(addresses.length, 'address', 'addresses');
  return [{ kind: 'chains', chains: picturesOf(rows, { served: `served at ${where}`, needed: 'needed' }) }];
}
