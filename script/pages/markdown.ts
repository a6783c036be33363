import { displayWidth, padDisplay } from '../../src/reports/display-width.ts';

/** Columns aligned as the formatter has them, the first row as heading. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  const rule = widths.map((width) => '-'.repeat(Math.max(3, width)));
  return rows
    .toSpliced(1, 0, rule)
    .map((row) => `| ${row.map((cell, column) => padDisplay(cell, widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

/** Text for a cell of a table, where a bar would end it (GFM §4.10). */
export function toCell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
}
