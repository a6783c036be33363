import { describe, expect, it } from 'vitest';
import {
  type CtVerdict,
  judgeScts,
  requiredEmbeddedLogs,
} from '../../../src/certificates/transparency/ct-policy.ts';
import { parseSctList, type Sct, type SctSource } from '../../../src/certificates/transparency/sct.ts';
import { mint, validity } from '../../support/minter.ts';
import { NOON } from '../../support/paths.ts';
import { sctList, writeSct } from '../../support/sct-writer.ts';

const START = '2026-01-01T00:00:00Z';
const LONG = mint({ validity: validity(START, '2026-07-19T00:00:00Z') }).certificate;
const SHORT = mint({ validity: validity(START, '2026-04-10T00:00:00Z') }).certificate;

/** SCTs of these logs, of noon unless they are said to be later. */
function from(source: SctSource, logs: readonly number[], lateMs = 0): readonly Sct[] {
  const timestamp = BigInt(NOON.getTime() + lateMs);
  return parseSctList(sctList(...logs.map((log) => writeSct({ log, timestamp }))), source).scts;
}

describe('requiredEmbeddedLogs', () => {
  it.each([
    { notAfter: '2026-02-17T00:00:00Z', required: 2 },
    { notAfter: '2026-06-30T00:00:00Z', required: 2 },
    { notAfter: '2026-06-30T00:00:01Z', required: 3 },
    { notAfter: '2027-02-03T00:00:00Z', required: 3 },
  ])('until $notAfter: $required', ({ notAfter, required }) => {
    expect(requiredEmbeddedLogs(mint({ validity: validity(START, notAfter) }).certificate)).toBe(required);
  });
});

describe('judgeScts', () => {
  const cases: readonly ({ readonly name: string; readonly scts: readonly Sct[] } & CtVerdict)[] = [
    {
      name: 'three logs',
      scts: from('certificate', [1, 2, 3]),
      satisfied: true,
      way: 'embedded',
      logs: 3,
      required: 3,
    },
    {
      name: 'four logs',
      scts: from('certificate', [1, 2, 3, 4]),
      satisfied: true,
      way: 'embedded',
      logs: 4,
      required: 3,
    },
    {
      name: 'two logs',
      scts: from('certificate', [1, 2]),
      satisfied: false,
      way: 'embedded',
      logs: 2,
      required: 3,
    },
    {
      name: 'two logs, one twice',
      scts: from('certificate', [1, 2, 2]),
      satisfied: false,
      way: 'embedded',
      logs: 2,
      required: 3,
    },
    { name: 'none', scts: [], satisfied: false, way: 'embedded', logs: 0, required: 3 },
    {
      name: 'this very moment',
      scts: from('certificate', [1, 2, 3], 0),
      satisfied: true,
      way: 'embedded',
      logs: 3,
      required: 3,
    },
    {
      name: 'all to come',
      scts: from('certificate', [1, 2, 3], 1),
      satisfied: false,
      way: 'embedded',
      logs: 0,
      required: 3,
    },
    { name: 'two by TLS', scts: from('tls', [1, 2]), satisfied: true, way: 'tls', logs: 2, required: 2 },
    { name: 'one by TLS', scts: from('tls', [1]), satisfied: false, way: 'tls', logs: 1, required: 2 },
    {
      name: 'one log twice by TLS',
      scts: from('tls', [1, 1]),
      satisfied: false,
      way: 'tls',
      logs: 1,
      required: 2,
    },
    {
      name: 'one embedded, one by TLS',
      scts: [...from('certificate', [1]), ...from('tls', [2])],
      satisfied: true,
      way: 'tls',
      logs: 2,
      required: 2,
    },
    {
      name: 'the same embedded and by TLS',
      scts: [...from('certificate', [1]), ...from('tls', [1])],
      satisfied: false,
      way: 'tls',
      logs: 1,
      required: 2,
    },
    {
      name: 'two embedded, one to come by TLS',
      scts: [...from('certificate', [1, 2]), ...from('tls', [3], 1)],
      satisfied: false,
      way: 'embedded',
      logs: 2,
      required: 3,
    },
    {
      name: 'three in a response',
      scts: from('ocsp', [1, 2, 3]),
      satisfied: false,
      way: 'embedded',
      logs: 0,
      required: 3,
    },
    {
      name: 'two embedded, one in a response',
      scts: [...from('certificate', [1, 2]), ...from('ocsp', [3])],
      satisfied: false,
      way: 'embedded',
      logs: 2,
      required: 3,
    },
  ];
  it.each(cases)('$name: $satisfied', ({ scts, satisfied, way, logs, required }) => {
    expect(judgeScts(LONG, scts, NOON)).toEqual({ satisfied, way, logs, required });
  });

  it('asks less of a certificate for a hundred days', () => {
    expect(judgeScts(SHORT, from('certificate', [1, 2]), NOON)).toMatchObject({
      satisfied: true,
      required: 2,
    });
    expect(judgeScts(SHORT, from('certificate', [1]), NOON)).toMatchObject({ satisfied: false, logs: 1 });
  });
});
