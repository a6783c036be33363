import { AppErrors, type AppError } from '../errors/app-error.ts';
import { appError, type ErrorCode } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import { cellText, describeCell } from './cell-value.ts';
import { cellAt, type MappingSheet } from './mapping-sheet.ts';
import { COLUMNS, PROTOCOL, type ColumnName, type MappingEntry, type MappingRow } from './mapping.ts';

/**
 * Every row below the header that holds something in a column of ours.
 *
 * @throws MAPPING_INVALID_CELL, MAPPING_MERGED_CELLS, MAPPING_DUPLICATE_ROW, several as AppErrors
 */
export function readRows(source: MappingSheet): readonly MappingRow[] {
  const rows: MappingRow[] = [];
  const problems: AppError[] = [];
  const seen = new Map<string, number>();
  for (let number = 2; number <= source.sheet.rowCount; number += 1) {
    const found = findProblems(source, number);
    problems.push(...found);
    if (found.length > 0 || isBlank(source, number)) continue;
    const row = toRow(source, number);
    const endpoint = `${row.domain}:${String(row.port)}`;
    const first = seen.get(endpoint);
    if (first === undefined) seen.set(endpoint, number);
    else {
      const details = { ...placeOf(source), endpoint: printable(endpoint), first, second: number };
      problems.push(problemAt({ source, row: number }, 'MAPPING_DUPLICATE_ROW', details));
    }
    rows.push(row);
  }
  throwProblems(problems);
  return rows;
}

/**
 * Brings the rows of `entries` into the sheet: a row there is changed where it differs, a missing one is
 * added below everything, in the format of the row above. Other rows, and other cells, stay.
 *
 * @returns whether anything changed
 */
export function applyEntries(source: MappingSheet, entries: readonly MappingEntry[]): boolean {
  const rows = readRows(source);
  let changed = false;
  for (const entry of entries) {
    const row = rows.find(({ domain, port }) => domain === entry.domain && port === entry.port);
    if (row?.certificateId === entry.certificateId && row.protocol === PROTOCOL) continue;
    writeRow(source, row?.row ?? appendRow(source), entry);
    changed = true;
  }
  return changed;
}

/** One problem as itself, several as AppErrors, none as nothing. */
export function throwProblems(problems: readonly AppError[]): void {
  const [first, second] = problems;
  if (first === undefined) return;
  throw second === undefined ? first : new AppErrors(problems);
}

/** The names that every problem in the sheet shows. */
export function placeOf({ path, sheet }: MappingSheet): { path: string; sheet: string } {
  return { path, sheet: printable(sheet.name) };
}

/** A problem in `row` of the sheet, which is the line of the text beside the workbook. */
export function problemAt<Code extends ErrorCode>(
  { source: { path }, row }: { readonly source: MappingSheet; readonly row: number },
  code: Code,
  details: Parameters<typeof appError<Code>>[1],
): AppError {
  return appError(code, details, { location: { file: path, line: row } });
}

function isBlank(source: MappingSheet, row: number): boolean {
  return COLUMNS.every((column) => cellText(cellAt(source, row, column)) === '');
}

function findProblems(source: MappingSheet, row: number): readonly AppError[] {
  const merged = COLUMNS.map((column) => cellAt(source, row, column)).find((cell) => cell.isMerged);
  if (merged !== undefined) {
    return [problemAt({ source, row }, 'MAPPING_MERGED_CELLS', { ...placeOf(source), cell: merged.address })];
  }
  if (isBlank(source, row)) return [];
  return COLUMNS.flatMap((column) => {
    const cell = cellAt(source, row, column);
    const expected = EXPECTATIONS[column];
    if (expected.accepts(cellText(cell))) return [];
    const details = {
      ...placeOf(source),
      cell: cell.address,
      actual: describeCell(cell),
      expected: expected.text,
    };
    return [problemAt({ source, row }, 'MAPPING_INVALID_CELL', details)];
  });
}

interface Expectation {
  readonly text: string;
  readonly accepts: (text: string | undefined) => boolean;
}

const EXPECTATIONS: Readonly<Record<ColumnName, Expectation>> = {
  Domain: { text: 'a domain as text', accepts: isFilled },
  CertificateID: { text: 'a certificate id as text', accepts: isFilled },
  Protocol: { text: PROTOCOL, accepts: isFilled },
  Port: { text: 'a port from 1 to 65535', accepts: isPort },
};

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function isPort(text: string | undefined): boolean {
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535;
}

function toRow(source: MappingSheet, row: number): MappingRow {
  const text = (column: ColumnName): string => cellText(cellAt(source, row, column)) ?? '';
  return {
    domain: text('Domain'),
    certificateId: text('CertificateID'),
    protocol: text('Protocol'),
    port: Number(text('Port')),
    row,
  };
}

/** The number of a new last row. */
function appendRow(source: MappingSheet): number {
  const { sheet } = source;
  let last = 1;
  sheet.eachRow((_row, number) => {
    last = number;
  });
  if (last > 1) {
    for (const column of COLUMNS) {
      cellAt(source, last + 1, column).style = { ...cellAt(source, last, column).style };
    }
  }
  return last + 1;
}

function writeRow(source: MappingSheet, row: number, entry: MappingEntry): void {
  const values = {
    Domain: entry.domain,
    CertificateID: entry.certificateId,
    Protocol: PROTOCOL,
    Port: entry.port,
  } satisfies Record<ColumnName, string | number>;
  for (const column of COLUMNS) {
    const cell = cellAt(source, row, column);
    if (cellText(cell) !== String(values[column])) cell.value = values[column];
  }
  const id = cellAt(source, row, 'CertificateID');
  // Text, so that a later edit by hand keeps all digits. The style object may belong to other cells too.
  id.style = { ...id.style, numFmt: '@' };
}
