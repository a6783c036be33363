import { createHash } from 'node:crypto';
import { appError } from '../errors/catalogue.ts';

export const MAX_SHARDS = 256;

/** One part of the endpoints: the `number`th, from 1 on, of `count`. */
export interface Shard {
  readonly number: number;
  readonly count: number;
}

/**
 * `3/8`.
 *
 * @throws USAGE when it is something else
 */
export function parseShard(value: string): Shard {
  const [, number = 0, count = 0] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(value)?.map(Number) ?? [];
  if (number < 1 || number > count || count > MAX_SHARDS) {
    const help = `Use the number of the part and how many there are, such as 3/8; at most ${MAX_SHARDS}.`;
    throw appError('USAGE', { problem: `shard is "${value}"`, help });
  }
  return { number, count };
}

/** The part, from 1 to `count`, that looks at an endpoint. It goes by the name alone: others do not move it. */
export function shardOf(name: string, count: number): number {
  const hash = createHash('sha256').update(name).digest();
  return (hash.readUIntBE(0, 6) % count) + 1;
}

/** `airec-https-shard-3-of-8.json` */
export function shardFileName({ number, count }: Shard): string {
  return `airec-https-shard-${number}-of-${count}.json`;
}
