import { describe, expect, it } from 'vitest';
import {
  compareHops,
  type Holding,
  type Hop,
  type HopName,
  lostAt,
} from '../../src/monitoring/chain-ledger.ts';

const [LEAF, OTHER, ISSUER, STRAY] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(64)) as [
  string,
  string,
  string,
  string,
];

function hop(kind: HopName, seen: Hop['seen'] | Partial<Holding>, name: string = kind): Hop {
  const nothing: Holding = { leaf: null, chain: null, chainLength: null, certificateId: null };
  return { hop: kind, name, seen: typeof seen === 'string' ? seen : { ...nothing, ...seen } };
}

const full = { leaf: LEAF, chain: [LEAF, ISSUER] };
const inCas = { leaf: LEAF, chainLength: 2, certificateId: 'cert-1' };

describe('the ledger', () => {
  it.each<[string, Hop[], string | null]>([
    [
      'all agree',
      [
        hop('repository', full),
        hop('cas', inCas),
        hop('mapping', { certificateId: 'cert-1' }),
        hop('address', full),
      ],
      null,
    ],
    ['no cloud', [hop('repository', full), hop('cas', 'not looked at'), hop('address', full)], null],
    [
      'CAS lost it',
      [
        hop('repository', full),
        hop('cas', { ...inCas, chainLength: 1 }),
        hop('address', { leaf: LEAF, chain: [LEAF] }),
      ],
      'cas',
    ],
    [
      'the listener lost it',
      [
        hop('cas', inCas),
        hop('ingress', { leaf: LEAF, chainLength: 1 }),
        hop('address', { leaf: LEAF, chain: [LEAF] }),
      ],
      'ingress',
    ],
    ['the row names another', [hop('cas', inCas), hop('mapping', { certificateId: 'cert-2' })], 'mapping'],
    ['no row', [hop('cas', inCas), hop('mapping', 'absent')], 'mapping'],
    [
      'an old leaf at an address',
      [hop('repository', full), hop('address', { leaf: OTHER, chain: [OTHER, ISSUER] })],
      'address',
    ],
    [
      'another issuer',
      [hop('repository', full), hop('address', { leaf: LEAF, chain: [LEAF, STRAY] })],
      'address',
    ],
    ['nothing to compare with', [hop('address', full)], null],
    ['nothing at all', [], null],
    [
      'given in another order',
      [hop('address', full), hop('cas', { ...inCas, chainLength: 1 }), hop('repository', full)],
      'cas',
    ],
  ])('%s', (_, hops, expected) => {
    const ledger = compareHops(hops);
    expect(ledger.lostAt?.hop ?? null).toBe(expected);
    expect(lostAt(ledger) === null).toBe(expected === null);
    expect(ledger.entries).toHaveLength(hops.length);
  });

  it('names the one address of several that differs, and holds the others against what was meant', () => {
    const addresses = [full, { leaf: LEAF, chain: [LEAF] }, full].map((seen, index) =>
      hop('address', seen, `203.0.113.${index}:443`),
    );
    const { entries } = compareHops([hop('repository', full), ...addresses]);
    const differing = entries.filter(({ difference }) => difference !== null);
    expect(differing.map(({ name }) => name)).toEqual(['203.0.113.1:443']);
  });
});
