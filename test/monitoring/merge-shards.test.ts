import { describe, expect, it } from 'vitest';
import { toPem } from '../../src/certificates/pem.ts';
import { AppError } from '../../src/errors/app-error.ts';
import { type FoundFile, mergeShards } from '../../src/monitoring/merge-shards.ts';
import { serialiseShard } from '../../src/monitoring/shard-file.ts';
import { parseShard, shardFileName, shardOf } from '../../src/monitoring/shard.ts';
import type { SweptEndpoint } from '../../src/monitoring/swept-endpoint.ts';
import { server } from '../support/minted-hierarchy.ts';
import { START, swept } from '../support/monitoring.ts';

const COUNT = 3;
const CONFIGURATION = 'c'.repeat(64);
const DOMAINS = Array.from({ length: 20 }, (_, index) => `rec-${index}.example.com`);
const TERMS = {
  configuration: CONFIGURATION,
  endpoints: DOMAINS.map((domain) => ({ domain, port: 443, clients: ['chrome'] as const })),
  vantage: 'merger',
  now: new Date(START),
};

type Facts = Parameters<typeof serialiseShard>[0];

function fileOf(number: number, changes: Partial<Facts> = {}): FoundFile {
  const endpoints = DOMAINS.filter((domain) => shardOf(`${domain}:443`, COUNT) === number).map((domain) =>
    swept({ domain }),
  );
  const facts = {
    number,
    count: COUNT,
    configuration: CONFIGURATION,
    startedAt: new Date(START).toISOString(),
  };
  return {
    name: shardFileName({ number, count: COUNT }),
    text: serialiseShard({ ...facts, endpoints, ...changes }),
  };
}

function withFirst(change: (endpoint: SweptEndpoint) => unknown): FoundFile {
  const { name, text } = fileOf(3);
  if (typeof text !== 'string') throw new Error('the file has no text');
  const file = JSON.parse(text) as { endpoints: SweptEndpoint[] };
  const [first, ...rest] = file.endpoints;
  if (!first) throw new Error('the shard is empty');
  return { name, text: JSON.stringify({ ...file, endpoints: [change(first), ...rest] }) };
}

function merge(...files: readonly FoundFile[]) {
  const merged = mergeShards(files, TERMS);
  if (merged instanceof AppError) return { error: merged.code };
  const unknown = merged.swept.filter(({ verdict }) => verdict === 'unknown').map(({ name }) => name);
  return {
    unknown,
    codes: merged.problems.map(({ code }) => code),
    names: merged.swept.map(({ domain }) => domain),
  };
}

const OF_THREE = DOMAINS.map((domain) => `${domain}:443`).filter((name) => shardOf(name, COUNT) === 3);

describe('mergeShards', () => {
  it('gives every endpoint in the order of the configuration', () => {
    expect(merge(fileOf(2), fileOf(1), fileOf(3))).toEqual({ unknown: [], codes: [], names: DOMAINS });
  });

  it('has what a missing shard should have looked at unknown, with a finding and a problem', () => {
    expect(merge(fileOf(1), fileOf(2))).toEqual({
      unknown: OF_THREE,
      codes: ['MONITOR_SHARD_MISSING'],
      names: DOMAINS,
    });
  });

  const pem = toPem([server().certificate]);
  const repair = {
    leaf: 'a'.repeat(64),
    pem,
    certificates: [],
    satisfies: [],
    leaves: [],
    proofs: [],
  };
  it.each<[string, FoundFile]>([
    ['is no JSON', { name: 'x', text: '{' }],
    ['could not be read', { name: 'x', text: { unreadable: 'EACCES' } }],
    ['is of another configuration', fileOf(3, { configuration: 'd'.repeat(64) })],
    ['is of another run', fileOf(3, { startedAt: new Date(START - 7 * 3_600_000).toISOString() })],
    ['has other endpoints', fileOf(3, { endpoints: [] })],
    ['is of another count', fileOf(3, { count: 4 })],
    ['is shard 4 of 3', fileOf(3, { number: 4 })],
    ['is of another version', { name: 'x', text: JSON.stringify({ version: 2 }) }],
    ['holds a private key', withFirst((first) => ({ ...first, origin: '-----BEGIN PRIVATE KEY-----' }))],
    ['holds control characters', withFirst((first) => ({ ...first, origin: '\u001b[31m' }))],
    ['has an unknown verdict', withFirst((first) => ({ ...first, verdict: 'fine' }))],
    ['says another domain', withFirst((first) => ({ ...first, domain: 'evil.example.com' }))],
    ['has a repair that is no PEM', withFirst((first) => ({ ...first, repairs: [{ ...repair, pem: 'x' }] }))],
    ['has a repair of another leaf', withFirst((first) => ({ ...first, repairs: [repair] }))],
  ])('does not use a file that %s', (_, file) => {
    expect(merge(fileOf(1), fileOf(2), file)).toEqual({
      unknown: OF_THREE,
      codes: ['MONITOR_SHARD_INVALID', 'MONITOR_SHARD_MISSING'],
      names: DOMAINS,
    });
  });

  it('believes neither of two files of one shard', () => {
    expect(merge(fileOf(1), fileOf(2), fileOf(3), fileOf(3))).toMatchObject({
      unknown: OF_THREE,
      codes: ['MONITOR_SHARD_INVALID', 'MONITOR_SHARD_MISSING'],
    });
  });

  it.each<[string, readonly FoundFile[], string]>([
    ['there is none', [], 'MONITOR_SHARDS_ABSENT'],
    ['none can be used', [{ name: 'x', text: '{' }], 'MONITOR_SHARD_INVALID'],
  ])('fails when %s', (_, files, error) => {
    expect(merge(...files)).toEqual({ error });
  });
});

describe('shardOf', () => {
  it('spreads endpoints over all shards, by nothing but their names', () => {
    const counts = new Map<number, number>();
    for (let index = 0; index < 8000; index += 1) {
      const shard = shardOf(`rec-${index}.example.com:443`, 8);
      counts.set(shard, (counts.get(shard) ?? 0) + 1);
    }
    expect(new Set(counts.keys())).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(Math.max(...counts.values())).toBeLessThan(1150);
  });
});

describe('parseShard', () => {
  it('reads the number and the count', () => {
    expect(parseShard('3/8')).toEqual({ number: 3, count: 8 });
  });

  it.each(['0/8', '9/8', '1/257', '3', '3/8/9', ' 3/8', '03/8', '-1/8'])('refuses %s', (value) => {
    expect(() => parseShard(value)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});
