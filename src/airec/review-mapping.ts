import { AppError, AppErrors } from '../errors/app-error.ts';
import { endpointRows, type MappingDefect, type RowChange, type Wish } from './correct-rows.ts';
import { correctHeader } from './correct-header.ts';
import { findInexactDomains } from './mapping-domains.ts';
import { openMappingWorkbook } from './mapping-file.ts';
import { applyEntries, readRows, throwProblems } from './mapping-rows.ts';
import type { MappingSheet } from './mapping-sheet.ts';
import { formatTsv } from './mapping-tsv.ts';
import type { MappingRow } from './mapping.ts';
import { serializeWorkbook } from './workbook.ts';

/** The workbook as it should be, the same bytes for the same workbook and wishes. */
export interface MappingCorrection {
  /** By row. */
  readonly changes: readonly RowChange[];
  readonly workbook: Buffer;
  /** The text beside it. */
  readonly tsv: string;
}

export interface MappingReview {
  /** Whether rows could be read at all. */
  readonly isReadable: boolean;
  /** By `domain:port`: the only row of the endpoint, spelled as it must be. */
  readonly rows: ReadonlyMap<string, MappingRow>;
  /** In the order of the endpoints. */
  readonly defects: readonly MappingDefect[];
  /** Undefined: nothing to correct, or nothing that can be without guessing or losing content. */
  readonly correction: MappingCorrection | undefined;
}

/**
 * What is wrong with the workbook at `path` (absolute) for these endpoints, and the workbook that is right. Undefined:
 * there is no such file. An id is only written where a wish names it, or another row of the endpoint does. Writes nothing.
 */
export async function reviewMapping(
  path: string,
  wishes: readonly Wish[],
): Promise<MappingReview | undefined> {
  try {
    const opened = await openMappingWorkbook(path);
    if (!opened) return undefined;
    const header = correctHeader(opened.workbook, path);
    return await review({ ...header, isPreserved: opened.lost.length === 0 }, wishes);
  } catch (error) {
    return { isReadable: false, rows: new Map(), defects: blame(error, wishes), correction: undefined };
  }
}

interface Subject {
  readonly source: MappingSheet;
  readonly changes: readonly RowChange[];
  readonly isPreserved: boolean;
}

async function review(
  { source, changes: ofHeader, isPreserved }: Subject,
  wishes: readonly Wish[],
): Promise<MappingReview> {
  const found = endpointRows(source, wishes);
  const changes = [...ofHeader, ...found.changes];
  const own = [
    ...wishes.flatMap(({ domain, port }) =>
      ofHeader.map(({ why }) => ({
        endpoint: `${domain}:${port}`,
        problem: `The mapping file has no usable header: ${why}`,
        help: 'The headings are exactly Domain, CertificateID, Protocol, Port, in the first row.',
      })),
    ),
    ...found.defects,
  ];
  const { rows } = found;
  try {
    applyEntries(source, found.entries);
    const corrected = readRows(source);
    throwProblems(findInexactDomains(source, corrected, wishes));
    if (changes.length === 0 || !isPreserved)
      return { isReadable: true, rows, defects: own, correction: undefined };
    const workbook = await serializeWorkbook(source.sheet.workbook);
    return {
      isReadable: true,
      rows,
      defects: own,
      correction: { changes, workbook, tsv: formatTsv(corrected) },
    };
  } catch (error) {
    const clear = wishes.filter(
      ({ domain, port }) => !own.some(({ endpoint }) => endpoint === `${domain}:${port}`),
    );
    return { isReadable: true, rows, defects: [...own, ...blame(error, clear)], correction: undefined };
  }
}

/** What makes the file useless to everybody. */
function blame(error: unknown, wishes: readonly Wish[]): readonly MappingDefect[] {
  const [first] = error instanceof AppErrors ? error.errors : [error];
  if (!(first instanceof AppError)) throw error;
  const { message: problem, help } = first;
  return wishes.map(({ domain, port }) => ({ endpoint: `${domain}:${port}`, problem, help }));
}
