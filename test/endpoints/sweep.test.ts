import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSweep } from '../../src/endpoints/sweep.ts';

/** What a sweep delivers, and how many endpoints were looked at at a time at the most. */
async function sweepOf(endpoints: readonly number[], concurrency: number) {
  let running = 0;
  let most = 0;
  const sweep = createSweep(async (turns: number) => {
    running += 1;
    most = Math.max(most, running);
    for (let left = turns; left > 0; left -= 1) await turn();
    running -= 1;
    return `${turns} turns`;
  }, concurrency);
  const delivered: string[] = [];
  const progress: number[] = [];
  await sweep(endpoints, {
    deliver: (outcome) => delivered.push(outcome),
    onProgress: (done) => progress.push(done),
  });
  return { delivered, progress, most };
}

describe('createSweep', () => {
  it('delivers in the order of the endpoints, whichever ends first', async () => {
    const { delivered, progress } = await sweepOf([9, 1, 5, 0], 3);
    expect(delivered).toEqual(['9 turns', '1 turns', '5 turns', '0 turns']);
    expect(progress).toEqual([1, 2, 3, 4]);
  });

  it.each([
    { count: 10, concurrency: 3, most: 3 },
    { count: 2, concurrency: 3, most: 2 },
    { count: 0, concurrency: 3, most: 0 },
  ])('looks at $most of $count at a time', async ({ count, concurrency, most }) => {
    const result = await sweepOf(Array.from({ length: count }).fill(2) as number[], concurrency);
    expect(result.most).toBe(most);
    expect(result.delivered).toHaveLength(count);
  });

  it('delivers an outcome that is undefined too', async () => {
    const delivered: undefined[] = [];
    const sweep = createSweep(async () => undefined, 2);
    await sweep([1, 2, 3], { deliver: (outcome) => delivered.push(outcome) });
    expect(delivered).toEqual([undefined, undefined, undefined]);
  });

  it('ends with what the check throws, and delivers nothing more', async () => {
    const delivered: number[] = [];
    const sweep = createSweep(async (endpoint: number) => {
      await turn();
      if (endpoint === 2) throw new Error('two');
      return endpoint;
    }, 2);
    await expect(sweep([1, 2, 3, 4], { deliver: (each) => delivered.push(each) })).rejects.toThrow('two');
    await turn();
    await turn();
    expect(delivered).toEqual([1]);
  });

  it.each(['before', 'during'] as const)('ends with the reason of an abort %s', async (moment) => {
    const controller = new AbortController();
    const delivered: number[] = [];
    const checked: number[] = [];
    const sweep = createSweep(async (endpoint: number) => {
      checked.push(endpoint);
      if (endpoint === 2) controller.abort(new Error('enough'));
      await turn();
      return endpoint;
    }, 1);
    if (moment === 'before') controller.abort(new Error('enough'));
    const terms = { deliver: (each: number) => delivered.push(each), signal: controller.signal };
    await expect(sweep([1, 2, 3], terms)).rejects.toThrow('enough');
    await turn();
    expect(delivered).toEqual(moment === 'before' ? [] : [1]);
    expect(checked).toEqual(moment === 'before' ? [] : [1, 2]);
  });
});
