import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sweep, type SweepPlan } from '../../src/endpoints/sweep.ts';

function planOf<Endpoint, Outcome>(
  check: (endpoint: Endpoint) => Promise<Outcome>,
  concurrency: number,
): SweepPlan<Endpoint, Outcome | string> {
  return { check, concurrency, lost: (endpoint, { message }) => `${String(endpoint)}: ${message}` };
}

/** What a sweep delivers, and how many endpoints were looked at at a time at the most. */
async function sweepOf(endpoints: readonly number[], concurrency: number) {
  let running = 0;
  let most = 0;
  const takeTurns = async (turns: number) => {
    running += 1;
    most = Math.max(most, running);
    for (let left = turns; left > 0; left -= 1) await turn();
    running -= 1;
    return turns;
  };
  const delivered: unknown[] = [];
  const progress: number[] = [];
  await sweep(endpoints, planOf(takeTurns, concurrency), {
    deliver: (outcome) => delivered.push(outcome),
    onProgress: (done) => progress.push(done),
  });
  return { delivered, progress, most };
}

async function throwAtTwo(endpoint: number): Promise<number> {
  await turn();
  if (endpoint === 2) throw new Error('two');
  return endpoint;
}

describe('a sweep in one thread', () => {
  it('delivers in the order of the endpoints, whichever ends first', async () => {
    const { delivered, progress } = await sweepOf([9, 1, 5, 0], 3);
    expect(delivered).toEqual([9, 1, 5, 0]);
    expect(progress).toEqual([1, 2, 3, 4]);
  });

  it.each([
    { count: 10, concurrency: 3, most: 3 },
    { count: 2, concurrency: 3, most: 2 },
    { count: 0, concurrency: 3, most: 0 },
  ])('looks at $most of $count at a time', async ({ count, concurrency, most }) => {
    const result = await sweepOf(
      Array.from({ length: count }, () => 2),
      concurrency,
    );
    expect(result.most).toBe(most);
    expect(result.delivered).toHaveLength(count);
  });

  it('delivers an outcome that is undefined too', async () => {
    const delivered: unknown[] = [];
    const plan = planOf(async () => undefined, 2);
    await sweep([1, 2, 3], plan, { deliver: (outcome) => delivered.push(outcome) });
    expect(delivered).toEqual([undefined, undefined, undefined]);
  });

  it('loses the endpoint at which the check throws, and no other', async () => {
    const delivered: unknown[] = [];
    await sweep([1, 2, 3], planOf(throwAtTwo, 2), { deliver: (each) => delivered.push(each) });
    expect(delivered).toEqual([1, '2: two', 3]);
  });

  it('ends with what cannot be delivered, and delivers nothing more', async () => {
    const delivered: unknown[] = [];
    const full = new Error('disk full');
    const deliver = (endpoint: unknown): void => {
      if (endpoint === 2) throw full;
      delivered.push(endpoint);
    };
    const plan = planOf(async (endpoint: number) => endpoint, 4);
    await expect(sweep([1, 2, 3, 4], plan, { deliver })).rejects.toBe(full);
    await turn();
    expect(delivered).toEqual([1]);
  });

  it.each(['before', 'during'] as const)('ends with the reason of an abort %s', async (moment) => {
    const controller = new AbortController();
    const delivered: unknown[] = [];
    const checked: number[] = [];
    const check = async (endpoint: number) => {
      checked.push(endpoint);
      if (endpoint === 2) controller.abort(new Error('enough'));
      await turn();
      return endpoint;
    };
    if (moment === 'before') controller.abort(new Error('enough'));
    const terms = { deliver: (each: unknown) => delivered.push(each), signal: controller.signal };
    await expect(sweep([1, 2, 3], planOf(check, 1), terms)).rejects.toThrow('enough');
    await turn();
    expect(delivered).toEqual(moment === 'before' ? [] : [1]);
    expect(checked).toEqual(moment === 'before' ? [] : [1, 2]);
  });
});
