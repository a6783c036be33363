import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';

/**
 * The text of a file that is not larger than `limit` bytes.
 *
 * @throws FILE_UNREADABLE, PAGE_INPUT_TOO_LARGE
 */
export async function readBounded(file: string, limit: number): Promise<string> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw appError('FILE_UNREADABLE', { file, reason: 'it is no file' });
    if (found.size > limit) throw appError('PAGE_INPUT_TOO_LARGE', { file, bytes: found.size, limit });
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    throw appError('FILE_UNREADABLE', { file, reason }, { cause });
  }
}
