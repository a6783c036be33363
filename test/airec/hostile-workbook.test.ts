import { readFile, writeFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readMapping, updateMapping } from '../../src/airec/mapping-file.ts';
import { readZip, storeZip, ZipFault } from '../../src/airec/zip.ts';
import { HEADER, newMappingPath, writeRows, writeTampered, writeTamperedPart } from '../support/workbooks.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const LIMITS = { entries: 10, bytes: 1000 };

async function writeBytes(bytes: Buffer): Promise<string> {
  const file = await newMappingPath();
  await writeFile(file, bytes);
  return file;
}

/** An archive of one deflated entry that says it has `declared` bytes. */
function deflatedZip(data: Buffer, declared: number): Buffer {
  const packed = deflateRawSync(data);
  const archive = storeZip([{ name: 'xl/workbook.xml', data: packed }]);
  const central = archive.indexOf('PK\u0001\u0002', 0, 'latin1');
  archive.writeUInt16LE(8, central + 10);
  archive.writeUInt32LE(declared, central + 24);
  return archive;
}

function faultOf(archive: Buffer): string {
  try {
    readZip(archive, LIMITS);
    return 'none';
  } catch (error) {
    return error instanceof ZipFault ? error.kind : String(error);
  }
}

describe('a file that is no workbook', () => {
  it.each([
    ['text', Buffer.from('Domain\tCertificateID\n'), 'MAPPING_NOT_WORKBOOK'],
    ['nothing', Buffer.alloc(0), 'MAPPING_NOT_WORKBOOK'],
    [
      'an old .xls or one with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'MAPPING_NOT_WORKBOOK',
    ],
    ['another archive', storeZip([{ name: 'readme.txt', data: Buffer.from('x') }]), 'MAPPING_NOT_WORKBOOK'],
    ['no sheet', storeZip([{ name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') }]), 'MAPPING_'],
    ['eleven mebibytes', Buffer.alloc(11 * 1024 * 1024), 'MAPPING_TOO_LARGE'],
    [
      'a bomb that says so',
      deflatedZip(Buffer.alloc(60 * 1024 * 1024), 60 * 1024 * 1024),
      'MAPPING_TOO_LARGE',
    ],
    ['a bomb that lies', deflatedZip(Buffer.alloc(60 * 1024 * 1024), 100), 'MAPPING_MALFORMED'],
    [
      'a thousand and one entries',
      storeZip(Array.from({ length: 1001 }, (_, index) => ({ name: String(index), data: Buffer.alloc(0) }))),
      'MAPPING_TOO_LARGE',
    ],
  ])('%s', async (_, bytes, code) => {
    await expect(readMapping(await writeBytes(bytes))).rejects.toMatchObject({
      code: expect.stringContaining(code) as string,
    });
  });

  it('is cut off', async () => {
    const whole = await readFile(await writeRows(HEADER));
    await expect(readMapping(await writeBytes(whole.subarray(0, whole.length / 2)))).rejects.toMatchObject({
      code: 'MAPPING_NOT_WORKBOOK',
    });
  });

  it('has flipped bits', async () => {
    const bytes = await readFile(await writeRows(HEADER));
    bytes.fill(0xff, 80, 120);
    await expect(readMapping(await writeBytes(bytes))).rejects.toMatchObject({ code: 'MAPPING_MALFORMED' });
  });
});

describe('a tag', () => {
  it('may have a very long word without a value', async () => {
    const long = `<row r="2" ${'a'.repeat(200_000)}>`;
    const file = await writeTamperedPart(SHEET, (xml) =>
      xml.replace('<row r="2"', `${long}</row><row r="3"`),
    );
    await expect(readMapping(file)).rejects.toMatchObject({ code: 'MAPPING_MALFORMED' });
  });
});

describe('readZip', () => {
  it('gives back what storeZip took', () => {
    const entries = [
      { name: 'a.txt', data: Buffer.from('alpha') },
      { name: '推/b', data: Buffer.alloc(0) },
    ];
    expect(readZip(storeZip(entries), LIMITS)).toEqual(entries);
  });

  it.each([
    [
      'two entries of one name',
      storeZip([
        { name: 'a', data: Buffer.from('1') },
        { name: '/a', data: Buffer.from('2') },
      ]),
      'malformed',
    ],
    [
      'sizes that add up',
      storeZip(['a', 'b'].map((name) => ({ name, data: Buffer.alloc(501) }))),
      'too-large',
    ],
    ['a size that is too small', deflatedZip(Buffer.alloc(500), 499), 'malformed'],
    ['a size that is too large', deflatedZip(Buffer.alloc(500), 501), 'malformed'],
  ])('refuses %s', (_, archive, kind) => {
    expect(faultOf(archive)).toBe(kind);
  });

  it.each([
    ['encrypted', 8, 1],
    ['unknown compression', 10, 12],
    ['another checksum', 16, 1],
    ['an entry outside', 42, 5000],
  ])('refuses %s', (_, offset, value) => {
    const archive = storeZip([{ name: 'a', data: Buffer.from('1') }]);
    archive.writeUInt16LE(value, archive.indexOf('PK\u0001\u0002', 0, 'latin1') + offset);
    expect(faultOf(archive)).toBe('malformed');
  });

  it('refuses a directory that points nowhere', () => {
    const archive = storeZip([{ name: 'a', data: Buffer.from('1') }]);
    archive.writeUInt32LE(0xffffff, archive.length - 6);
    expect(faultOf(archive)).toBe('malformed');
  });
});

/** Puts XML after the rows of the sheet. */
function insert(xml: string): (sheet: string) => string {
  return (sheet) => sheet.replace('</sheetData>', `</sheetData>${xml}`);
}

/** Adds rows to the sheet. */
function rows(xml: string): (sheet: string) => string {
  return (sheet) => sheet.replace('</sheetData>', `${xml}</sheetData>`);
}

describe('a workbook made to keep its reader busy', () => {
  it.each([
    [
      'a million rows',
      rows(Array.from({ length: 1_000_000 }, (_, index) => `<row r="${String(index + 3)}"/>`).join('')),
      'MAPPING_TOO_LARGE',
    ],
    ['rows without numbers', rows('<row/>'.repeat(20_000)), 'MAPPING_TOO_LARGE'],
    ['a row far down', rows('<row r="1048576"/>'), 'MAPPING_TOO_LARGE'],
    ['a row beyond any', rows('<row r="99999999999"/>'), 'MAPPING_MALFORMED'],
    ['a hidden row number', rows('<row r="&#57;999999"/>'), 'MAPPING_MALFORMED'],
    [
      'a row number behind another attribute',
      rows(`<row spans=' r="3" > ' r = '1048576'/>`),
      'MAPPING_TOO_LARGE',
    ],
    ['a cell beyond any', rows('<row r="3"><c r="A99999999999"/></row>'), 'MAPPING_MALFORMED'],
    [
      'a merge of everything',
      insert('<mergeCells><mergeCell ref="A5:XFD1048576"/></mergeCells>'),
      'MAPPING_TOO_LARGE',
    ],
    [
      'a merge beyond any',
      insert('<mergeCells><mergeCell ref="A1:A99999999999"/></mergeCells>'),
      'MAPPING_MALFORMED',
    ],
    [
      'a validation of everything',
      insert('<dataValidations><dataValidation sqref="A1:A9 B1:XFD1048576"/></dataValidations>'),
      'MAPPING_TOO_LARGE',
    ],
    [
      'columns beyond any',
      (sheet: string) => sheet.replace('<sheetData>', '<cols><col min="1" max="9999999"/></cols><sheetData>'),
      'MAPPING_MALFORMED',
    ],
    [
      'entities',
      (sheet: string) => sheet.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
      'MAPPING_MALFORMED',
    ],
    ['an unfinished tag', (sheet: string) => sheet.slice(0, sheet.length / 2), 'MAPPING_'],
  ])('%s', async (_, change, code) => {
    const started = performance.now();
    const file = await writeTamperedPart(SHEET, change);
    await expect(readMapping(file)).rejects.toMatchObject({ code: expect.stringContaining(code) as string });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it.each([
    ['everything', 'map!$A$1:$XFD$1048576', 'MAPPING_TOO_LARGE'],
    ['everything without dollars', 'map!A1:XFD1048576', 'MAPPING_TOO_LARGE'],
    ['hidden digits', 'map!$A$1:$XFD$&#49;048576', 'MAPPING_MALFORMED'],
  ])('a name for %s', async (_, range, code) => {
    const file = await writeTamperedPart('xl/workbook.xml', (xml) =>
      xml.replace(
        '</sheets>',
        `</sheets><definedNames><definedName name="n">${range}</definedName></definedNames>`,
      ),
    );
    await expect(readMapping(file)).rejects.toMatchObject({ code });
  });

  it('has two million elements and more', async () => {
    const file = await writeTampered((parts) => parts.set('customXml/item1.xml', '<a>'.repeat(2_000_001)));
    await expect(readMapping(file)).rejects.toMatchObject({ code: 'MAPPING_TOO_LARGE' });
  });
});

describe('a workbook with more than cells', () => {
  it('is refused with macros', async () => {
    const file = await writeTampered((parts) => parts.set('xl/vbaProject.bin', 'x'));
    await expect(readMapping(file)).rejects.toMatchObject({ code: 'MAPPING_MACROS' });
  });

  it('is refused with the content type of macros', async () => {
    const file = await writeTamperedPart('[Content_Types].xml', (xml) =>
      xml.replace('sheet.main', 'sheet.macroEnabled.main'),
    );
    await expect(readMapping(file)).rejects.toMatchObject({ code: 'MAPPING_MACROS' });
  });

  it.each([
    ['external links', 'xl/externalLinks/externalLink1.xml'],
    ['charts', 'xl/charts/chart1.xml'],
    ['pivot tables', 'xl/pivotTables/pivotTable1.xml'],
  ])('is read with %s, and changed only by those who keep them', async (_, part) => {
    const file = await writeTampered((parts) => parts.set(part, '<x/>'));
    const before = await readFile(file);
    const entry = { domain: 'rec.example.com', certificateId: 'cert-1', port: 443 };
    expect(await updateMapping(file, [entry])).toMatchObject({ changed: false });
    await expect(updateMapping(file, [{ ...entry, certificateId: 'cert-2' }])).rejects.toMatchObject({
      code: 'MAPPING_NOT_PRESERVED',
    });
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('loses what programs make again by themselves', async () => {
    const file = await writeTampered((parts) =>
      parts.set('docProps/custom.xml', '<x/>').set('xl/calcChain.xml', '<x/>'),
    );
    expect(
      await updateMapping(file, [{ domain: 'n.example.com', certificateId: 'c', port: 443 }]),
    ).toMatchObject({ changed: true });
  });
});
