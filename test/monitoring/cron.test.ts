import { describe, expect, it } from 'vitest';
import { parseCron, previousStart, startsBetween } from '../../src/monitoring/cron.ts';

function previous(text: string, time: string): string | undefined {
  const cron = parseCron(text);
  return (
    cron &&
    previousStart(cron, new Date(`${time}:30Z`))
      ?.toISOString()
      .slice(0, 16)
  );
}

describe('previousStart', () => {
  it.each([
    ['17 * * * *', '2026-06-01T12:17', '2026-06-01T12:17'],
    ['17 * * * *', '2026-06-01T12:16', '2026-06-01T11:17'],
    ['17 * * * *', '2026-01-01T00:16', '2025-12-31T23:17'],
    ['*/15 * * * *', '2026-06-01T12:44', '2026-06-01T12:30'],
    ['5/20 * * * *', '2026-06-01T12:46', '2026-06-01T12:45'],
    ['7,37 8-10 * * *', '2026-06-01T07:00', '2026-05-31T10:37'],
    ['0 9 * * MON-FRI', '2026-05-31T12:00', '2026-05-29T09:00'],
    ['0 0 1 jan *', '2026-06-01T00:00', '2026-01-01T00:00'],
    ['0 0 29 2 *', '2026-06-01T00:00', '2024-02-29T00:00'],
    // Either day does when both are restricted, and both have to when one starts with *.
    ['0 0 13 * FRI', '2026-06-12T12:00', '2026-06-12T00:00'],
    ['0 0 13 * FRI', '2026-06-13T12:00', '2026-06-13T00:00'],
    ['0 0 */2 * FRI', '2026-06-13T12:00', '2026-06-05T00:00'],
  ])('of %s at %s is %s', (text, time, expected) => {
    expect(previous(text, time)).toBe(expected);
  });

  it('is undefined for a day that never comes', () => {
    expect(previous('0 0 31 2 *', '2026-06-01T00:00')).toBeUndefined();
  });
});

describe('parseCron', () => {
  it.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 7',
    '*/0 * * * *',
    '10-5 * * * *',
    '*-5 * * * *',
    'a * * * *',
    ', * * * *',
    '@daily',
    'MON * * * *',
  ])('does not read %s', (text) => {
    expect(parseCron(text)).toBeUndefined();
  });
});

describe('startsBetween', () => {
  it('leaves out the first end and keeps the other, the latest ones alone', () => {
    const cron = parseCron('0 * * * *');
    const between = { after: new Date('2026-06-01T09:00Z'), until: new Date('2026-06-01T12:00Z') };
    const hours = (limit: number) =>
      cron && startsBetween(cron, between, limit).map((at) => at.getUTCHours());
    expect(hours(10)).toEqual([10, 11, 12]);
    expect(hours(2)).toEqual([11, 12]);
  });
});
