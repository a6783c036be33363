import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same label, on every machine. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** True once in `times`, on average. */
  oneIn(times: number): boolean;
  /** One of `choices`, which are not empty. */
  pick<Choice>(choices: readonly Choice[]): Choice;
  bytes(length: number): Buffer;
}

/** A generator of its own for each label, such as `7 certificate 42`: no case depends on those before it. */
export function createRandom(label: string): Random {
  const digest = createHash('sha256').update(label).digest();
  const state = [digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), 1] as const;
  let [a, b, c, counter]: [number, number, number, number] = [...state];
  // sfc32 of PractRand: 32 bits at a time, with a counter against short cycles.
  function next(): number {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  }
  const below = (limit: number): number => next() % limit;
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick(choices) {
      const [first] = choices;
      if (first === undefined) throw new Error('there is nothing to pick from');
      return choices[below(choices.length)] ?? first;
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}
