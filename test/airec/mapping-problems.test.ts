import { readFile } from 'node:fs/promises';
import type { Worksheet } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readMapping, updateMapping } from '../../src/airec/mapping-file.ts';
import { toAppErrors } from '../../src/errors/render.ts';
import { HEADER, writeRows, writeWorkbook } from '../support/workbooks.ts';

const GOOD = ['a.example.com', 'cert-a', 'HTTPS', 443] as const;

/** `CODE: problem help` of everything wrong. */
async function problemsOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
    return [];
  } catch (error) {
    return toAppErrors(error).map((problem) => `${problem.code}: ${problem.message} ${problem.help}`);
  }
}

describe('a header that is not as it should be', () => {
  it.each([
    ['other case', ['domain', 'CertificateID', 'Protocol', 'Port'], 'Rename "domain" to Domain'],
    [
      'a space',
      ['Domain', 'Certificate ID ', 'Protocol', 'Port'],
      'Rename "Certificate ID " to CertificateID',
    ],
    ['a slip', ['Domain', 'CertificateID', 'Protocoll', 'Port'], 'Rename "Protocoll" to Protocol'],
    ['a missing column', ['Domain', 'CertificateID', 'Protocol'], 'Add the column Port'],
    ['nothing', [], 'Add the column Domain'],
  ])('%s', async (_, header, remedy) => {
    const [problem] = await problemsOf(readMapping(await writeRows(header, GOOD)));
    expect(problem).toMatch(/^MAPPING_HEADER/);
    expect(problem).toContain(remedy);
  });

  it('stands in another row', async () => {
    const [problem] = await problemsOf(readMapping(await writeRows(['Certificates'], [], HEADER, GOOD)));
    expect(problem).toMatch(/^MAPPING_HEADER.*row 3/);
  });
});

describe('rows that are not as they should be', () => {
  it.each([
    ['a formula', ['a.example.com', { formula: 'A1', result: 'cert-a' }, 'HTTPS', 443], 'B2'],
    ['a formula as port', ['a.example.com', 'cert-a', 'HTTPS', { formula: '400+43', result: 443 }], 'D2'],
    ['an id that lost digits', ['a.example.com', 1.5e19, 'HTTPS', 443], 'B2'],
    ['an id with sixteen digits', ['a.example.com', 1_234_567_890_123_456, 'HTTPS', 443], 'B2'],
    ['a date', [new Date(0), 'cert-a', 'HTTPS', 443], 'A2'],
    ['a boolean', ['a.example.com', true, 'HTTPS', 443], 'B2'],
    ['an error', ['a.example.com', { error: '#N/A' }, 'HTTPS', 443], 'B2'],
    ['no id', ['a.example.com', '', 'HTTPS', 443], 'B2'],
    ['no domain', [null, 'cert-a', 'HTTPS', 443], 'A2'],
    ['port 0', ['a.example.com', 'cert-a', 'HTTPS', 0], 'D2'],
    ['port 65536', ['a.example.com', 'cert-a', 'HTTPS', 65_536], 'D2'],
    ['half a port', ['a.example.com', 'cert-a', 'HTTPS', 443.5], 'D2'],
    ['a port in words', ['a.example.com', 'cert-a', 'HTTPS', 'https'], 'D2'],
  ])('%s', async (_, row, cell) => {
    const problems = await problemsOf(readMapping(await writeRows(HEADER, row)));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^MAPPING_INVALID_CELL: Cell ${cell} `));
  });

  it('are all reported at once', async () => {
    const file = await writeRows(HEADER, ['a.example.com', true, 'HTTPS', 0], GOOD, [null, 'x', 'HTTPS', 1]);
    expect(await problemsOf(readMapping(file))).toHaveLength(3);
  });

  it('twice the same domain and port', async () => {
    const file = await writeRows(
      HEADER,
      GOOD,
      ['a.example.com', 'cert-b', 'HTTPS', 8443],
      ['a.example.com', 'cert-c', 'HTTPS', '443'],
    );
    const problems = await problemsOf(readMapping(file));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^MAPPING_DUPLICATE_ROW: Rows 2 and 4 /);
  });

  it.each([
    ['merged data cells', (sheet: Worksheet) => sheet.mergeCells('A2:A3'), 'MAPPING_MERGED_CELLS'],
    ['a merged header', (sheet: Worksheet) => sheet.mergeCells('A1:B1'), 'MAPPING_HEADER'],
  ])('%s', async (_, merge, code) => {
    const file = await writeWorkbook((workbook) => {
      const sheet = workbook.addWorksheet('map');
      for (const row of [HEADER, GOOD, ['', 'cert-b', 'HTTPS', 8443]]) sheet.addRow([...row]);
      merge(sheet);
    });
    expect((await problemsOf(readMapping(file)))[0]).toMatch(new RegExp(`^${code}`));
  });
});

describe('a domain that is not exactly the FQDN', () => {
  const entry = { domain: 'rec.example.com', certificateId: 'cert-1', port: 443 };

  it.each([
    'REC.example.com',
    'rec.example.com.',
    ' rec.example.com',
    'rec.example.com\u00A0',
    'https://rec.example.com/',
    'rec。example.com',
    '*.example.com',
    '*.EXAMPLE.com',
  ])('%j is refused with its row, and nothing is written', async (domain) => {
    const file = await writeRows(HEADER, GOOD, [domain, 'cert-0', 'HTTPS', 443]);
    const before = await readFile(file);
    const [problem] = await problemsOf(updateMapping(file, [entry]));
    expect(problem).toMatch(/^MAPPING_DOMAIN_NOT_EXACT: Row 3 .*rec\.example\.com/);
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('is refused on reading too, for the endpoints that are asked for', async () => {
    const file = await writeRows(HEADER, ['REC.example.com', 'cert-0', 'HTTPS', 443]);
    expect((await readMapping(file))?.rows).toHaveLength(1);
    await expect(readMapping(file, [entry])).rejects.toMatchObject({ code: 'MAPPING_DOMAIN_NOT_EXACT' });
  });

  it('is refused in U-labels', async () => {
    const file = await writeRows(HEADER, ['推荐.example.com', 'cert-0', 'HTTPS', 443]);
    const work = updateMapping(file, [{ ...entry, domain: 'xn--jzuq81e.example.com' }]);
    await expect(work).rejects.toMatchObject({ code: 'MAPPING_DOMAIN_NOT_EXACT' });
  });

  it.each([
    ['*.other.example.com', 443],
    ['a.rec.example.com', 443],
    ['REC.example.com', 8443],
  ])('%s on port %i is none of ours', async (domain, port) => {
    const file = await writeRows(HEADER, [domain, 'cert-0', 'HTTPS', port]);
    expect(await updateMapping(file, [entry])).toMatchObject({ changed: true });
  });
});
