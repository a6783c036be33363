import { threadId } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { createThreadedSweep, threadsFor, type ThreadTerms } from '../../src/endpoints/sweep-threads.ts';

interface Outcome {
  readonly endpoint: string;
  /** Undefined for what was lost. */
  readonly thread: number | undefined;
}

const TERMS: ThreadTerms<string, Outcome> = {
  file: new URL('../support/sweep-thread.ts', import.meta.url),
  data: undefined,
  threads: 2,
  concurrency: 4,
  lost: (endpoint, error) => ({ endpoint: `${endpoint}: ${error.message}`, thread: undefined }),
};

async function sweepOf(endpoints: readonly string[], signal?: AbortSignal) {
  const delivered: Outcome[] = [];
  const progress: number[] = [];
  await createThreadedSweep(TERMS)(endpoints, {
    deliver: (outcome) => delivered.push(outcome),
    onProgress: (done) => progress.push(done),
    signal,
  });
  return { names: delivered.map(({ endpoint }) => endpoint), delivered, progress };
}

const HUNDRED = Array.from({ length: 100 }, (_, index) => (index % 10 === 0 ? 'late' : `e${index}`));

describe('createThreadedSweep', () => {
  it('delivers in the order of the endpoints what other threads found', async () => {
    const { names, delivered, progress } = await sweepOf(HUNDRED);
    expect(names).toEqual(HUNDRED);
    expect(delivered.every(({ thread }) => thread !== undefined && thread !== threadId)).toBe(true);
    expect(progress.at(-1)).toBe(100);
  });

  it('delivers nothing for no endpoints', async () => {
    expect((await sweepOf([])).names).toEqual([]);
  });

  it.each([
    ['exit', 'exit code 7'],
    ['throw', 'thrown'],
  ])('loses the endpoint at which threads die by %s, and no other', async (death, why) => {
    const endpoints = [...HUNDRED.slice(0, 30), death, ...HUNDRED.slice(30), death];
    const { names } = await sweepOf(endpoints);
    expect(names).toEqual(endpoints.map((each) => (each === death ? `${death}: ${why}` : each)));
  });

  it('survives endpoints that all kill their thread', async () => {
    expect((await sweepOf(['exit', 'exit', 'exit'])).names).toHaveLength(3);
  });

  it('fails when a thread cannot start', async () => {
    const sweep = createThreadedSweep({ ...TERMS, data: 'broken' });
    await expect(sweep(['a'], { deliver: () => undefined })).rejects.toMatchObject({
      code: 'SWEEP_THREAD_FAILED',
    });
  });

  it('fails when what is delivered cannot be taken', async () => {
    const full = new Error('disk full');
    const deliver = ({ endpoint }: Outcome): void => {
      if (endpoint === 'b') throw full;
    };
    await expect(createThreadedSweep(TERMS)(['a', 'b'], { deliver })).rejects.toBe(full);
  });

  it('ends its threads with the reason of an abort', async () => {
    const controller = new AbortController();
    const delivered: Outcome[] = [];
    const ended = createThreadedSweep(TERMS)(['a', 'hang', 'b'], {
      deliver: (outcome) => {
        delivered.push(outcome);
        controller.abort(new Error('enough'));
      },
      signal: controller.signal,
    });
    await expect(ended).rejects.toThrow('enough');
    expect(delivered.map(({ endpoint }) => endpoint)).toEqual(['a']);
  });

  it('starts nothing when it is aborted already', async () => {
    await expect(sweepOf(['a'], AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});

describe('threadsFor', () => {
  it.each([0, 1, 150])('has %i endpoints swept in the main thread', (count) => {
    expect(threadsFor(count)).toBe(1);
  });

  it('never starts more than eight threads', () => {
    expect(threadsFor(1_000_000)).toBeLessThanOrEqual(8);
  });
});
