import { appError } from '../errors/catalogue.ts';
import type { AppError } from '../errors/app-error.ts';
import { printable } from '../errors/printable.ts';
import type { ClientName } from '../config/config.ts';
import { parseShardFile, type ShardFile } from './shard-file.ts';
import { shardOf } from './shard.ts';
import type { SweptEndpoint } from './swept-endpoint.ts';
import { unseenEndpoint } from './unseen-endpoint.ts';

/** A file of the folder; a text that could not be read says why. */
export interface FoundFile {
  readonly name: string;
  readonly text: string | { readonly unreadable: string };
}

/** What the files are held against. */
export interface MergeTerms {
  /** SHA-256 of the configuration file. */
  readonly configuration: string;
  readonly endpoints: readonly {
    readonly domain: string;
    readonly port: number;
    readonly clients: readonly ClientName[];
  }[];
  readonly vantage: string;
  readonly now: Date;
}

export interface Merged {
  /** In the order of the configuration; `unknown` where a shard is missing. */
  readonly swept: readonly SweptEndpoint[];
  readonly problems: readonly AppError[];
}

/**
 * Joins what the shards of one run saw. A file that cannot be used, or is not the only one of its shard, is as good as
 * missing; endpoints of a missing shard are `unknown`. An error when no file can be used.
 */
export function mergeShards(files: readonly FoundFile[], terms: MergeTerms): Merged | AppError {
  const names = terms.endpoints.map(({ domain, port }) => `${domain}:${port}`);
  const problems: AppError[] = [];
  const usable: { readonly name: string; readonly file: ShardFile }[] = [];
  for (const { name, text } of files) {
    const file = typeof text === 'string' ? parseShardFile(text, { ...terms, names }) : text.unreadable;
    if (typeof file !== 'string') usable.push({ name, file });
    else problems.push(invalid(name, file));
  }
  const count = usable[0]?.file.count;
  if (count === undefined) return problems[0] ?? appError('MONITOR_SHARDS_ABSENT', undefined);
  const byNumber = new Map<number, ShardFile | undefined>();
  for (const { name, file } of usable) {
    if (file.count !== count)
      problems.push(invalid(name, `it is one of ${file.count}, others are of ${count}`));
    else if (byNumber.has(file.number)) {
      problems.push(invalid(name, `there is another of shard ${file.number}, and neither is believed`));
      byNumber.set(file.number, undefined);
    } else byNumber.set(file.number, file);
  }
  const seen = new Map(
    [...byNumber.values()].flatMap((file) => file?.endpoints ?? []).map((each) => [each.name, each]),
  );
  for (let number = 1; number <= count; number += 1) {
    const lost = names.filter((name) => shardOf(name, count) === number && !seen.has(name)).length;
    if (!byNumber.get(number))
      problems.push(appError('MONITOR_SHARD_MISSING', { number, count, endpoints: lost }));
  }
  const swept = terms.endpoints.map(
    (endpoint) => seen.get(`${endpoint.domain}:${endpoint.port}`) ?? missing(endpoint, count, terms),
  );
  return { swept, problems };
}

function missing(
  endpoint: MergeTerms['endpoints'][number],
  count: number,
  { vantage, now }: MergeTerms,
): SweptEndpoint {
  const number = shardOf(`${endpoint.domain}:${endpoint.port}`, count);
  return unseenEndpoint(endpoint, {
    vantage,
    seenAt: now.toISOString(),
    message: `Nobody looked at ${endpoint.domain}: shard ${number} of ${count} is missing`,
    help: 'See why the job of that shard ended without its file, and run it again.',
  });
}

function invalid(file: string, reason: string): AppError {
  return appError('MONITOR_SHARD_INVALID', { file: printable(file), reason });
}
