import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import { attributeOf, startTags, type StartTag } from './xml-tags.ts';

/** Rows of a sheet that are read, and the last row that may hold anything. */
const MAX_ROWS = 10_000;
const MAX_COLUMN = 16_384; // XFD
/** exceljs makes one object a cell of every merged or validated range and every named one. */
const MAX_RANGE_CELLS = 200_000;

const RANGE = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/;
const ABSOLUTE_RANGE = /\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/gi;

interface SheetPart {
  readonly path: string;
  readonly part: string;
}

/**
 * Refuses a worksheet whose rows, columns or ranges would have exceljs loop for minutes.
 *
 * @throws MAPPING_TOO_LARGE, MAPPING_MALFORMED
 */
export function checkSheetSize(xml: string, { path, part }: SheetPart): void {
  let rows = 0;
  let rangeCells = 0;
  for (const tag of startTags(xml)) {
    if (tag.name === 'row') {
      rows += 1;
      const number = wholeNumber(tag, { name: 'r', path }) ?? rows;
      if (rows > MAX_ROWS || number > MAX_ROWS) {
        const reason = `${printable(part)} has rows beyond row ${String(MAX_ROWS)}`;
        throw appError('MAPPING_TOO_LARGE', { path, reason });
      }
    } else if (tag.name === 'c') {
      rangeArea(attributeOf(tag, 'r') ?? 'A1', path); // for its grammar alone
    } else if (tag.name === 'col') {
      const last = wholeNumber(tag, { name: 'max', path }) ?? 0;
      if (last > MAX_COLUMN) malformed(path, `a column ${String(last)}`);
    } else if (tag.name === 'mergeCell' || tag.name === 'dataValidation') {
      const ranges = attributeOf(tag, tag.name === 'mergeCell' ? 'ref' : 'sqref') ?? '';
      for (const range of ranges.split(' ').filter((word) => word !== ''))
        rangeCells += rangeArea(range, path);
      refuseManyCells(rangeCells, { path, part });
    }
  }
}

/**
 * Refuses a workbook whose named ranges cover so many cells that exceljs would loop for minutes.
 *
 * @throws MAPPING_TOO_LARGE, MAPPING_MALFORMED
 */
export function checkDefinedNames(xml: string, path: string): void {
  let cells = 0;
  for (const tag of startTags(xml)) {
    if (tag.name !== 'definedName') continue;
    const text = xml.slice(tag.end, xml.indexOf('<', tag.end));
    // A character written as a number would hide a range from the pattern below, but not from exceljs.
    if (text.includes('&#')) malformed(path, 'a defined name with character references');
    for (const match of text.matchAll(ABSOLUTE_RANGE)) cells += areaOf(match);
    refuseManyCells(cells, { path, part: 'a defined name' });
  }
}

function refuseManyCells(cells: number, { path, part }: SheetPart): void {
  if (cells <= MAX_RANGE_CELLS) return;
  const reason = `merged, validated or named ranges of ${printable(part)} cover more than ${String(MAX_RANGE_CELLS)} cells`;
  throw appError('MAPPING_TOO_LARGE', { path, reason });
}

/** Cells in `A1` or `A1:B2`. */
function rangeArea(range: string, path: string): number {
  const match = RANGE.exec(range);
  return match === null ? malformed(path, `the range ${printable(range, 40)}`) : areaOf(match);
}

function areaOf([, left = '', top = '', right = left, bottom = top]: RegExpExecArray): number {
  const columns = Math.abs(columnNumber(right) - columnNumber(left)) + 1;
  return columns * (Math.abs(Number(bottom) - Number(top)) + 1);
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function wholeNumber(tag: StartTag, { name, path }: { name: string; path: string }): number | undefined {
  const text = attributeOf(tag, name);
  if (text === undefined) return undefined;
  return /^\d{1,7}$/.test(text)
    ? Number(text)
    : malformed(path, `${name}="${printable(text, 40)}" in a ${tag.name}`);
}

function malformed(path: string, what: string): never {
  throw appError('MAPPING_MALFORMED', { path, reason: `it has ${what}` });
}
