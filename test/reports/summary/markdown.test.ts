import { describe, expect, it } from 'vitest';
import {
  COMMENT_BYTES,
  renderBlock,
  renderMarkdown,
  SUMMARY_BYTES,
} from '../../../src/reports/summary/markdown.ts';
import { code, link, paragraph, signed, tableOf } from '../../../src/reports/summary/summary.ts';
import { HOSTILE, sectionOf, summaryOf } from '../../support/summaries.ts';

const LIMIT = { mostBytes: SUMMARY_BYTES };

/** The cells of each row of every table, as GitHub splits them: at pipes without a backslash before them. */
function tableRows(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replaceAll(/\\./g, '').split('|').slice(1, -1));
}

/** Without code, in which nothing is markup, and without what a backslash has made none. */
function withoutCode(markdown: string): string {
  return markdown
    .replaceAll(/^(`{3,})\w+\n[\s\S]*?\n\1$/gm, '(fence)')
    .replaceAll(/\\./g, '')
    .replaceAll(/`[^`\n]+`/g, '(code)');
}

/** What starts each line, which is what gives Markdown its form, and how many cells it has. */
function formOf(markdown: string): readonly string[] {
  const cells = tableRows(markdown).map(({ length }) => `${length} cells`);
  const tags = markdown.match(/<\/?(?!code>|br\/>)\w+[^>\n]*>/g) ?? [];
  return [`${markdown.split('\n').length} lines`, ...cells, ...tags];
}

describe('a summary in Markdown', () => {
  it('says how it is in its first lines, then the table, the folds and the end', () => {
    const text = renderMarkdown(summaryOf('x'), LIMIT);
    expect(text.split('\n').slice(0, 9)).toEqual([
      '## x',
      '',
      '❌ x',
      '',
      'Seen from `x`.',
      '',
      '| Endpoint | Status |',
      '| --- | --- |',
      '| `x` | ❌\u{A0}x |',
    ]);
    expect(text).toContain('<details open><summary>❌ x <code>x</code> <b>x</b> x</summary>\n\n');
    expect(text).toMatch(/\n\n<\/details>\n\nx\n$/);
  });

  it.each(HOSTILE)('keeps its form whatever it is about: %j', (hostile) => {
    const text = renderMarkdown(summaryOf(hostile), LIMIT);
    const plain = withoutCode(renderMarkdown(summaryOf('x'), LIMIT));
    expect(formOf(withoutCode(text))).toEqual(formOf(plain));
    expect(withoutCode(text)).not.toMatch(/@octocat|https:\/\/evil|\]\(javascript/);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
  });

  it.each([
    ['of HTTP', 'https://github.example/o/r/pull/1', '[a](https://github.example/o/r/pull/1)'],
    ['with what would end it', 'https://e.example/)|<x>`', '[a](https://e.example/%29%7C%3Cx%3E%60)'],
    ['of a script', 'javascript:alert(1)', 'a'],
    ['of nothing', 'not a url', 'a'],
  ])('has links %s', (_what, url, expected) => {
    expect(renderBlock(paragraph(link('a', url)))).toBe(expected);
  });

  it('puts commands into a fence that they do not end', () => {
    const [fence, , end] = renderBlock({ kind: 'commands', lines: ['echo ````'] }).split('\n');
    expect([fence, end]).toEqual(['`````sh', '`````']);
  });

  it('leaves out a column that says nothing, and shows a dash for what is not known of one', () => {
    const table = tableOf(
      [1, 2],
      [
        ['A', (row) => (row === 1 ? code('a') : undefined)],
        ['B', () => undefined],
        ['C', () => signed('good', 'c')],
      ],
    );
    const cells = tableRows(renderBlock({ kind: 'table', table }));
    expect(cells.map((row) => row.map((cell) => cell.trim()))).toEqual([
      ['A', 'C'],
      ['---', '---'],
      ['`a`', '✅\u{A0}c'],
      ['–', '✅\u{A0}c'],
    ]);
  });
});

describe('the limit of a summary', () => {
  const rows = Array.from({ length: 2000 }, (_, index) => [
    code(`endpoint-${index}.example.com:443`),
    signed('bad', 'broken'),
  ]);
  const large = summaryOf('x', {
    table: { heading: ['Endpoint', 'Status'], rows },
    sections: Array.from({ length: 2000 }, (_, index) => ({
      ...sectionOf(`${index} ${'y'.repeat(100)}`),
      isOpen: false,
    })),
  });

  it.each([SUMMARY_BYTES, COMMENT_BYTES, 5000])(
    'of %i bytes is kept, and it says what is left out',
    (mostBytes) => {
      const text = renderMarkdown(large, { mostBytes });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostBytes);
      const sections = text.match(/<details>/g)?.length ?? 0;
      expect(text).toContain(`\n${2000 - sections} more sections in the report.\n`);
      const shown = text.match(/\| `endpoint-/g)?.length ?? 0;
      expect(text.includes(`\n${2000 - shown} more rows in the report.\n`)).toBe(shown < 2000);
      // Nothing is cut in two.
      expect(text.match(/<\/details>/g)?.length ?? 0).toBe(sections);
      expect(text.match(/```/g)?.length ?? 0).toBe(sections * 4);
      expect(text).toMatch(/\n\nx\n$/);
    },
  );

  it('gives the table what the sections leave', () => {
    const text = renderMarkdown({ ...large, sections: [] }, { mostBytes: COMMENT_BYTES });
    const alone = text.match(/\| `endpoint-/g)?.length ?? 0;
    const shared = renderMarkdown(large, { mostBytes: COMMENT_BYTES }).match(/\| `endpoint-/g)?.length ?? 0;
    expect(alone).toBeGreaterThan(shared * 1.8);
  });

  it('says nothing of a rest where there is none', () => {
    expect(renderMarkdown(summaryOf('x'), LIMIT)).not.toContain('in the report');
  });
});
