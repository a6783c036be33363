import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppErrors, type AppError } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { readDocument } from './config-document.ts';
import { describeIssues } from './config-problems.ts';
import type { Config } from './config.ts';
import {
  findContestedTargets,
  findDuplicateEndpoints,
  findExposedKeys,
  findForeignIngress,
} from './endpoint-problems.ts';
import { configFileSchema } from './schema.ts';
import { toConfig, type ConfigSource } from './to-config.ts';

const MAX_FILE_BYTES = 4 * 1024 * 1024;

/**
 * Reads and checks the configuration file; paths in it are relative to its folder.
 *
 * @throws CONFIG_NOT_FOUND, CONFIG_UNREADABLE, CONFIG_TOO_LARGE, and as `parseConfig`
 */
export async function loadConfig(file: string): Promise<Config> {
  const absolute = path.resolve(file);
  const text = await readText(file, absolute);
  return parseConfig(text, { file, directory: path.dirname(absolute) });
}

/**
 * The configuration in `text`, with every default filled in and every path absolute. Touches no file.
 *
 * @throws AppErrors with every problem there is, each with line and column (CONFIG_…)
 * @throws CONFIG_EMPTY, CONFIG_WRONG_TYPE when there is no mapping at all
 */
export function parseConfig(text: string, source: ConfigSource): Config {
  const document = readDocument(text, source.file);
  const result = configFileSchema.safeParse(document.value);
  const problems = [
    ...(result.success
      ? [
          ...findForeignIngress(result.data, document),
          ...findContestedTargets(result.data, document),
          ...findExposedKeys(result.data, document),
        ]
      : describeIssues(result.error.issues, document)),
    ...findDuplicateEndpoints(document),
  ];
  if (!result.success || problems.length > 0) throw new AppErrors(problems.toSorted(byPlace));
  return toConfig(result.data, { ...source, document });
}

function byPlace(a: AppError, b: AppError): number {
  const [here, there] = [a.location, b.location];
  return (here?.line ?? 0) - (there?.line ?? 0) || (here?.column ?? 0) - (there?.column ?? 0);
}

async function readText(file: string, absolute: string): Promise<string> {
  const location = { file };
  let bytes: Buffer;
  try {
    const { size } = await stat(absolute);
    if (size > MAX_FILE_BYTES)
      throw appError('CONFIG_TOO_LARGE', { bytes: size, limit: MAX_FILE_BYTES }, { location });
    bytes = await readFile(absolute);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw appError('CONFIG_NOT_FOUND', { path: absolute }, { location, cause: error });
    }
    if (code === 'EISDIR')
      throw appError('CONFIG_UNREADABLE', { reason: 'it is a folder' }, { location, cause: error });
    if (code === 'EACCES')
      throw appError('CONFIG_UNREADABLE', { reason: 'permission denied' }, { location, cause: error });
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw appError('CONFIG_UNREADABLE', { reason: 'it is not UTF-8 text' }, { location, cause: error });
  }
}
