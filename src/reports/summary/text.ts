import { SIGNS, type TextPage, wordsOf, wrapWords } from './words.ts';
import { firstOf, MOST_ROWS } from './limits.ts';
import { type Block, type Cell, isSigned, type Section, type Summary } from './summary.ts';
import { renderChains } from './text-chains.ts';
import { renderTable } from './text-table.ts';
import { visible } from './visible.ts';

const INDENT = '  ';
/** Of what is folded away. */
const MOST_TITLES = 20;

/**
 * A summary as text for a terminal. What matters most comes last, where it is in view: sections, the table, and then
 * the verdict. No line break at the end.
 */
export function renderText(summary: Summary, page: TextPage): string {
  const { sign, verdict, notes, table, sections, closing } = summary;
  const open = sections.filter(({ isOpen }) => isOpen);
  const folded = firstOf(
    sections.filter(({ isOpen }) => !isOpen),
    MOST_TITLES,
    'section',
  );
  const rows = table ? renderTable(table, page) : [];
  const { colour } = SIGNS[sign];
  const last = [
    ...wrapWords(wordsOf({ sign, text: verdict }, colour), page),
    ...notes.flatMap((note) => wrapWords(wordsOf(note, 'dim'), page)),
    ...folded.items.flatMap(({ title }) => wrapWords(wordsOf(title, 'dim'), page)),
    ...(folded.rest === undefined ? [] : [page.paint('dim', folded.rest)]),
    ...(closing === undefined ? [] : wrapWords(wordsOf(closing, 'dim'), page)),
  ];
  const parts = [...open.map((section) => renderSection(section, page)), rows, last];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function renderSection({ title, sign, blocks }: Section, page: TextPage): readonly string[] {
  const head = sign === undefined ? wordsOf(title, 'bold') : wordsOf({ sign, text: title }, 'bold');
  const inner = { ...page, width: page.width - INDENT.length };
  return [...wrapWords(head, page), ...spaced(blocks, inner).map((line) => (INDENT + line).trimEnd())];
}

/** The lines of all blocks, with an empty one where something else begins. */
function spaced(blocks: readonly Block[], page: TextPage): readonly string[] {
  const told = blocks
    .map((block) => ({ block, lines: renderBlock(block, page) }))
    .filter(({ lines }) => lines.length > 0);
  return told.flatMap(({ block, lines }, index) => {
    const before = told[index - 1]?.block;
    return before === undefined || belongsTo(block, before) ? lines : ['', ...lines];
  });
}

/** What stands right below a paragraph: its list, its commands, more text about the same. */
function belongsTo(block: Block, before: Block): boolean {
  if (before.kind !== 'paragraph') return false;
  if (block.kind === 'paragraph') return !isSigned(block.text);
  return block.kind === 'list' || block.kind === 'commands';
}

/** A block as lines of text. */
export function renderBlock(block: Block, page: TextPage): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return wrapWords(wordsOf(block.text), page);
    case 'list':
      return renderList(block.items, page);
    case 'table': {
      const { items, rest } = firstOf(block.table.rows, MOST_ROWS, 'row');
      return [...renderTable({ ...block.table, rows: items }, page), ...(rest === undefined ? [] : [rest])];
    }
    case 'commands':
      // Not broken: they are there to be copied.
      return block.lines.map((line) => `$ ${visible(line)}`);
    case 'chains':
      return renderChains(block.chains, page);
  }
}

function renderList(all: readonly Cell[], page: TextPage): readonly string[] {
  const { items, rest } = firstOf(all, MOST_ROWS, 'line');
  const lines = items.flatMap((item) =>
    wrapWords(isSigned(item) ? wordsOf(item) : [{ text: '·', colour: 'dim' }, ...wordsOf(item)], {
      ...page,
      inset: 2,
    }),
  );
  return [...lines, ...(rest === undefined ? [] : [rest])];
}
