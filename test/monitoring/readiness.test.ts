import { describe, expect, it } from 'vitest';
import { readinessOf } from '../../src/monitoring/readiness.ts';
import { rootRemoval } from '../../src/monitoring/root-removals.ts';

function certificate(subject: string, notBefore: string, notAfter: string) {
  const dates = { notBefore: `${notBefore}T00:00:00.000Z`, notAfter: `${notAfter}T00:00:00.000Z` };
  return { fingerprint: subject.padEnd(64, '0'), subject, ...dates };
}

const root = certificate('root', '2012-06-01', '2037-06-01');
const issuer = certificate('issuer', '2020-01-01', '2027-01-15');

describe('rootRemoval', () => {
  it.each([
    ['2000-05-12', '2025-04-15'],
    ['2006-11-10', '2026-04-15'],
    ['2009-12-31', '2027-04-15'],
    ['2010-01-01', '2028-04-15'],
    ['2014-04-14', '2029-04-15'],
    ['2014-04-15', '2029-04-15'],
    ['2020-03-01', '2035-03-01'],
  ])('of a key of %s is on %s', (made, expected) => {
    expect(rootRemoval({ notBefore: `${made}T00:00:00.000Z` }).date).toBe(expected);
  });
});

describe('readinessOf', () => {
  const leaf = certificate('leaf', '2026-11-01', '2027-05-19');
  const seen = { name: 'rec.example.com:443', leaves: [leaf], path: [leaf, issuer, root], isPublic: true };
  const now = new Date('2026-12-01T00:00:00Z');

  it('orders what is coming', () => {
    const { deadlines } = readinessOf(seen, now);
    expect(deadlines.map(({ kind, at, daysLeft }) => `${kind} ${at.slice(0, 10)} ${daysLeft}`)).toEqual([
      'intermediate-expiry 2027-01-15 45',
      'renewal 2027-03-13 102',
      'leaf-expiry 2027-05-19 169',
      'root-removal 2029-04-15 866',
    ]);
    expect(deadlines.at(-1)?.source).toContain('https://');
  });

  it.each([
    // Renewed before 2027-03-15 with 200 days, after it with 100, from 2029-03-15 on with 47.
    ['2026-11-01', '2027-05-19', 200, 200, false],
    ['2027-01-01', '2027-07-19', 200, 100, true],
    ['2028-12-20', '2029-03-29', 100, 100, false],
    ['2029-02-01', '2029-05-11', 100, 47, true],
  ])('%s to %s: %i days, then at most %i', (...[from, until, days, limitAtRenewal, shrinks]) => {
    const own = certificate('leaf', from, until);
    const { validity } = readinessOf({ ...seen, path: [own, issuer, root] }, new Date(`${from}T00:00:00Z`));
    expect(validity).toEqual({ days, limitAtRenewal, shrinks });
  });

  it('knows no limit and no removal for an authority of one’s own', () => {
    const { deadlines, validity } = readinessOf({ ...seen, isPublic: false }, now);
    expect(validity?.limitAtRenewal).toBeNull();
    expect(deadlines.some(({ kind }) => kind === 'root-removal')).toBe(false);
  });

  it('says nothing where no leaf was seen', () => {
    expect(readinessOf({ ...seen, leaves: [], path: [] }, now)).toEqual({
      name: seen.name,
      deadlines: [],
      validity: null,
    });
  });
});
