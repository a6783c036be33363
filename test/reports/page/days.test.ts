import { describe, expect, it } from 'vitest';
import type { EndpointHistory } from '../../../src/monitoring/monitor-state.ts';
import {
  countWords,
  dateOf,
  latencyDays,
  leftDays,
  spansOf,
  verdictDays,
} from '../../../src/reports/page/days.ts';

const AT = new Date('2026-06-12T12:00:00.000Z');
const history: EndpointHistory = {
  name: 'rec.example.com:443',
  verdict: 'healthy',
  seenAt: '2026-06-10T12:00:00.000Z',
  since: '2026-06-10T12:00:00.000Z',
  unknownRuns: 0,
  leaf: null,
  lastDay: '2026-06-10',
  days: 'hh-bbh',
  latency: 'AA-Ii',
  leaves: [
    { since: '2026-06-06', notBefore: '2026-04-01T00:00:00.000Z', notAfter: '2026-06-20T00:00:00.000Z' },
    { since: '2026-06-09', notBefore: '2026-06-09T00:00:00.000Z', notAfter: '2026-09-07T00:00:00.000Z' },
  ],
};

describe('the days of a history', () => {
  it('end with the day of the run, and begin with the first that was seen', () => {
    const series = verdictDays(history, AT);
    expect(series.values).toEqual([
      'healthy',
      'healthy',
      undefined,
      'broken',
      'broken',
      'healthy',
      undefined,
      undefined,
    ]);
    expect(dateOf(series, 0).toISOString().slice(0, 10)).toBe('2026-06-05');
    expect(verdictDays(history, AT, 3).values).toEqual(['healthy', undefined, undefined]);
  });

  it('are joined where neighbours are the same', () => {
    expect(spansOf(verdictDays(history, AT)).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 2],
      [3, 4],
      [5, 5],
      [6, 7],
    ]);
    expect(countWords(verdictDays(history, AT))).toBe('3 days healthy, 3 days not looked at, 2 days broken');
  });

  it('tell how many days were left by what was served then', () => {
    expect(leftDays(history, AT).values).toEqual([
      undefined,
      14,
      undefined,
      12,
      90,
      89,
      undefined,
      undefined,
    ]);
    const { leaves: _, ...old } = history;
    expect(leftDays(old, AT).values.every((value) => value === undefined)).toBe(true);
  });

  it('tell how long handshakes took', () => {
    expect(latencyDays(history, AT).values).toEqual([1, 1, undefined, 4, 362, undefined, undefined]);
  });
});
