import { printable } from '../errors/printable.ts';
import { COLUMNS, type MappingRow } from './mapping.ts';

const LONGEST_VALUE = 1000;
/** A spreadsheet that opens the file takes text with such a start for a formula. */
const FORMULA_START = /^[=+\-@]/;

/** Path of the reviewable twin of a workbook: `certificate_info.tsv` beside `certificate_info.xlsx`. */
export function tsvPathOf(workbookPath: string): string {
  return workbookPath.replace(/\.xlsx$/i, '.tsv');
}

/**
 * The mapping as tab-separated text. Line n is row n of the sheet, the header line 1, blank rows blank
 * lines. Control characters become escapes, and what a spreadsheet would take for a formula gets a `'`.
 */
export function formatTsv(rows: readonly MappingRow[]): string {
  const lines = [COLUMNS.join('\t')];
  for (const row of rows) {
    while (lines.length < row.row - 1) lines.push('');
    lines.push([row.domain, row.certificateId, row.protocol, String(row.port)].map(escape).join('\t'));
  }
  return `${lines.join('\n')}\n`;
}

function escape(value: string): string {
  const text = printable(value, LONGEST_VALUE);
  return FORMULA_START.test(text) ? `'${text}` : text;
}
