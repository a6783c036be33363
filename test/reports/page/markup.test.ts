import { describe, expect, it } from 'vitest';
import { escapeText, markup, renderMarkup } from '../../../src/reports/page/markup.ts';

describe('escapeText', () => {
  it.each([
    ['<script>', '&#60;script&#62;'],
    ['" onload="x', '&#34; onload=&#34;x'],
    ["'`", '&#39;&#96;'],
    ['&amp;', '&#38;amp;'],
    ['a\u202Eb', String.raw`a\u{202e}b`],
    ['a\u0000\u001Bb', String.raw`a\u{0}\u{1b}b`],
    ['\uFEFF\u200B', String.raw`\u{feff}\u{200b}`],
    ['推荐.例子', '推荐.例子'],
    ['two\nlines', 'two\nlines'],
  ])('shows %j as text', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it('cuts what is endless', () => {
    expect(escapeText('x'.repeat(1_000_000)).length).toBeLessThan(4100);
  });
});

describe('markup', () => {
  it('escapes what is put into it, and markup not again', () => {
    const inner = markup`<b>${'<i>'}</b>`;
    const list = [1, 2].map((each) => markup`<li>${each}</li>`);
    expect(renderMarkup(markup`<p title="${'"'}">${inner}${undefined}${list}</p>`)).toBe(
      '<p title="&#34;"><b>&#60;i&#62;</b><li>1</li><li>2</li></p>',
    );
  });
});
