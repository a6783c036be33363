import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Workbook } from 'exceljs';
import WorkbookClass from 'exceljs/lib/doc/workbook.js';
import { readZip, storeZip, type ZipEntry } from '../../src/airec/zip.ts';

export const HEADER = ['Domain', 'CertificateID', 'Protocol', 'Port'];

/** Path of a mapping file that is not there yet, in a folder of its own. */
export async function newMappingPath(): Promise<string> {
  return path.join(await mkdtemp(path.join(tmpdir(), 'airec-mapping-')), 'certificate_info.xlsx');
}

/** Writes a workbook that `fill` makes, and gives its path back. */
export async function writeWorkbook(fill: (workbook: Workbook) => void): Promise<string> {
  const workbook = new WorkbookClass();
  fill(workbook);
  const file = await newMappingPath();
  await writeFile(file, Buffer.from(await workbook.xlsx.writeBuffer()));
  return file;
}

/** A workbook of one sheet with these rows. */
export function writeRows(...rows: readonly (readonly unknown[])[]): Promise<string> {
  return writeWorkbook((workbook) => {
    const sheet = workbook.addWorksheet('map');
    for (const row of rows) sheet.addRow([...row]);
  });
}

export async function openWorkbook(file: string): Promise<Workbook> {
  const workbook = new WorkbookClass();
  await workbook.xlsx.readFile(file);
  return workbook;
}

/** Writes a mapping file whose parts `change` has tampered with. */
export async function writeTampered(change: (parts: Map<string, string>) => void): Promise<string> {
  const file = await writeRows(HEADER, ['rec.example.com', 'cert-1', 'HTTPS', 443]);
  const entries = readZip(await readFile(file), { entries: 100, bytes: 1e7 });
  const parts = new Map(entries.map((entry) => [entry.name, entry.data.toString('utf8')]));
  change(parts);
  const tampered = Array.from(parts, ([name, text]): ZipEntry => ({ name, data: Buffer.from(text) }));
  await writeFile(file, storeZip(tampered));
  return file;
}

/** The same for one part. */
export function writeTamperedPart(name: string, change: (xml: string) => string): Promise<string> {
  return writeTampered((parts) => parts.set(name, change(parts.get(name) ?? '')));
}
