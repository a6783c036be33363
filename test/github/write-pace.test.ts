import { describe, expect, it } from 'vitest';
import { paceOf, WRITES } from '../../src/github/write-pace.ts';

/** The waits of `count` writes that are asked for at once. */
function waitsAt(waitOf: (now: number) => number, now: number, count: number): number[] {
  return Array.from({ length: count }, () => waitOf(now));
}

describe('paceOf', () => {
  it('lets through what a run has as a rule, and then one a second', () => {
    const waits = waitsAt(paceOf(WRITES), 5000, 23);
    expect(waits).toEqual([...Array.from({ length: 20 }, () => 0), 1000, 2000, 3000]);
  });

  it('never lets more than 80 through in a minute', () => {
    const waits = waitsAt(paceOf(WRITES), 0, 200);
    for (const start of waits) {
      expect(waits.filter((wait) => wait >= start && wait < start + 60_000).length).toBeLessThanOrEqual(80);
    }
  });

  it('forgets what was long ago', () => {
    const waitOf = paceOf(WRITES);
    waitsAt(waitOf, 0, 25);
    expect(waitsAt(waitOf, 10_000, 6)).toEqual([0, 0, 0, 0, 0, 1000]);
    expect(waitsAt(waitOf, 3_600_000, 21).filter((wait) => wait > 0)).toEqual([1000]);
  });
});
