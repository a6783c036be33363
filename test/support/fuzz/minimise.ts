import { examine } from './examine.ts';
import type { FuzzTarget, Input, PreparedTarget } from './target.ts';

const MAX_ATTEMPTS = 300;
const MAX_MS = 10_000;

/**
 * A smaller input with a defect of the same kind: parts, then pieces of parts, are left out as long as it stays.
 * A little only: a person is to look at it, not to admire it.
 */
export async function minimise(target: FuzzTarget, prepared: PreparedTarget, input: Input): Promise<Input> {
  const kind = (await examine(target, prepared, input)).defect?.kind;
  // It was slow for another reason, and is not any more.
  if (kind === undefined) return input;
  const startedAt = performance.now();
  let attempts = 0;
  let smallest = input;
  const isExhausted = (): boolean => attempts >= MAX_ATTEMPTS || performance.now() - startedAt > MAX_MS;
  async function shrinksTo(candidate: Input): Promise<boolean> {
    if (isExhausted()) return false;
    attempts += 1;
    if ((await examine(target, prepared, candidate)).defect?.kind !== kind) return false;
    smallest = candidate;
    return true;
  }
  for (let index = smallest.length - 1; index >= 0; index -= 1) await shrinksTo(smallest.toSpliced(index, 1));
  for (let index = 0; index < smallest.length; index += 1) {
    for (let size = Math.ceil((smallest[index]?.length ?? 0) / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < (smallest[index]?.length ?? 0) && !isExhausted();) {
        const part = smallest[index] ?? Buffer.alloc(0);
        const shorter = Buffer.concat([part.subarray(0, at), part.subarray(at + size)]);
        if (!(await shrinksTo(smallest.with(index, shorter)))) at += size;
      }
    }
  }
  return smallest;
}
