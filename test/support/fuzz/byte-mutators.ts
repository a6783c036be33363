import type { Random } from './random.ts';

/** Changes octets; `random` decides which and how. `others`: what pieces may be taken from. */
export type Mutator = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

/** Nothing grows beyond this: limits for size are looked at by inputs made for it. */
const MAX_LENGTH = 200_000;

/** Octets at which readers of lengths and numbers change their minds. */
const EDGES = [0x00, 0x01, 0x1f, 0x30, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xfe, 0xff] as const;

const MUTATORS: readonly Mutator[] = [
  (bytes, random) => overwrite(bytes, random, Buffer.of((bytes[0] ?? 0) ^ (1 << random.below(8)))),
  flipBit,
  flipBit,
  (bytes, random) => overwrite(bytes, random, Buffer.of(random.below(256))),
  (bytes, random) => overwrite(bytes, random, Buffer.of(random.pick(EDGES))),
  (bytes, random) => overwrite(bytes, random, Buffer.alloc(1 + random.below(4), random.pick(EDGES))),
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random.below(bytes.length + 1)),
  (bytes, random) => insert(bytes, random, random.bytes(1 + random.below(8))),
  (bytes, random) => insert(bytes, random, pieceOf(bytes, random)),
  (bytes, random) => insert(bytes, random, Buffer.alloc(1 + random.below(2000), random.pick(EDGES))),
  remove,
  splice,
];

/** One to four changes that know nothing of the format. */
export function mutateBytes(bytes: Buffer, random: Random, others: readonly Buffer[] = []): Buffer {
  let mutated = Buffer.from(bytes);
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    mutated = Buffer.from(random.pick(MUTATORS)(mutated, random, others)).subarray(0, MAX_LENGTH);
  }
  return mutated;
}

function flipBit(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return bytes;
}

function overwrite(bytes: Buffer, random: Random, piece: Buffer): Buffer {
  piece.copy(bytes, random.below(bytes.length + 1));
  return bytes;
}

function insert(bytes: Buffer, random: Random, piece: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function remove(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(16))]);
}

/** The beginning of one and the end of another. */
function splice(bytes: Buffer, random: Random, others: readonly Buffer[]): Buffer {
  if (others.length === 0) return remove(bytes, random);
  const other = random.pick(others);
  return Buffer.concat([
    bytes.subarray(0, random.below(bytes.length + 1)),
    other.subarray(random.below(other.length + 1)),
  ]);
}

function pieceOf(bytes: Buffer, random: Random): Buffer {
  const start = random.below(bytes.length + 1);
  return bytes.subarray(start, start + 1 + random.below(64));
}
