import type { Cell, CellValue } from 'exceljs';
import { printable } from '../errors/printable.ts';

/** Spreadsheets keep fifteen digits of a number; a longer one has lost its tail. */
const MAX_EXACT_DIGITS = 15;

/**
 * The text of a cell: text as it is, rich text and links by what they show, whole numbers that a
 * spreadsheet keeps exactly by their digits, and nothing as ''. Undefined for everything else: formulas,
 * dates, booleans, errors, other numbers.
 */
export function cellText(cell: Cell): string | undefined {
  return textOf(cell.value);
}

function textOf(value: CellValue): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return isExact(value) ? String(value) : undefined;
  if (typeof value === 'boolean' || value instanceof Date) return undefined;
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  // The text of a link may be rich text, whatever its declaration says.
  if ('hyperlink' in value) return textOf(value.text);
  return undefined;
}

function isExact(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && String(value).length <= MAX_EXACT_DIGITS;
}

/** What a cell holds, in words. */
export function describeCell(cell: Cell): string {
  const { value } = cell;
  const text = textOf(value);
  if (text === '') return 'empty';
  if (text !== undefined) return `"${printable(text, 80)}"`;
  if (typeof value === 'number') {
    return String(Math.abs(value)).length > MAX_EXACT_DIGITS
      ? 'a number that has lost digits'
      : `the number ${String(value)}`;
  }
  if (typeof value === 'boolean') return 'true or false';
  if (value instanceof Date) return 'a date';
  if (typeof value === 'object' && value !== null && 'error' in value) return 'an error';
  return 'a formula';
}
