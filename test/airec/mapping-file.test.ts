import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readMapping, updateMapping } from '../../src/airec/mapping-file.ts';
import type { MappingEntry } from '../../src/airec/mapping.ts';
import { HEADER, newMappingPath, openWorkbook, writeRows, writeWorkbook } from '../support/workbooks.ts';

const REC: MappingEntry = { domain: 'rec.example.com', certificateId: 'cert-1', port: 443 };
const BIG: MappingEntry = { domain: 'big.example.com', certificateId: '12345678901234567890', port: 8443 };

describe('readMapping', () => {
  it('finds nothing where there is no file', async () => {
    expect(await readMapping(await newMappingPath())).toBeUndefined();
  });

  it('reads text, numbers, rich text and links as what they show', async () => {
    const file = await writeRows(
      HEADER,
      ['rec.example.com', 12_345, 'HTTPS', '443'],
      [],
      [
        { text: 'b.example.com', hyperlink: 'https://b.example.com' },
        { richText: [{ text: 'cert' }, { font: { bold: true }, text: '-2' }] },
        'https',
        8443,
      ],
    );
    expect(await readMapping(file)).toEqual({
      sheet: 'map',
      rows: [
        { domain: 'rec.example.com', certificateId: '12345', protocol: 'HTTPS', port: 443, row: 2 },
        { domain: 'b.example.com', certificateId: 'cert-2', protocol: 'https', port: 8443, row: 4 },
      ],
    });
  });
});

describe('updateMapping', () => {
  it('makes a missing file with its text twin', async () => {
    const file = await newMappingPath();
    const tsvPath = file.replace('.xlsx', '.tsv');
    expect(await updateMapping(file, [REC, BIG])).toEqual({ changed: true, tsvPath });
    expect((await readMapping(file))?.rows).toEqual([
      { ...REC, protocol: 'HTTPS', row: 2 },
      { ...BIG, protocol: 'HTTPS', row: 3 },
    ]);
    expect(await readFile(tsvPath, 'utf8')).toBe(
      'Domain\tCertificateID\tProtocol\tPort\nrec.example.com\tcert-1\tHTTPS\t443\nbig.example.com\t12345678901234567890\tHTTPS\t8443\n',
    );
    const cell = (await openWorkbook(file)).worksheets[0]?.getCell('B3');
    expect(cell?.value).toBe('12345678901234567890');
    expect(cell?.numFmt).toBe('@');
    expect(await readdir(path.dirname(file))).toHaveLength(2);
  });

  it('gives the same bytes in two processes, and the twin', async () => {
    const [here, there] = [await newMappingPath(), await newMappingPath()];
    await updateMapping(here, [REC, BIG]);
    const module = path.resolve(import.meta.dirname, '../../src/airec/mapping-file.ts');
    const program = `import { updateMapping } from ${JSON.stringify(module)}; await updateMapping(${JSON.stringify(there)}, ${JSON.stringify([REC, BIG])});`;
    await promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', program]);
    expect((await readFile(there)).equals(await readFile(here))).toBe(true);
  });

  it('does not touch a file that says so already', async () => {
    const file = await newMappingPath();
    await updateMapping(file, [REC]);
    const before = await readFile(file);
    await utimes(file, 1e9, 1e9);
    expect(await updateMapping(file, [REC])).toMatchObject({ changed: false });
    expect((await stat(file)).mtimeMs).toBe(1e12);
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('makes a lost twin again without touching the workbook', async () => {
    const file = await newMappingPath();
    const { tsvPath } = await updateMapping(file, [REC]);
    const twin = await readFile(tsvPath, 'utf8');
    await rm(tsvPath);
    expect(await updateMapping(file, [REC])).toEqual({ changed: false, tsvPath });
    expect(await readFile(tsvPath, 'utf8')).toBe(twin);
  });

  it('puts an earlier id back, byte for byte', async () => {
    const file = await newMappingPath();
    await updateMapping(file, [REC]);
    const before = await readFile(file);
    await updateMapping(file, [{ ...REC, certificateId: 'cert-2' }]);
    expect((await readMapping(file))?.rows[0]?.certificateId).toBe('cert-2');
    await updateMapping(file, [REC]);
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('corrects the protocol, and takes port and id for the same as text or number', async () => {
    const file = await writeRows(HEADER, ['rec.example.com', 77, 'http', '443']);
    const entry = { ...REC, certificateId: '77' };
    expect(await updateMapping(file, [entry])).toMatchObject({ changed: true });
    expect((await readMapping(file))?.rows[0]?.protocol).toBe('HTTPS');
    expect(await updateMapping(file, [entry])).toMatchObject({ changed: false });
  });

  it('keeps the permissions, and the link that leads to the file', async () => {
    const file = await newMappingPath();
    await updateMapping(file, [REC]);
    await chmod(file, 0o640);
    const link = path.join(path.dirname(file), 'link.xlsx');
    await symlink(file, link);
    await updateMapping(link, [BIG]);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect((await readMapping(file))?.rows).toHaveLength(2);
  });

  it('says that it cannot write', async () => {
    const file = path.join(path.dirname(await newMappingPath()), 'no/such/folder/map.xlsx');
    await expect(updateMapping(file, [REC])).rejects.toMatchObject({ code: 'MAPPING_NOT_WRITABLE' });
  });

  it('refuses a folder', async () => {
    const file = await newMappingPath();
    await mkdir(file);
    await expect(updateMapping(file, [REC])).rejects.toMatchObject({ code: 'MAPPING_UNREADABLE' });
  });
});

function styled(): Promise<string> {
  return writeWorkbook((workbook) => {
    workbook.addWorksheet('Read me').getCell('A1').value = 'How this file is used';
    const sheet = workbook.addWorksheet('map', { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow(['Owner', 'Port', 'Domain', 'Protocol', 'CertificateID']);
    sheet.getRow(1).font = { bold: true, color: { argb: 'FFFF0000' } };
    sheet.addRow(['search team', 443, 'other.example.com', 'HTTPS', 'cert-9']);
    sheet.addRow(['rec team', 443, 'rec.example.com', 'HTTPS', 'cert-0']);
    sheet.getCell('C2').note = 'keep me';
    sheet.getCell('A3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
    sheet.getCell('E2').numFmt = '0.00';
    sheet.getCell('E3').numFmt = '0.00';
    sheet.getColumn(3).width = 44;
    sheet.getCell('D9').dataValidation = { type: 'list', formulae: ['"HTTPS"'] };
    workbook.addWorksheet('Notes').getCell('B2').value = { formula: '1+1', result: 2 };
  });
}

describe('a workbook of somebody else', () => {
  it('keeps everything but the rows that are ours', async () => {
    const file = await styled();
    await updateMapping(file, [REC, BIG]);
    const workbook = await openWorkbook(file);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Read me', 'map', 'Notes']);
    const sheet = workbook.getWorksheet('map');
    const values = [1, 2, 3, 4].map((row) =>
      [1, 2, 3, 4, 5].map((column) => sheet?.getCell(row, column).value),
    );
    expect(values).toEqual([
      ['Owner', 'Port', 'Domain', 'Protocol', 'CertificateID'],
      ['search team', 443, 'other.example.com', 'HTTPS', 'cert-9'],
      ['rec team', 443, 'rec.example.com', 'HTTPS', 'cert-1'],
      [null, 8443, 'big.example.com', 'HTTPS', '12345678901234567890'],
    ]);
    expect(sheet?.getCell('A1').font).toMatchObject({ bold: true, color: { argb: 'FFFF0000' } });
    expect(sheet?.getCell('A3').fill).toMatchObject({ fgColor: { argb: 'FFFFFF00' } });
    expect(sheet?.getCell('E2').numFmt).toBe('0.00');
    expect(sheet?.getCell('C2').note).toBe('keep me');
    expect(sheet?.getColumn(3).width).toBe(44);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getCell('D9').dataValidation).toMatchObject({ type: 'list', formulae: ['"HTTPS"'] });
    expect(workbook.getWorksheet('Notes')?.getCell('B2').value).toMatchObject({ formula: '1+1' });
  });

  it('has a twin whose lines are its rows', async () => {
    const file = await writeRows(
      HEADER,
      [],
      ['-a.example.com', '=HYPERLINK("x")', 'HTTPS\tx', 443],
      [],
      ['b.example.com', 'two\nlines', 'HTTPS', 1],
    );
    const { tsvPath } = await updateMapping(file, []);
    expect((await readFile(tsvPath, 'utf8')).split('\n')).toEqual([
      'Domain\tCertificateID\tProtocol\tPort',
      '',
      `'-a.example.com\t'=HYPERLINK("x")\tHTTPS\\u{9}x\t443`,
      '',
      'b.example.com\ttwo\\u{a}lines\tHTTPS\t1',
      '',
    ]);
  });
});
