import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../errors/catalogue.ts';

const DEFAULT_MODE = 0o644;

/**
 * Replaces the file at `target` by `content`, whole or not at all; readers see the old or the new one. The
 * permissions stay, and a symbolic link goes on pointing where it did.
 *
 * @throws MAPPING_NOT_WRITABLE
 */
export async function writeAtomically(target: string, content: Buffer | string): Promise<void> {
  try {
    const file = await realpath(target).catch(() => target);
    const mode = await stat(file).then(
      (status) => status.mode & 0o777,
      () => DEFAULT_MODE,
    );
    const temporary = path.join(
      path.dirname(file),
      `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`,
    );
    try {
      await writeDurably(temporary, { content, mode });
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw appError(
      'MAPPING_NOT_WRITABLE',
      { path: target, reason },
      { location: { file: target }, cause: error },
    );
  }
}

/** On the disk before it is renamed, so that a crash leaves no empty file under the name. */
async function writeDurably(
  file: string,
  { content, mode }: { content: Buffer | string; mode: number },
): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
