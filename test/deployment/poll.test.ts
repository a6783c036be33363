import { describe, expect, it } from 'vitest';
import { type Clock, poll } from '../../src/deployment/poll.ts';

/** A clock that only sleeping moves, and every sleep in order. */
function fakeClock(): { clock: Clock; sleeps: number[]; pass: (milliseconds: number) => void } {
  let nowMs = 0;
  const sleeps: number[] = [];
  const pass = (milliseconds: number): void => {
    nowMs += milliseconds;
  };
  const clock: Clock = {
    now: () => new Date(nowMs),
    sleep(milliseconds) {
      sleeps.push(milliseconds);
      pass(milliseconds);
      return Promise.resolve();
    },
  };
  return { clock, sleeps, pass };
}

function counting(): () => Promise<number> {
  let looks = 0;
  return () => Promise.resolve((looks += 1));
}

describe('poll', () => {
  it('looks once when that settles it', async () => {
    const { clock, sleeps } = fakeClock();
    expect(await poll(counting(), { deadlineMs: 10_000, clock, isSettled: () => true })).toBe(1);
    expect(sleeps).toEqual([]);
  });

  it('looks once without any time', async () => {
    const { clock, sleeps } = fakeClock();
    expect(await poll(counting(), { deadlineMs: 0, clock, isSettled: () => false })).toBe(1);
    expect(sleeps).toEqual([]);
  });

  it('waits longer from look to look, at most 15 seconds', async () => {
    const { clock, sleeps } = fakeClock();
    await poll(counting(), { deadlineMs: 120_000, clock, isSettled: (_seen, look) => look === 13 });
    expect(sleeps.slice(0, 3)).toEqual([250, 400, 640]);
    expect(sleeps.every((pause, index) => pause >= (sleeps[index - 1] ?? 0))).toBe(true);
    expect(sleeps.slice(-2)).toEqual([15_000, 15_000]);
  });

  it('looks once more at the deadline and gives what it saw then', async () => {
    const { clock, sleeps } = fakeClock();
    expect(await poll(counting(), { deadlineMs: 1000, clock, isSettled: () => false })).toBe(4);
    expect(sleeps).toEqual([250, 400, 350]);
  });

  it('counts the time that looking takes', async () => {
    const { clock, sleeps, pass } = fakeClock();
    const look = () => {
      pass(700);
      return Promise.resolve();
    };
    await poll(look, { deadlineMs: 1000, clock, isSettled: () => false });
    expect(sleeps).toEqual([250]);
  });

  it('tells which look it is', async () => {
    const looks: number[] = [];
    const isSettled = (_seen: number, look: number) => looks.push(look) === 3;
    await poll(counting(), { deadlineMs: 10_000, clock: fakeClock().clock, isSettled });
    expect(looks).toEqual([1, 2, 3]);
  });

  it('lets what looking throws through', async () => {
    const { clock } = fakeClock();
    const polling = poll(() => Promise.reject(new Error('no')), {
      deadlineMs: 10_000,
      clock,
      isSettled: () => true,
    });
    await expect(polling).rejects.toThrow('no');
  });
});
