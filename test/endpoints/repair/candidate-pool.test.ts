import { describe, expect, it } from 'vitest';
import { createCandidatePool } from '../../../src/endpoints/repair/candidate-pool.ts';
import { authority, crossSign, server } from '../../support/minted-hierarchy.ts';
import { certificatesOf } from '../../support/repairs.ts';

const root = authority('Root');
const upper = authority('Upper', root);
const lower = authority('Lower', upper);
const stray = authority('Stray', root);
const leaf = server(lower).certificate;

describe('a pool', () => {
  it('gives what leads up from a leaf, nearest first', () => {
    const pool = createCandidatePool();
    pool.add(certificatesOf([stray, upper]));
    pool.add(certificatesOf([lower, upper, lower]));
    expect(pool.above(leaf)).toEqual(certificatesOf([lower, upper]));
  });

  it('gives nothing that starts above a gap', () => {
    const pool = createCandidatePool();
    pool.add(certificatesOf([upper]));
    expect(pool.above(leaf)).toEqual([]);
  });

  it('ends with authorities that certify each other', () => {
    const pool = createCandidatePool();
    const circle = crossSign(upper, lower);
    pool.add(certificatesOf([lower, circle]));
    expect(pool.above(leaf)).toEqual(certificatesOf([lower, circle]));
  });

  it('gives 32 at most', () => {
    const pool = createCandidatePool();
    pool.add(certificatesOf(Array.from({ length: 40 }, () => crossSign(lower, upper))));
    expect(pool.above(leaf)).toHaveLength(32);
  });
});
