import { describe, expect, it } from 'vitest';
import { validityLimit } from '../../../src/certificates/clients/validity-limit.ts';

describe('validityLimit', () => {
  it.each([
    ['2018-02-28T23:59:59Z', undefined],
    ['2018-03-01T00:00:00Z', 825],
    ['2020-08-31T23:59:59Z', 825],
    ['2020-09-01T00:00:00Z', 398],
    ['2026-03-14T23:59:59Z', 398],
    ['2026-03-15T00:00:00Z', 200],
    ['2027-03-14T23:59:59Z', 200],
    ['2027-03-15T00:00:00Z', 100],
    ['2029-03-14T23:59:59Z', 100],
    ['2029-03-15T00:00:00Z', 47],
  ])('of what is issued at %s is %s days', (from, limit) => {
    const notBefore = new Date(from);
    expect(validityLimit({ notBefore, notAfter: notBefore })).toEqual({ days: 1, limit });
  });

  it.each([
    ['2026-04-01T23:59:59Z', 1],
    ['2026-04-02T00:00:00Z', 2],
    ['2026-10-17T23:59:59Z', 200],
    ['2026-10-18T00:00:00Z', 201],
  ])('counts to the end of the second: until %s %i days', (until, days) => {
    const notBefore = new Date('2026-04-01T00:00:00Z');
    expect(validityLimit({ notBefore, notAfter: new Date(until) }).days).toBe(days);
  });
});
