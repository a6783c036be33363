import { describe, expect, it } from 'vitest';
import { printable } from '../../src/errors/printable.ts';

describe('printable', () => {
  it.each([
    ['plain text ✓ 证书 é', 'plain text ✓ 证书 é'],
    ['\u001B[31mred\u0007', String.raw`\u{1b}[31mred\u{7}`],
    ['a\r\nb\tc\u0000', String.raw`a\u{d}\u{a}b\u{9}c\u{0}`],
    ['\u009B2J\u007F', String.raw`\u{9b}2J\u{7f}`],
    ['\u2028\u2029\u0085', String.raw`\u{2028}\u{2029}\u{85}`],
    ['\u202Egpj.exe\u2066\u061C', String.raw`\u{202e}gpj.exe\u{2066}\u{61c}`],
    ['a\u200Bb\uFEFFc\u2060d\u00ADe', String.raw`a\u{200b}b\u{feff}c\u{2060}d\u{ad}e`],
    ['\u{E0041}\u{E0001}', String.raw`\u{e0041}\u{e0001}`],
  ])('shows %j as %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it.each([
    [200, 200],
    [201, 201],
    [10_000, 201],
  ])('cuts %i characters to %i', (length, shown) => {
    expect(printable('x'.repeat(length))).toHaveLength(shown);
  });

  it('cuts where it is told', () => {
    expect(printable('abcdef', 3)).toBe('abc…');
  });
});
