import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import { checkDefinedNames, checkSheetSize } from './sheet-size.ts';
import { startTags } from './xml-tags.ts';
import { readZip, storeZip, ZipFault, type ZipEntry } from './zip.ts';

const LIMITS = { entries: 1000, bytes: 50 * 1024 * 1024 } as const;
const MAX_ELEMENTS = 2_000_000;

/** Compound File Binary: the .xls of old, and any workbook with a password. */
const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Parts that exceljs reads and writes again. */
const KEPT_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core)\.xml|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(?:_rels\/)?sheet\d+\.xml(?:\.rels)?|xl\/theme\/theme1\.xml|xl\/media\/[A-Za-z0-9]+\.[A-Za-z0-9]{3,4}|xl\/drawings\/(?:_rels\/)?(?:drawing\d+\.xml|vmlDrawing\d+\.vml)(?:\.rels)?|xl\/comments\d+\.xml|xl\/tables\/table\d+\.xml)$/;

/** Parts that programs write again by themselves, or that nobody sees. */
const EXPENDABLE_PARTS =
  /^(?:docProps\/(?:custom\.xml|thumbnail\.\w+)|xl\/calcChain\.xml|xl\/printerSettings\/.*|customXml\/.*)$/;

/** Elements inside kept parts that exceljs passes over: shapes, charts, sparklines and newer validations. */
const LOST_ELEMENTS: ReadonlySet<string> = new Set([
  'xdr:sp',
  'xdr:cxnSp',
  'xdr:grpSp',
  'xdr:graphicFrame',
  'x14:sparklineGroups',
  'x14:dataValidations',
  'oleObjects',
  'controls',
  'protectedRanges',
  'scenarios',
]);

/** A workbook that is safe to parse. */
export interface GuardedWorkbook {
  /** The same parts in a plain archive of our own making: what was checked is what is parsed. */
  readonly archive: Buffer;
  /** What a rewrite by exceljs would lose, for people; empty when nothing. */
  readonly lost: readonly string[];
}

/**
 * Checks a workbook from outside before exceljs, which has no limits of its own, sees it.
 *
 * @throws MAPPING_NOT_WORKBOOK, MAPPING_MALFORMED, MAPPING_TOO_LARGE, MAPPING_MACROS
 */
export function guardWorkbook(bytes: Buffer, path: string): GuardedWorkbook {
  const entries = unpack(bytes, path);
  refuseMacros(entries, path);
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) {
    throw appError('MAPPING_NOT_WORKBOOK', { path, reason: 'it is a zip archive without xl/workbook.xml' });
  }
  const lost = new Set<string>();
  let elements = 0;
  for (const entry of entries) {
    if (!KEPT_PARTS.test(entry.name) && !EXPENDABLE_PARTS.test(entry.name)) lost.add(printable(entry.name));
    if (!/\.(?:xml|rels|vml)$/i.test(entry.name)) continue;
    const xml = entry.data.toString('utf8');
    elements += countElements(xml);
    if (elements > MAX_ELEMENTS) {
      throw appError('MAPPING_TOO_LARGE', {
        path,
        reason: `it has more than ${String(MAX_ELEMENTS)} XML elements`,
      });
    }
    checkPart({ name: entry.name, xml, path, lost });
  }
  return { archive: storeZip(entries), lost: [...lost] };
}

function unpack(bytes: Buffer, path: string): readonly ZipEntry[] {
  if (bytes.subarray(0, OLE_MAGIC.length).equals(OLE_MAGIC)) {
    throw appError('MAPPING_NOT_WORKBOOK', { path, reason: 'it has a password or the old .xls format' });
  }
  try {
    return readZip(bytes, LIMITS);
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    const details = { path, reason: printable(error.message) };
    if (error.kind === 'not-a-zip') throw appError('MAPPING_NOT_WORKBOOK', details, { cause: error });
    if (error.kind === 'too-large') throw appError('MAPPING_TOO_LARGE', details, { cause: error });
    throw appError('MAPPING_MALFORMED', details, { cause: error });
  }
}

function refuseMacros(entries: readonly ZipEntry[], path: string): void {
  const macros = entries.find((entry) => /(?:vbaProject\.bin|\/macrosheets\/.*)$/i.test(entry.name));
  if (macros !== undefined) throw appError('MAPPING_MACROS', { path, part: printable(macros.name) });
  const types = entries.find((entry) => entry.name === '[Content_Types].xml');
  if (types?.data.includes('macroEnabled') === true) {
    throw appError('MAPPING_MACROS', { path, part: 'the macro-enabled content type' });
  }
}

function countElements(xml: string): number {
  let count = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) count += 1;
  return count;
}

interface Part {
  readonly name: string;
  readonly xml: string;
  readonly path: string;
  readonly lost: Set<string>;
}

function checkPart({ name, xml, path, lost }: Part): void {
  // ECMA-376 part 2 §8.1.4 forbids DTDs; without them entities cannot multiply or reach out.
  if (/<!DOCTYPE/i.test(xml)) {
    throw appError('MAPPING_MALFORMED', { path, reason: `its part ${printable(name)} has a document type` });
  }
  for (const tag of startTags(xml)) {
    if (LOST_ELEMENTS.has(tag.name)) lost.add(`${tag.name} in ${printable(name)}`);
  }
  if (/^xl\/worksheets\/[^/]*\.xml$/.test(name)) checkSheetSize(xml, { path, part: name });
  if (name === 'xl/workbook.xml') checkDefinedNames(xml, path);
}
