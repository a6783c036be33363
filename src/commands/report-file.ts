import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../errors/catalogue.ts';

/**
 * That a report can be written to `file`: known before the work rather than after it.
 *
 * @throws REPORT_NOT_WRITABLE
 */
export async function assertWritable(file: string): Promise<void> {
  try {
    await appendFile(file, '');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    throw appError('REPORT_NOT_WRITABLE', { file, reason }, { cause });
  }
}

export async function writeReportFile(file: string, json: string): Promise<void> {
  await writeFile(file, `${json}\n`);
}

/** Writes a report beside the runner's other temporary files, so that it is not committed by accident; returns its path. */
export async function writeRunnerReport(name: string, report: object): Promise<string> {
  const folder = path.resolve(process.env['RUNNER_TEMP'] ?? '.');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, name);
  await writeReportFile(file, JSON.stringify(report, undefined, 2));
  return file;
}
