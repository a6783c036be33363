import { describe, expect, it } from 'vitest';
import { countOf, formatDuration } from '../../src/reports/format.ts';

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [840.4, '840 ms'],
    [999.7, '1.0 s'],
    [1000, '1.0 s'],
    [3240, '3.2 s'],
    [59_900, '59.9 s'],
    [59_949, '59.9 s'],
    [59_970, '1 min'],
    [60_000, '1 min'],
    [119_700, '2 min'],
    [250_000, '4 min 10 s'],
  ])('of %d milliseconds is %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe('a count', () => {
  it.each([
    [0, '0 steps'],
    [1, '1 step'],
    [2, '2 steps'],
  ])('of %i is %s', (count, text) => {
    expect(countOf(count, 'step')).toBe(text);
  });

  it('may have another plural', () => {
    expect(countOf(2, 'child', 'children')).toBe('2 children');
  });
});
