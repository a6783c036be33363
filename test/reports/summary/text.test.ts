import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/reports/display-width.ts';
import { createPaint } from '../../../src/reports/paint.ts';
import { signed, type Summary } from '../../../src/reports/summary/summary.ts';
import { renderBlock, renderText } from '../../../src/reports/summary/text.ts';
import { chainOf, HOSTILE, sectionOf, summaryOf } from '../../support/summaries.ts';

const plain = createPaint(false);
const colours = createPaint(true);

function linesOf(summary: Summary, width: number): readonly string[] {
  return renderText(summary, { paint: plain, width }).split('\n');
}

/** The lines of a summary in which nothing is broken between words. */
function withoutChains(text: string): readonly string[] {
  const section = sectionOf(text);
  const blocks = section.blocks.filter(({ kind }) => kind !== 'chains');
  return linesOf(summaryOf(text, { sections: [{ ...section, blocks }] }), Infinity);
}

describe('a summary on a terminal', () => {
  it('has what matters most at its end', () => {
    const lines = linesOf(summaryOf('x'), Infinity);
    expect(lines[0]).toBe('✗ x x x x x');
    expect(lines.slice(-7)).toEqual([
      'Endpoint  Status',
      '────────  ──────',
      'x         ✗ x',
      '',
      '✗ x',
      'Seen from x.',
      'x',
    ]);
  });

  it('shows the titles alone of what is folded', () => {
    const summary = summaryOf('x', {
      sections: [
        {
          title: 'Fourteen steps',
          sign: undefined,
          isOpen: false,
          blocks: [{ kind: 'commands', lines: ['hidden'] }],
        },
      ],
    });
    const lines = linesOf(summary, 80);
    expect(lines).toContain('Fourteen steps');
    expect(lines.join('\n')).not.toContain('hidden');
  });

  it('names the first of many that are folded, and says how many more there are', () => {
    const section = { sign: undefined, isOpen: false, blocks: [] };
    const sections = Array.from({ length: 2000 }, (_, index) => ({ ...section, title: `fold ${index}` }));
    const lines = linesOf(summaryOf('x', { sections }), 80);
    expect(lines.filter((line) => line.startsWith('fold'))).toHaveLength(20);
    expect(lines).toContain('1980 more sections in the report.');
  });

  it.each([40, 80, 120])('is not wider than its %i columns', (width) => {
    const words = 'A sentence of several words about 漢字 and a certificate with a long-winded name.';
    const summary = summaryOf(words);
    const lines = linesOf(summary, width).filter((line) => !line.trimStart().startsWith('$'));
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    expect(lines.length).toBeGreaterThan(linesOf(summary, Infinity).length);
  });

  it.each([40, 80, Infinity])('is the same in colour, at %s columns', (width) => {
    const summary = summaryOf('Some words, more than fit into one line of a terminal that is narrow.');
    const coloured = renderText(summary, { paint: colours, width });
    expect(coloured).toContain('\u001B[31m');
    expect(stripVTControlCharacters(coloured)).toBe(renderText(summary, { paint: plain, width }));
  });

  it.each(HOSTILE)('shows what controls or reorders, and obeys none of it: %j', (hostile) => {
    const text = renderText(summaryOf(hostile), { paint: plain, width: 80 });
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}|\u200B/u);
    expect(withoutChains(hostile).length).toBeLessThanOrEqual(withoutChains('x').length);
  });
});

describe('a table on a terminal', () => {
  const table = {
    heading: ['Endpoint', 'Status', 'Why'],
    rows: [
      ['rec.example.com:443', signed('bad', 'broken'), 'the chain is incomplete'],
      ['推荐.example.com:443', signed('good', 'healthy'), ''],
    ],
  } as const;
  const draw = (width: number) => renderBlock({ kind: 'table', table }, { paint: plain, width });

  it('is aligned by what characters take', () => {
    expect(draw(80)).toEqual([
      'Endpoint              Status     Why',
      '────────────────────  ─────────  ───────────────────────',
      'rec.example.com:443   ✗ broken   the chain is incomplete',
      '推荐.example.com:443  ✓ healthy',
    ]);
  });

  it('breaks cells between words where it is narrow, and parts no sign from its word', () => {
    expect(draw(46)).toEqual([
      'Endpoint              Status     Why',
      '────────────────────  ─────────  ─────────────',
      'rec.example.com:443   ✗ broken   the chain is',
      '                                 incomplete',
      '推荐.example.com:443  ✓ healthy',
    ]);
  });

  it('is a list where columns have no room', () => {
    expect(draw(40)).toEqual([
      'rec.example.com:443',
      '  Status  ✗ broken',
      '  Why     the chain is incomplete',
      '',
      '推荐.example.com:443',
      '  Status  ✓ healthy',
      '  Why',
    ]);
  });

  it('of ten thousand rows is drawn all the same', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`${index}`, 'some words in it']);
    const summary = summaryOf('x', { table: { heading: ['A', 'B'], rows }, sections: [] });
    expect(linesOf(summary, 80).length).toBeGreaterThan(10_000);
  });
});

describe('chains on a terminal', () => {
  const chains = [chainOf('CN=rec.example.com'), { title: 'needed', links: [] }];
  const draw = (width: number) => renderBlock({ kind: 'chains', chains }, { paint: plain, width });

  it('stand side by side', () => {
    expect(draw(80)).toEqual([
      'CN=rec.example.com      needed',
      '✓ CN=rec.example.com      nothing',
      '│ CN=rec.example.com,',
      '│ CN=rec.example.com',
      '✗ CN=rec.example.com',
      '  CN=rec.example.com',
    ]);
  });

  it('stand one below the other where it is narrow', () => {
    expect(draw(50)).toEqual([
      'CN=rec.example.com',
      '✓ CN=rec.example.com',
      '│ CN=rec.example.com, CN=rec.example.com',
      '✗ CN=rec.example.com',
      '  CN=rec.example.com',
      '',
      'needed',
      '  nothing',
    ]);
  });
});
