import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/commands/parse-time.ts';
import { expectError } from '../support/expect-error.ts';

const NOW = new Date('2026-06-01T12:00:00Z');

describe('the time of --at', () => {
  it.each([
    ['2026-12-01', '2026-12-01T00:00:00.000Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    ['2026-12-01T08:30', '2026-12-01T08:30:00.000Z'],
    ['2026-12-01T08:30:15Z', '2026-12-01T08:30:15.000Z'],
    ['2026-12-01T08:30:00+08:00', '2026-12-01T00:30:00.000Z'],
    ['+0d', '2026-06-01T12:00:00.000Z'],
    ['+30d', '2026-07-01T12:00:00.000Z'],
  ])('is read from %s', (text, expected) => {
    expect(parseTime(text, NOW).toISOString()).toBe(expected);
  });

  it.each([
    '',
    'tomorrow',
    '2026-02-30',
    '2026-13-01',
    '2026-12-01T25:00',
    '+d',
    '+99999d',
    '-1d',
    '30',
    '2026-12-01Z',
  ])('is not %j', (text) => {
    expectError(() => parseTime(text, NOW), 'USAGE');
  });
});
