import { displayWidth } from '../display-width.ts';
import type { Table } from './summary.ts';
import { unbreakable, breakWord, type TextPage, type Word, widthOf, wordsOf, wrapWords } from './words.ts';

const GAP = '  ';
/** A word that is longer does not keep its column from becoming narrower. */
const LONGEST_WORD = 24;

/**
 * A table as aligned columns with a rule below the heading. Where it is wider than the page, cells are broken between
 * words; where that does not help, every row is a list of what its cells say. No line without a heading.
 */
export function renderTable({ heading, rows }: Table, page: TextPage): readonly string[] {
  if (heading.length === 0) return [];
  const head = heading.map((each) => wordsOf(each, 'dim'));
  const body = rows.map((cells) => heading.map((_, column) => wordsOf(cells[column] ?? '')));
  const widths = fit([head, ...body], page.width);
  if (widths === undefined) return body.flatMap((cells, index) => renderItem(head, cells, { page, index }));
  const rule = page.paint('dim', widths.map((width) => '─'.repeat(width)).join(GAP));
  const lines = [head, ...body].map((cells) => renderRow(cells, widths, page));
  return lines.toSpliced(1, 0, [rule]).flat();
}

type Row = readonly (readonly Word[])[];

/** A width for each column, so that all of them fit; undefined: they do not. */
function fit(rows: readonly Row[], most: number): readonly number[] | undefined {
  const count = rows[0]?.length ?? 0;
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? []));
  const widths = columns.map((cells) => largest(cells.map(widthOf)));
  const least = columns.map((cells, column) => {
    const words = cells.flatMap(unbreakable);
    return Math.min(widths[column] ?? 0, largest(words.filter((width) => width <= LONGEST_WORD)));
  });
  let over = widths.reduce((sum, width) => sum + width, GAP.length * (count - 1)) - most;
  while (over > 0) {
    const slack = widths.map((width, column) => width - (least[column] ?? 0));
    const widest = slack.reduce(
      (best, each, column) => {
        if (each <= 0) return best;
        return best === undefined || (widths[column] ?? 0) > (widths[best] ?? 0) ? column : best;
      },
      undefined as number | undefined,
    );
    if (widest === undefined) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}

/** Of any number of numbers; 0 of none. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}

function renderRow(cells: Row, widths: readonly number[], { paint }: TextPage): readonly string[] {
  const columns = cells.map((long, column) => {
    const width = widths[column] ?? 0;
    const words = long.flatMap((word) => breakWord(word, width));
    // Measured and painted apart, so that a colour does not count.
    const plain = wrapWords(words, { paint: (_colour, text) => text, width });
    const painted = wrapWords(words, { paint, width });
    return painted.map((text, line) => ({ text, width: displayWidth(plain[line] ?? '') }));
  });
  const height = Math.max(...columns.map(({ length }) => length), 1);
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, index) => {
        const { text, width } = column[line] ?? { text: '', width: 0 };
        return text + ' '.repeat(Math.max((widths[index] ?? 0) - width, 0));
      })
      .join(GAP)
      .trimEnd(),
  );
}

/** A row where columns have no room: its first cell, and each other one behind the heading of its column. */
function renderItem(
  head: Row,
  cells: Row,
  { page, index }: { page: TextPage; index: number },
): readonly string[] {
  const [first = [], ...rest] = cells;
  const names = head.slice(1);
  const inset = Math.max(0, ...names.map(widthOf)) + 2 * GAP.length;
  const lines = rest.flatMap((words, column) => {
    const name = names[column] ?? [];
    const before = GAP + wrapWords(name, { ...page, width: Infinity }).join('');
    const fill = ' '.repeat(inset - GAP.length - widthOf(name));
    const [head0 = '', ...more] = wrapWords(words, { ...page, width: page.width - inset });
    return [`${before}${fill}${head0}`.trimEnd(), ...more.map((line) => ' '.repeat(inset) + line)];
  });
  return [...(index > 0 ? [''] : []), ...wrapWords(first, page), ...lines];
}
