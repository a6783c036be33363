import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { readMapping } from '../../../../src/airec/mapping-file.ts';
import { createWorkbook, serializeWorkbook } from '../../../../src/airec/workbook.ts';
import { readZip, storeZip, type ZipEntry } from '../../../../src/airec/zip.ts';
import { mutateBytes } from '../byte-mutators.ts';
import type { Random } from '../random.ts';
import { mutateText } from '../text-mutators.ts';
import type { FuzzTarget } from '../target.ts';

const SHEET = 'xl/worksheets/sheet1.xml';

/** XML that has cost readers of spreadsheets dearly. */
const HOSTILE_TAGS = [
  `<row ${'a'.repeat(200_000)}>`,
  `<row ${"a='".repeat(50_000)}`,
  `<c r="${'A'.repeat(100_000)}1">`,
  '<row r="9999"><c r="XFD9999"/></row>',
  '<mergeCell ref="A1:XFD10000"/>',
  '<c r="A1" s="99999" t="s"><v>99999999</v></c>',
  '<row>'.repeat(20_000),
] as const;

/** certificate_info.xlsx: a zip archive of XML. */
export const mapping: FuzzTarget = {
  name: 'mapping',
  codes: [
    'MAPPING_NOT_WORKBOOK',
    'MAPPING_MALFORMED',
    'MAPPING_TOO_LARGE',
    'MAPPING_MACROS',
    'MAPPING_HEADER',
    'MAPPING_INVALID_CELL',
    'MAPPING_MERGED_CELLS',
    'MAPPING_DUPLICATE_ROW',
    'MAPPING_DOMAIN_NOT_EXACT',
  ],
  cases: 30,
  async prepare() {
    const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-fuzz-'));
    const file = path.join(folder, 'certificate_info.xlsx');
    const archive = await writeMapping();
    const entries = readZip(archive, { entries: 100, bytes: 1e7 });
    return {
      generate: (random) => {
        if (random.oneIn(5)) return [mutateBytes(archive, random)];
        const changed = entries.map((entry) =>
          changesIn(entry, random) ? change(entry, entries, random) : entry,
        );
        return [random.oneIn(12) ? bomb(random) : storeZip(changed)];
      },
      run: async ([bytes = Buffer.alloc(0)]) => {
        await writeFile(file, bytes);
        await readMapping(file, [{ domain: 'rec.example.com', port: 443 }]);
      },
      close: () => rm(folder, { recursive: true }),
    };
  },
};

async function writeMapping(): Promise<Buffer> {
  const workbook = await createWorkbook();
  const sheet = workbook.addWorksheet('map');
  sheet.addRow(['Domain', 'CertificateID', 'Protocol', 'Port']);
  for (const port of [443, 8443]) sheet.addRow(['rec.example.com', `cert-${port}`, 'HTTPS', port]);
  sheet.addRow([{ richText: [{ text: '推荐.example.com' }] }, '00012', 'HTTPS', '443']);
  return serializeWorkbook(workbook);
}

function changesIn({ name }: ZipEntry, random: Random): boolean {
  return random.oneIn(name === SHEET ? 2 : 8);
}

function change({ name, data }: ZipEntry, entries: readonly ZipEntry[], random: Random): ZipEntry {
  if (random.oneIn(12)) return { name: mutateText(name, random).slice(0, 300), data };
  const texts = entries.map((entry) => entry.data.toString('utf8'));
  const xml = mutateText(data.toString('utf8'), random, texts);
  const at = xml.indexOf('<row');
  if (name !== SHEET || at === -1 || !random.oneIn(6)) return { name, data: Buffer.from(xml) };
  return { name, data: Buffer.from(xml.slice(0, at) + random.pick(HOSTILE_TAGS) + xml.slice(at)) };
}

/** An archive that says it is small and is not, or says nothing and is large. */
function bomb(random: Random): Buffer {
  const size = 60 * 1024 * 1024;
  const archive = storeZip([{ name: 'xl/workbook.xml', data: deflateRawSync(Buffer.alloc(size, '<')) }]);
  const central = archive.indexOf('PK\u0001\u0002', 0, 'latin1');
  archive.writeUInt16LE(8, central + 10);
  archive.writeUInt32LE(random.pick([100, size / 2, size]), central + 24);
  return archive;
}
