import { z } from 'zod';
import { parseBundle } from '../certificates/pem.ts';
import { AppError } from '../errors/app-error.ts';
import { printable } from '../errors/printable.ts';
import { MAX_SHARDS, type Shard, shardOf } from './shard.ts';
import type { SweptEndpoint, SweptRepair } from './swept-endpoint.ts';
import { sweptEndpointSchema } from './swept-schema.ts';

const VERSION = 1;
/** An artifact of an earlier run that was left in the folder says nothing about now. */
const MAX_AGE_MS = 6 * 3_600_000;

/** What a shard saw, as it is kept in its file. */
export interface ShardFile extends Shard {
  readonly version: typeof VERSION;
  /** SHA-256 of the configuration file. */
  readonly configuration: string;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly endpoints: readonly SweptEndpoint[];
}

/** What the files of a run must agree with. */
export interface ShardTerms {
  readonly configuration: string;
  /** Of every endpoint of the configuration. */
  readonly names: readonly string[];
  readonly now: Date;
}

const shardNumber = z.int().min(1).max(MAX_SHARDS);
const schema: z.ZodType<ShardFile> = z.object({
  version: z.literal(VERSION),
  number: shardNumber,
  count: shardNumber,
  configuration: z.string().regex(/^[0-9a-f]{64}$/),
  startedAt: z.iso.datetime(),
  endpoints: z.array(sweptEndpointSchema),
});

export function serialiseShard(facts: Omit<ShardFile, 'version'>): string {
  return `${JSON.stringify({ version: VERSION, ...facts } satisfies ShardFile)}\n`;
}

/** Reads a file of a shard, of which nothing is believed. A string says in one printable sentence what is wrong with it. */
export function parseShardFile(text: string, terms: ShardTerms): ShardFile | string {
  if (/PRIVATE KEY/i.test(text)) return 'it holds a private key';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  const version: unknown = typeof json === 'object' && json !== null && Reflect.get(json, 'version');
  if (typeof version === 'number' && version !== VERSION) {
    return `it has version ${version}, expected ${VERSION}: all jobs must use the same airec-https`;
  }
  const { data, error } = schema.safeParse(json);
  if (!data) {
    const [issue] = error.issues;
    return printable(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}`);
  }
  return disagreement(data, terms) ?? data;
}

function disagreement(file: ShardFile, { configuration, names, now }: ShardTerms): string | undefined {
  const { number, count, endpoints } = file;
  if (number > count) return `it is shard ${number} of ${count}`;
  if (file.configuration !== configuration) return 'it was made with another configuration';
  const age = Math.abs(now.getTime() - Date.parse(file.startedAt));
  if (age > MAX_AGE_MS) return `it is of ${file.startedAt}, and is of another run`;
  const expected = names.filter((name) => shardOf(name, count) === number);
  if (endpoints.length !== expected.length || endpoints.some(({ name }, at) => name !== expected[at])) {
    return `its endpoints are not those of shard ${number} of ${count}`;
  }
  for (const { name, domain, port, repairs } of endpoints) {
    if (name !== `${domain}:${port}`) return `${name} is said to be ${printable(domain)}:${port}`;
    const problem = repairs.map(problemOfRepair).find((each) => each !== undefined);
    if (problem !== undefined) return `the repair of ${name}: ${problem}`;
  }
  return undefined;
}

/** Its certificates are read again: what is proposed to people is what was parsed. */
function problemOfRepair({ leaf, pem, certificates }: SweptRepair): string | undefined {
  try {
    const bundle = parseBundle(pem, 'its PEM');
    const isSame =
      bundle[0].fingerprint === leaf &&
      bundle.length === certificates.length &&
      bundle.every(({ fingerprint }, at) => fingerprint === certificates[at]?.fingerprint);
    return isSame ? undefined : 'its PEM holds other certificates than it says';
  } catch (error) {
    if (error instanceof AppError) return printable(error.message);
    throw error;
  }
}
