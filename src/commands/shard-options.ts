import { appError } from '../errors/catalogue.ts';
import { parseShard, type Shard } from '../monitoring/shard.ts';

export interface ShardChoice {
  /** Look at this part alone, and write a file. */
  readonly shard: Shard | undefined;
  /** The folder with those files, instead of a look. */
  readonly shards: string | undefined;
}

/**
 * `shard` and `shards` as they are given, where an empty text is none.
 *
 * @throws USAGE when both are given, or `shard` is not such as 3/8
 */
export function parseShardOptions({
  shard = '',
  shards = '',
}: {
  readonly shard?: string | undefined;
  readonly shards?: string | undefined;
}): ShardChoice {
  if (shard !== '' && shards !== '') {
    throw appError('USAGE', {
      problem: 'shard and shards are both given',
      help: 'Give shard to the jobs that look, and shards to the one that merges what they saw.',
    });
  }
  return { shard: shard === '' ? undefined : parseShard(shard), shards: shards === '' ? undefined : shards };
}
