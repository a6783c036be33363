import { describe, expect, it } from 'vitest';
import { judgeSchedule, missedWindows, runDelayMs } from '../../src/monitoring/schedule-health.ts';

const HOURLY = '17 * * * *';

function runs(...times: string[]) {
  return times.map((time) => ({ startedAt: `2026-06-01T${time}:00.000Z`, schedule: HOURLY }));
}

describe('runDelayMs', () => {
  it.each([
    [HOURLY, '2026-06-01T12:17:00Z', 0],
    [HOURLY, '2026-06-01T12:40:30Z', 1_410_000],
    [null, '2026-06-01T12:40:30Z', null],
    ['@hourly', '2026-06-01T12:40:30Z', null],
  ])('of %s at %s is %s', (schedule, at, expected) => {
    expect(runDelayMs(schedule, new Date(at))).toBe(expected);
  });
});

describe('missedWindows', () => {
  it.each([
    ['in time', HOURLY, '12:18', ['11:18'], []],
    ['late by less than an hour', HOURLY, '12:10', ['10:20'], []],
    ['two hours without a run', HOURLY, '13:20', ['10:20'], ['11:17', '12:17']],
    ['every five minutes, dropped for half an hour', '*/5 * * * *', '12:30', ['12:00'], []],
    ['the first run', HOURLY, '12:18', [], []],
    ['no schedule', null, '23:00', ['01:00'], []],
  ])('%s', (...[, schedule, now, before, expected]) => {
    const facts = { schedule, now: new Date(`2026-06-01T${now}:00Z`), runs: runs(...before) };
    expect(missedWindows(facts).map((at) => at.toISOString().slice(11, 16))).toEqual(expected);
  });
});

describe('judgeSchedule', () => {
  const now = new Date('2026-06-01T12:18:00Z');
  const idle = (days: number, isPublic = true) => ({
    schedule: HOURLY,
    now,
    runs: runs('11:18'),
    repository: {
      isPublic,
      lastCommit: new Date(now.getTime() - days * 86_400_000),
      url: 'https://github.com/o/r',
    },
  });

  it.each([
    [45, []],
    [46, ['warn']],
    [56, ['warn']],
    [57, ['page']],
    [70, ['page']],
  ])('says of a public repository that is idle for %i days: %j', (days, expected) => {
    const conditions = judgeSchedule(idle(days));
    expect(conditions.map(({ severity }) => severity)).toEqual(expected);
    expect(conditions.every(({ cause }) => cause === 'schedule-disabled')).toBe(true);
  });

  it('says nothing of a private one', () => {
    expect(judgeSchedule(idle(100, false))).toEqual([]);
  });

  it('tells of missed runs', () => {
    const facts = { schedule: HOURLY, now, runs: runs('01:18'), repository: undefined };
    expect(judgeSchedule(facts)).toMatchObject([{ cause: 'missed-runs', severity: 'warn' }]);
  });
});
