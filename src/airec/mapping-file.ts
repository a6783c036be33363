import { access, readFile, stat } from 'node:fs/promises';
import type { Workbook } from 'exceljs';
import { AppError, AppErrors, relocate } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { findInexactDomains } from './mapping-domains.ts';
import { applyEntries, readRows, throwProblems } from './mapping-rows.ts';
import { addMappingSheet, findMappingSheet, type MappingSheet } from './mapping-sheet.ts';
import { formatTsv, tsvPathOf } from './mapping-tsv.ts';
import type { Mapping, MappingEntry } from './mapping.ts';
import { guardWorkbook } from './workbook-guard.ts';
import { createWorkbook, parseWorkbook, serializeWorkbook } from './workbook.ts';
import { writeAtomically } from './write-atomically.ts';

const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** What became of the mapping file. */
export interface MappingUpdate {
  /** Whether the workbook was written; false leaves its bytes and times alone. */
  readonly changed: boolean;
  /** The text twin beside the workbook, in step with it. */
  readonly tsvPath: string;
}

/**
 * The rows of the workbook at `path` (absolute); undefined when there is no such file. Writes nothing.
 *
 * @throws MAPPING_DOMAIN_NOT_EXACT for a row that means one of `endpoints` but spells it otherwise
 * @throws MAPPING_… for everything that is not a plain mapping, several row problems as AppErrors
 */
export async function readMapping(
  path: string,
  endpoints: readonly Pick<MappingEntry, 'domain' | 'port'>[] = [],
): Promise<Mapping | undefined> {
  const opened = await openMapping(path);
  if (opened === undefined) return undefined;
  try {
    const rows = readRows(opened.source);
    throwProblems(findInexactDomains(opened.source, rows, endpoints));
    return { sheet: opened.source.sheet.name, rows };
  } catch (error) {
    throw await inTwin(error, path);
  }
}

/** The problem at its line of the text beside the workbook, where there is one: a workbook has no lines to mark. */
async function inTwin(error: unknown, path: string): Promise<unknown> {
  const file = tsvPathOf(path);
  const hasTwin = await isThere(file);
  const relocated = (each: AppError): AppError => {
    const line = each.location?.line;
    return hasTwin && line !== undefined ? relocate(each, { file, line }) : each;
  };
  if (error instanceof AppErrors) return new AppErrors(error.errors.map(relocated));
  return error instanceof AppError ? relocated(error) : error;
}

/**
 * Has the workbook at `path` (absolute) map each of `entries`, one row a domain and port, and the .tsv twin
 * say the same. The file is created when missing, and not touched when it says so already. Everything else in
 * it stays: other rows, columns, sheets, styles. Putting an earlier certificate id back is the same call.
 *
 * @throws MAPPING_DOMAIN_NOT_EXACT for a row that means an entry's domain but spells it otherwise
 * @throws MAPPING_NOT_PRESERVED when a change would lose charts and the like; then nothing is written
 * @throws MAPPING_NOT_WRITABLE, and as `readMapping`
 */
export async function updateMapping(path: string, entries: readonly MappingEntry[]): Promise<MappingUpdate> {
  const opened = await openMapping(path);
  const source = opened?.source ?? addMappingSheet(await createWorkbook(), path);
  throwProblems(findInexactDomains(source, readRows(source), entries));
  const changed = applyEntries(source, entries) || opened === undefined;
  if (changed) {
    const lost = opened?.lost ?? [];
    if (lost.length > 0)
      throw appError('MAPPING_NOT_PRESERVED', { path, parts: lost.slice(0, 5).join(', ') });
    await writeAtomically(path, await serializeWorkbook(source.sheet.workbook));
  }
  const tsvPath = tsvPathOf(path);
  await writeTwin(tsvPath, formatTsv(readRows(source)));
  return { changed, tsvPath };
}

async function writeTwin(path: string, content: string): Promise<void> {
  const present = await readFile(path, 'utf8').catch(() => undefined);
  if (present !== content) await writeAtomically(path, content);
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

interface OpenedMapping {
  readonly source: MappingSheet;
  /** What a change would lose. */
  readonly lost: readonly string[];
}

async function openMapping(path: string): Promise<OpenedMapping | undefined> {
  const opened = await openMappingWorkbook(path);
  return opened && { source: findMappingSheet(opened.workbook, path), lost: opened.lost };
}

/** The workbook at `path`, whatever its sheets hold, with what a change would lose; undefined: there is no such file. */
export async function openMappingWorkbook(
  path: string,
): Promise<{ readonly workbook: Workbook; readonly lost: readonly string[] } | undefined> {
  const bytes = await readBounded(path);
  if (bytes === undefined) return undefined;
  const { archive, lost } = guardWorkbook(bytes, path);
  return { workbook: await parseWorkbook(archive, path), lost };
}

async function readBounded(path: string): Promise<Buffer | undefined> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) {
      const reason = `it has ${String(size)} bytes, at most ${String(MAX_FILE_BYTES)} are read`;
      throw appError('MAPPING_TOO_LARGE', { path, reason });
    }
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR')
      throw appError('MAPPING_UNREADABLE', { path, reason: 'it is a folder' }, { cause: error });
    if (code === 'EACCES')
      throw appError('MAPPING_UNREADABLE', { path, reason: 'permission denied' }, { cause: error });
    throw error;
  }
}
