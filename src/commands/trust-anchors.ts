import { readFile } from 'node:fs/promises';
import type { PemText } from '../certificates/trust-store.ts';
import type { SourceLocation } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';

/**
 * The PEM files with trust anchors beyond Node's bundled Mozilla roots. `location`: what names them.
 *
 * @throws FILE_UNREADABLE
 */
export function readTrustAnchors(
  files: readonly string[],
  location?: SourceLocation,
): Promise<readonly PemText[]> {
  return Promise.all(
    files.map(async (file): Promise<PemText> => {
      try {
        return { text: await readFile(file, 'utf8'), source: file };
      } catch (cause) {
        const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
        throw appError('FILE_UNREADABLE', { file, reason }, { location, cause });
      }
    }),
  );
}
