import { describe, expect, it } from 'vitest';
import { sweep, type SweepPlan } from '../../src/endpoints/sweep.ts';
import { threadsFor } from '../../src/endpoints/sweep-size.ts';

const FILE = new URL('../support/sweep-thread.ts', import.meta.url);

/** This thread is held up at its first endpoint, `here`, until the others have done the rest. */
function planOf(data?: 'broken') {
  const held = Promise.withResolvers<void>();
  const plan: SweepPlan<string, string> = {
    check: async (endpoint) => {
      await held.promise;
      return `${endpoint} in the main thread`;
    },
    lost: (endpoint, error) => `${endpoint}: ${error.message}`,
    concurrency: 4,
    threads: { count: 2, file: FILE, data },
  };
  return { plan, release: held.resolve };
}

/** As many as this thread takes at once. */
const HERE = ['here', 'here', 'here', 'here'];
const HUNDRED = Array.from({ length: 100 }, (_, index) => (index % 10 === 0 ? 'late' : `e${index}`));

/** What is delivered for `endpoints`, without where it was found. */
async function sweepOf(endpoints: readonly string[]) {
  const { plan, release } = planOf();
  const delivered: string[] = [];
  const progress: number[] = [];
  await sweep([...HERE, ...endpoints], plan, {
    deliver: (outcome) => delivered.push(outcome),
    onProgress: (done) => {
      progress.push(done);
      if (done === endpoints.length) release();
    },
  });
  const outcomes = delivered.slice(HERE.length);
  return { outcomes, names: outcomes.map((outcome) => outcome.replace(/ in \d+$/, '')), progress };
}

describe('a sweep in several threads', () => {
  it('delivers in the order of the endpoints what other threads found', async () => {
    const { outcomes, names, progress } = await sweepOf(HUNDRED);
    expect(names).toEqual(HUNDRED);
    expect(outcomes.filter((outcome) => outcome.includes('main thread'))).toEqual([]);
    expect(progress.at(-1)).toBe(HUNDRED.length + HERE.length);
  });

  it.each([
    ['exit', 'the thread ended with exit code 7'],
    ['throw', 'thrown'],
  ])('loses the endpoint at which a thread ends by %s, and no other', async (death, why) => {
    const endpoints = [...HUNDRED.slice(0, 30), death, ...HUNDRED.slice(30), death];
    const { names } = await sweepOf(endpoints);
    expect(names).toEqual(endpoints.map((each) => (each === death ? `${death}: ${why}` : each)));
  });

  it('survives endpoints that all kill their thread', async () => {
    const why = 'exit: the thread ended with exit code 7';
    expect((await sweepOf(['exit', 'exit', 'exit'])).names).toEqual([why, why, why]);
  });

  it('fails when a thread cannot start', async () => {
    const { plan } = planOf('broken');
    await expect(sweep(['a'], plan, { deliver: () => undefined })).rejects.toMatchObject({
      code: 'SWEEP_THREAD_FAILED',
    });
  });

  it('ends its threads with the reason of an abort', async () => {
    const controller = new AbortController();
    const terms = {
      deliver: () => undefined,
      onProgress: () => controller.abort(new Error('enough')),
      signal: controller.signal,
    };
    await expect(sweep([...HERE, 'hang', 'a'], planOf().plan, terms)).rejects.toThrow('enough');
  });
});

describe('threadsFor', () => {
  it.each([0, 1, 150, 299])('starts none for %i endpoints', (count) => {
    expect(threadsFor(count)).toBe(0);
  });

  it('never starts more than seven', () => {
    expect(threadsFor(1_000_000)).toBeLessThanOrEqual(7);
  });
});
