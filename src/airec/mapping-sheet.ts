import type { Cell, Workbook, Worksheet } from 'exceljs';
import { findNearest } from '../config/find-nearest.ts';
import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import { cellText } from './cell-value.ts';
import { COLUMNS, type ColumnName } from './mapping.ts';

/** How far down a misplaced header is looked for. */
const HEADER_SEARCH_ROWS = 20;

/** The sheet of the mapping, and in which column (from 1) each heading stands. */
export interface MappingSheet {
  readonly path: string;
  readonly sheet: Worksheet;
  readonly columns: Readonly<Record<ColumnName, number>>;
}

/**
 * The first sheet whose first row holds the four headings, in any order and beside any others.
 *
 * @throws MAPPING_HEADER naming what is there instead
 */
export function findMappingSheet(workbook: Workbook, path: string): MappingSheet {
  for (const sheet of workbook.worksheets) {
    const columns = readHeader(sheet, 1);
    if (columns !== undefined) return { path, sheet, columns };
  }
  throw appError('MAPPING_HEADER', { path, ...explainHeader(workbook) });
}

/** Adds the sheet to an empty workbook. */
export function addMappingSheet(workbook: Workbook, path: string): MappingSheet {
  // Zoom, page number and copies are what exceljs fills in on reading: a file that was just made and one
  // that was read and written then have the same bytes.
  const sheet = workbook.addWorksheet('certificate_info', {
    views: [{ state: 'frozen', ySplit: 1, zoomScale: 100, zoomScaleNormal: 100 }],
  });
  Object.assign(sheet.pageSetup, { firstPageNumber: 1, copies: 1 });
  sheet.addRow([...COLUMNS]).font = { bold: true };
  const columns = { Domain: 1, CertificateID: 2, Protocol: 3, Port: 4 };
  sheet.getColumn(columns.Domain).width = 40;
  sheet.getColumn(columns.CertificateID).width = 30;
  return { path, sheet, columns };
}

/** The cell of `column` in `row`. */
export function cellAt({ sheet, columns }: MappingSheet, row: number, column: ColumnName): Cell {
  return sheet.getRow(row).getCell(columns[column]);
}

function headings(sheet: Worksheet, row: number): string[] {
  const texts: string[] = [];
  sheet.findRow(row)?.eachCell((cell, column) => {
    texts[column] = cellText(cell) ?? '';
  });
  return Array.from(texts, (text) => text ?? '');
}

function readHeader(sheet: Worksheet, row: number): MappingSheet['columns'] | undefined {
  const texts = headings(sheet, row);
  const [Domain = -1, CertificateID = -1, Protocol = -1, Port = -1] = COLUMNS.map((name) =>
    texts.indexOf(name),
  );
  const columns = { Domain, CertificateID, Protocol, Port };
  return Object.values(columns).includes(-1) ? undefined : columns;
}

function explainHeader(workbook: Workbook): { problem: string; help: string } {
  const expected = COLUMNS.join(', ');
  const [first] = workbook.worksheets;
  if (first === undefined)
    return { problem: 'it has no sheet', help: `Add a sheet whose first row is ${expected}.` };
  for (const sheet of workbook.worksheets) {
    for (let row = 2; row <= HEADER_SEARCH_ROWS; row += 1) {
      if (readHeader(sheet, row) === undefined) continue;
      const problem = `the header stands in row ${String(row)} of sheet "${printable(sheet.name)}", expected row 1`;
      return { problem, help: 'Delete the rows above the header.' };
    }
  }
  const texts = headings(first, 1).filter((text) => text !== '');
  const missing = COLUMNS.filter((name) => !texts.includes(name));
  const repairs = missing.map((name) => describeRepair(name, texts));
  const problem = `row 1 of sheet "${printable(first.name)}" lacks ${missing.join(', ')}`;
  return { problem, help: `${repairs.join(' ')} The headings are exactly ${expected}.` };
}

function describeRepair(name: ColumnName, texts: readonly string[]): string {
  const nearest = findNearest(name, texts);
  return nearest === undefined ? `Add the column ${name}.` : `Rename "${printable(nearest)}" to ${name}.`;
}
