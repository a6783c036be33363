import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';
import type { SiteFile } from '../../reports/page/site.ts';

/** Says that a folder is ours, and which files in it are. */
const MARK = 'airec-https-page.json';
/** The files that a site may have: nothing else is ever removed. */
const OURS = /^(index\.html|style\.css|icon\.svg|badge\.svg|endpoints\/[a-z0-9][a-z0-9._-]*\.html)$/;

export interface Written {
  /** How many files, and their bytes together; the mark is not counted. */
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes the files of a site into `folder`, which is made when it is not there, and removes those of an earlier site that
 * this one does not have. A folder with files of others is left as it is.
 *
 * @throws PAGE_FOLDER_FOREIGN, PAGE_NOT_WRITABLE
 */
export async function writeSite(folder: string, files: Iterable<SiteFile>): Promise<Written> {
  try {
    await mkdir(folder, { recursive: true });
    const before = await ownFiles(folder);
    // First of all, so that a folder that is half written is known as ours.
    await writeMark(folder, before);
    await mkdir(path.join(folder, 'endpoints'), { recursive: true });
    const written = new Set<string>();
    let bytes = 0;
    for (const file of files) {
      await writeFile(path.join(folder, file.path), file.text);
      written.add(file.path);
      bytes += Buffer.byteLength(file.text);
    }
    for (const stale of before.filter((each) => !written.has(each)))
      await rm(path.join(folder, stale), { force: true });
    await writeMark(folder, [...written]);
    return { files: written.size, bytes };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    throw appError('PAGE_NOT_WRITABLE', { folder, reason }, { cause });
  }
}

/** What an earlier run wrote there; nothing in an empty folder. */
async function ownFiles(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder);
  if (found.length === 0) return [];
  if (!found.includes(MARK)) throw appError('PAGE_FOLDER_FOREIGN', { folder, mark: MARK });
  try {
    const { files }: { files?: unknown } = JSON.parse(await readFile(path.join(folder, MARK), 'utf8')) ?? {};
    return Array.isArray(files) ? files.filter((each) => typeof each === 'string' && OURS.test(each)) : [];
  } catch (error) {
    // It was cut off: what it named is written over, or stays.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function writeMark(folder: string, files: readonly string[]): Promise<void> {
  const text = {
    note: 'Written by airec-https page: the files named here are replaced by the next run.',
    files,
  };
  return writeFile(path.join(folder, MARK), `${JSON.stringify(text, undefined, 2)}\n`);
}
