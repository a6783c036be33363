import { describe, expect, it } from 'vitest';
import { codeSpan, escapeHtml, escapeMarkdown } from '../../src/reports/markdown-escape.ts';

const ZWSP = '&#8203;';

describe('escapeMarkdown', () => {
  it.each([
    ['plain text, with 1.5 % and "quotes"', 'plain text, with 1.5 % and "quotes"'],
    ['*b* _i_ `c` ~s~', String.raw`\*b\* \_i\_ \`c\` \~s\~`],
    ['[t](u) ![i](u)', String.raw`\[t\]\(u\) \!\[i\]\(u\)`],
    ['# h - l + l', String.raw`\# h \- l \+ l`],
    ['a | b', String.raw`a \| b`],
    [String.raw`a \| b`, String.raw`a \\\| b`],
    ['<img src=x>&lt;', '&lt;img src=x&gt;&amp;lt;'],
    ['</details><script>', '&lt;/details&gt;&lt;script&gt;'],
    ['@octocat and a@example.com', `@${ZWSP}octocat and a@${ZWSP}example.com`],
    ['#1 and owner/name#1', `\\#${ZWSP}1 and owner/name\\#${ZWSP}1`],
    ['https://evil.example', `https:${ZWSP}//evil.example`],
    ['www.evil.example', `www${ZWSP}.evil.example`],
    ['WWW.evil.example', `WWW${ZWSP}.evil.example`],
    ['a\nb\r\n\r\nc\td', 'a b c d'],
    ['', ''],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('leaves no character of ASCII that begins markup', () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('');
    const unescaped = escapeMarkdown(ascii)
      .replaceAll(/\\./g, '')
      .replaceAll(/&(amp|lt|gt|#8203);/g, '');
    expect(unescaped).not.toMatch(/[\\`*_{}[\]()#+!|~<>&-]/);
  });
});

describe('codeSpan', () => {
  it.each([
    ['rec.example.com:443', '`rec.example.com:443`'],
    ['<b>*x*</b>', '`<b>*x*</b>`'],
    ['a\nb', '`a b`'],
    ['', '<code></code>'],
    ['a`b', String.raw`<code>a\`b</code>`],
    ['a|b', String.raw`<code>a\|b</code>`],
    [String.raw`a\|b`, String.raw`<code>a\\\|b</code>`],
    ['`|</code><img src=x>', String.raw`<code>\`\|&lt;/code&gt;&lt;img src=x&gt;</code>`],
    [' padded ', '<code> padded </code>'],
  ])('%j becomes %j', (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });
});

describe('escapeHtml', () => {
  it.each([
    ['<img src=x onerror="y">', '&#60;img src=x onerror=&#34;y&#34;&#62;'],
    ['a & b', 'a &#38; b'],
    ['**bold** `code` [link]', '&#42;&#42;bold&#42;&#42; &#96;code&#96; &#91;link&#93;'],
    ['@octocat', '@\u200Boctocat'],
    ['see #1', 'see #\u200B1'],
    ['https://evil.example', 'https:\u200B//evil.example'],
    ['two\nlines', 'two lines'],
  ])('shows %j as it is', (text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
  });
});
