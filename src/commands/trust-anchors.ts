import { readFile } from 'node:fs/promises';
import type { TrustSources } from '../certificates/clients/trust.ts';
import type { PemText } from '../certificates/trust-store.ts';
import type { Config } from '../config/config.ts';
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

/**
 * The trust anchors that a configuration names beside the public ones.
 *
 * @throws FILE_UNREADABLE
 */
export async function readConfiguredTrust({
  trust: { roots, clients },
  file,
}: Pick<Config, 'trust' | 'file'>): Promise<Required<Omit<TrustSources, 'bundled'>>> {
  const read = (files: readonly string[]) => readTrustAnchors(files, { file });
  const own = await read(roots);
  const byClient = [...clients].map(async ([client, files]) => [client, await read(files)] as const);
  return { own, byClient: new Map(await Promise.all(byClient)) };
}
