import type { Workbook } from 'exceljs';
import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import { fixZipTimes } from './zip.ts';

/** Any fixed time would do: the clock in a file would make equal workbooks differ. */
const FIXED_TIME = new Date(Date.UTC(1980, 0, 1));

/** An empty workbook. exceljs is loaded on first use, for it takes a tenth of a second. */
export async function createWorkbook(): Promise<Workbook> {
  const { default: WorkbookClass } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new WorkbookClass();
  workbook.creator = 'airec-https';
  workbook.lastModifiedBy = 'airec-https';
  workbook.created = FIXED_TIME;
  workbook.modified = FIXED_TIME;
  return workbook;
}

/**
 * Parses an archive that went through `guardWorkbook`.
 *
 * @throws MAPPING_MALFORMED
 */
export async function parseWorkbook(archive: Buffer, path: string): Promise<Workbook> {
  const workbook = await createWorkbook();
  try {
    // exceljs declares a Buffer of its own, an ArrayBuffer; at run time it takes Node's.
    await workbook.xlsx.load(archive as unknown as ArrayBuffer);
  } catch (error) {
    const reason = printable(error instanceof Error ? error.message : String(error));
    throw appError('MAPPING_MALFORMED', { path, reason }, { cause: error });
  }
  return workbook;
}

/** The bytes of an .xlsx file; equal workbooks give equal bytes on every machine. */
export async function serializeWorkbook(workbook: Workbook): Promise<Buffer> {
  // A file need not say when it was made; exceljs would fill in the clock.
  workbook.created = dateOr(workbook.created);
  workbook.modified = dateOr(workbook.modified);
  return fixZipTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function dateOr(date: Date | undefined): Date {
  return date instanceof Date && !Number.isNaN(date.getTime()) ? date : FIXED_TIME;
}
