import { describe, expect, it } from 'vitest';
import { FINDING_IDS } from '../../src/endpoints/finding.ts';
import { causeOf } from '../../src/monitoring/causes.ts';
import { expiryStage } from '../../src/monitoring/expiry-stage.ts';
import { sightingsOf } from '../../src/monitoring/sighting.ts';
import { broken, finding, silent, swept } from '../support/monitoring.ts';

const [FIRST, SECOND] = ['203.0.113.1:443', '203.0.113.2:443'] as const;
const [LEAF, OTHER] = ['a'.repeat(64), 'c'.repeat(64)] as const;

/** `chain page`, in the order in which they are seen. */
function seen(endpoint: ReturnType<typeof swept>): string[] {
  return sightingsOf(endpoint).map(({ identity, severity }) => `${identity.cause} ${severity}`);
}

function key(endpoint: ReturnType<typeof swept>): string | undefined {
  return sightingsOf(endpoint)[0]?.identity.key;
}

function two(second: { leaf?: string; failure?: string; missing?: string }) {
  const { leaf = LEAF, failure = null, missing } = second;
  const chain = failure === null ? [leaf] : [];
  return [
    { address: FIRST, chain: [LEAF], missingIssuers: ['CN=Intermediate'], failure: null },
    { address: SECOND, chain, missingIssuers: missing === undefined ? [] : [missing], failure },
  ];
}

describe('sightingsOf', () => {
  it.each([
    ['nothing', swept(), []],
    ['an incomplete chain', broken(), ['chain page']],
    [
      'a chain that is only mended by luck',
      broken({ findings: [finding({ severity: 'warning' })] }),
      ['chain warn'],
    ],
    [
      'two findings for one defect',
      broken({ findings: [finding(), finding({ id: 'wrong-intermediate' })] }),
      ['chain page'],
    ],
    [
      'two defects',
      broken({ findings: [finding(), finding({ id: 'hostname-mismatch' })] }),
      ['chain page', 'name page'],
    ],
    [
      'what follows from another',
      broken({
        findings: [finding(), finding({ id: 'inconsistent-addresses', severity: 'warning', addresses: [] })],
      }),
      ['chain page'],
    ],
    [
      'the same on its own',
      broken({ findings: [finding({ id: 'inconsistent-addresses', severity: 'warning', addresses: [] })] }),
      ['inconsistent warn'],
    ],
    [
      'something untidy',
      broken({ findings: [finding({ id: 'extra-certificate', severity: 'warning' })] }),
      ['tidiness digest'],
    ],
    ['silence', silent(), ['undetermined digest']],
    [
      'a refused connection',
      silent({ findings: [finding({ id: 'connection-refused' })] }),
      ['unreachable page'],
    ],
    [
      'a connection refused by one of two',
      swept({
        addresses: two({ failure: 'connect: refused' }),
        findings: [finding({ id: 'connection-refused', addresses: [SECOND] })],
      }),
      ['unreachable warn'],
    ],
    ['what is about files', swept({ findings: [finding({ id: 'key-mismatch' })] }), []],
  ])('sees %s', (_, endpoint, expected) => {
    expect(seen(endpoint)).toEqual(expected);
  });

  it('has the same key whatever the words, the order and the addresses', () => {
    const moved = broken({
      addresses: broken().addresses.map((each) => ({ ...each, address: SECOND })),
      findings: [finding({ id: 'incomplete-chain', addresses: [SECOND], message: 'other' })],
    });
    expect(key(moved)).toBe(key(broken()));
    const other = broken({
      addresses: broken().addresses.map((each) => ({ ...each, missingIssuers: ['CN=Other'] })),
    });
    expect(key(other)).not.toBe(key(broken()));
    expect(key(broken({ port: 8443 }))).not.toBe(key(broken()));
  });

  it('keeps leaves apart, each with what is missing at its addresses', () => {
    const sightings = sightingsOf(
      broken({
        addresses: two({ leaf: OTHER, missing: 'CN=Other' }),
        findings: [finding({ addresses: [FIRST, SECOND] })],
      }),
    );
    expect(sightings.map(({ identity }) => [identity.leaf, identity.missingIssuers])).toEqual([
      [LEAF, ['CN=Intermediate']],
      [OTHER, ['CN=Other']],
    ]);
    expect(sightings.map(({ facts }) => facts.seenAt)).toEqual([
      { bad: 1, all: 2 },
      { bad: 1, all: 2 },
    ]);
  });
});

describe('causeOf', () => {
  it('has an answer for every finding', () => {
    const causes = FINDING_IDS.map((id) => causeOf({ id, severity: 'error' }));
    expect(causes.filter((cause) => cause === undefined)).toHaveLength(15);
  });
});

describe('expiryStage', () => {
  const ninety = { notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2026-03-31T23:59:59.000Z' };
  const six = { notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2026-01-06T23:59:59.000Z' };

  it.each([
    [ninety, '03-01T23:59', undefined],
    [ninety, '03-02T00:00', 'due'],
    [ninety, '03-17T00:00', 'late'],
    [ninety, '03-24T12:00', 'urgent'],
    [ninety, '03-30T23:59', 'urgent'],
    [ninety, '03-31T00:00', 'last-day'],
    [ninety, '03-31T23:59', 'last-day'],
    [ninety, '04-01T00:00', 'expired'],
    [six, '01-03T23:59', undefined],
    [six, '01-04T00:00', 'due'],
    [six, '01-05T12:00', 'late'],
    [six, '01-06T06:00', 'urgent'],
    [six, '01-06T15:00', 'last-day'],
  ])('of %j at %s is %s', (validity, time, expected) => {
    expect(expiryStage(validity, new Date(`2026-${time}:00Z`))).toBe(expected);
  });
});
