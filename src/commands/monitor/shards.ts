import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config/config.ts';
import { AppError } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';
import { type Merged, mergeShards, type FoundFile } from '../../monitoring/merge-shards.ts';
import { serialiseShard } from '../../monitoring/shard-file.ts';
import { type Shard, shardFileName, shardOf } from '../../monitoring/shard.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { look, type LookTerms } from './look.ts';

/** 10,000 endpoints with a repair each have less. */
const MAX_BYTES = 128 * 1024 * 1024;
const MAX_FILES = 1000;

/** Looks at the endpoints of one shard alone. */
export function lookAtShard(
  config: Config,
  { number, count }: Shard,
  terms: LookTerms,
): Promise<readonly SweptEndpoint[]> {
  const isOurs = ({ domain, port }: Config['endpoints'][number]): boolean =>
    shardOf(`${domain}:${port}`, count) === number;
  return look(config, terms, config.endpoints.filter(isOurs));
}

/**
 * Writes what a shard saw into `folder`; returns the path.
 *
 * @throws FILE_UNREADABLE, REPORT_NOT_WRITABLE
 */
export async function writeShard(
  folder: string,
  shard: Shard,
  facts: {
    readonly configFile: string;
    readonly startedAt: string;
    readonly endpoints: readonly SweptEndpoint[];
  },
): Promise<string> {
  const { configFile, startedAt, endpoints } = facts;
  const file = path.resolve(folder, shardFileName(shard));
  const text = serialiseShard({ ...shard, configuration: await digestOf(configFile), startedAt, endpoints });
  try {
    await writeFile(file, text);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    throw appError('REPORT_NOT_WRITABLE', { file, reason }, { cause });
  }
  return file;
}

/**
 * What the shards saw whose files are in `folder`, or in folders in it, as artifacts are downloaded.
 *
 * @throws FILE_UNREADABLE for the folder or the configuration
 * @throws MONITOR_SHARDS_ABSENT, MONITOR_SHARD_INVALID when no file can be used
 */
export async function readShards(
  folder: string,
  {
    config,
    configFile,
    vantage,
  }: { readonly config: Config; readonly configFile: string; readonly vantage: string },
): Promise<Merged> {
  const files = await Promise.all((await shardFiles(folder)).map(readShard));
  const configuration = await digestOf(configFile);
  const merged = mergeShards(files, { configuration, endpoints: config.endpoints, vantage, now: new Date() });
  if (merged instanceof AppError) throw merged;
  return merged;
}

async function shardFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names
      .filter(isShard)
      .toSorted()
      .slice(0, MAX_FILES)
      .map((name) => path.join(folder, name));
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    if (reason === 'ENOENT') return [];
    throw appError('FILE_UNREADABLE', { file: folder, reason }, { cause });
  }
}

function isShard(name: string): boolean {
  return /^airec-https-shard-.*\.json$/.test(path.basename(name));
}

async function readShard(file: string): Promise<FoundFile> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES)
      return { name: file, text: { unreadable: `it has ${size} bytes, at most ${MAX_BYTES} are read` } };
    return { name: file, text: await readFile(file, 'utf8') };
  } catch (cause) {
    return { name: file, text: { unreadable: (cause as NodeJS.ErrnoException).code ?? 'it cannot be read' } };
  }
}

async function digestOf(file: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    throw appError('FILE_UNREADABLE', { file, reason }, { cause });
  }
}
