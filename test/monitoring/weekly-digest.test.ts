import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/monitoring/monitor-state.ts';
import { readinessOf } from '../../src/monitoring/readiness.ts';
import { dueDigest, makeDigest, recordDigest } from '../../src/monitoring/weekly-digest.ts';
import {
  broken,
  DAY_MS,
  finding,
  iso,
  POLICY,
  silent,
  Simulation,
  START,
  swept,
} from '../support/monitoring.ts';

function ran(at: string): RunRecord {
  return { id: '1', startedAt: at, schedule: null, delayMs: null, swept: 0, bad: 0, unknown: 0 };
}

describe('dueDigest', () => {
  it.each([
    ['on its day', null, '2026-05-28T00:00:00.000Z', '2026-06-01T00:05:00Z', '2026-06-01'],
    ['on the day of the first run', null, '2026-06-01T00:00:00.000Z', '2026-06-01T09:00:00Z', undefined],
    ['the day before', null, '2026-05-28T00:00:00.000Z', '2026-05-31T23:59:00Z', undefined],
    [
      'again on its day',
      '2026-06-01T00:05:00.000Z',
      '2026-05-01T00:00:00.000Z',
      '2026-06-01T12:00:00Z',
      undefined,
    ],
    [
      'late, after a day without runs',
      '2026-05-25T00:05:00.000Z',
      '2026-05-01T00:00:00.000Z',
      '2026-06-03T12:00:00Z',
      '2026-06-01',
    ],
  ])('%s', (...[, digestAt, firstRun, now, expected]) => {
    const state = { digestAt, runs: [ran(firstRun)] };
    expect(dueDigest(state, new Date(now), POLICY)).toBe(expected);
    expect(dueDigest(state, new Date(now), { digest: 'never' })).toBeUndefined();
  });
});

describe('makeDigest', () => {
  it('holds what a team has to know of the week', () => {
    const simulation = new Simulation();
    const untidy = swept({
      domain: 'untidy.example.com',
      verdict: 'degraded',
      findings: [finding({ id: 'root-included', severity: 'info' })],
    });
    const lost = silent({ domain: 'lost.example.com' });
    for (const turn of [broken(), broken(), swept(), swept(), swept(), swept()]) {
      simulation.run([turn, untidy, lost], { delayMs: 60_000 });
    }
    const now = new Date(START + DAY_MS);
    const readiness = [readinessOf(swept(), now)];
    const digest = makeDigest(simulation.state, readiness, { now, policy: POLICY });
    expect(digest.verdicts).toEqual({ healthy: 1, degraded: 1, unknown: 1 });
    expect(digest.open.map(({ cause }) => cause).toSorted()).toEqual(['tidiness', 'undetermined']);
    expect(digest.resolved.map(({ cause }) => cause)).toEqual(['chain']);
    expect(digest.unknown.map(({ name }) => name)).toEqual(['lost.example.com:443']);
    expect(digest.deadlines.map(({ endpoint, kind }) => `${endpoint} ${kind}`)).toEqual([
      'rec.example.com:443 renewal',
    ]);
    expect(digest.runs).toMatchObject({ count: 6, medianDelayMs: 60_000, longestGapMs: 3_600_000 });
  });

  it('starts where the last one ended', () => {
    const simulation = new Simulation();
    simulation.series('bbgg');
    const now = new Date(simulation.time + 1000);
    const after = recordDigest(simulation.state, now);
    const later = new Date(now.getTime() + DAY_MS);
    const digest = makeDigest(after, [], { now: later, policy: POLICY });
    expect(digest.from).toBe(iso(now.getTime()));
    expect(digest.resolved).toEqual([]);
  });
});
