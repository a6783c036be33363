import { describe, expect, it } from 'vitest';
import { cutDisplay, displayWidth } from '../../src/reports/display-width.ts';
import { shellWords } from '../../src/reports/shell-words.ts';
import { wrapBehind, wrapText } from '../../src/reports/wrap-text.ts';

describe('text on a terminal', () => {
  it('is broken between words, and never within one', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapText('unbreakable and', 5)).toEqual(['unbreakable', 'and']);
    expect(wrapText('one two three', Infinity)).toEqual(['one two three']);
    expect(wrapText('', 5)).toEqual(['']);
  });

  it('stays behind its mark', () => {
    const lines = wrapBehind('→ ', 'twenty columns are kept in any case', 10);
    expect(lines).toEqual(['→ twenty columns are', '  kept in any case']);
  });

  it('has wide and combining characters', () => {
    expect(displayWidth('阿里巴巴')).toBe(8);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(cutDisplay('阿里巴巴', 5)).toBe('阿里…');
    expect(cutDisplay('short', 5)).toBe('short');
  });
});

describe('words for a shell', () => {
  it('are quoted where they have to be', () => {
    expect(shellWords(['--ca', 'my root.pem', "it's", '$(x)', ''])).toBe(
      String.raw`--ca 'my root.pem' 'it'\''s' '$(x)' ''`,
    );
  });
});
