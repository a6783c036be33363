import { describe, expect, it } from 'vitest';
import { extendHistory } from '../../src/monitoring/endpoint-history.ts';
import { latencyLetter, latencyOf } from '../../src/monitoring/latency.ts';
import type { EndpointHistory } from '../../src/monitoring/monitor-state.ts';
import { monitorStateSchema } from '../../src/monitoring/state-schema.ts';
import { emptyState } from '../../src/monitoring/monitor-state.ts';
import { DAY_MS, iso, START, swept } from '../support/monitoring.ts';

/** An endpoint on a day, whose addresses took these times. */
function seen(day: number, times: readonly number[], validity?: readonly [number, number]) {
  const [address] = swept().addresses;
  const [leaf] = swept().leaves;
  if (!address || !leaf) throw new Error('a sample without address or leaf');
  const dates = validity && {
    notBefore: iso(START + validity[0] * DAY_MS),
    notAfter: iso(START + validity[1] * DAY_MS),
  };
  return swept({
    seenAt: iso(START + day * DAY_MS),
    addresses: times.map((handshakeMs) => ({ ...address, handshakeMs })),
    leaves: [{ ...leaf, ...dates }],
  });
}

function historyOf(endpoints: readonly ReturnType<typeof seen>[], maxDays = 90): EndpointHistory {
  let history: EndpointHistory | undefined;
  for (const endpoint of endpoints) history = extendHistory(history, endpoint, maxDays);
  if (!history) throw new Error('no endpoint');
  return history;
}

describe('the history of an endpoint', () => {
  it('keeps the slowest handshake of each day, and nothing of days without one', () => {
    const { latency = '', days } = historyOf([seen(0, [10, 40]), seen(0, [20]), seen(2, []), seen(3, [5])]);
    expect(latency.split('').map(latencyOf)).toEqual([38, undefined, undefined, 5]);
    expect(latency.length).toBe(days.length);
  });

  it('keeps the validities that were served one after the other, at most sixteen', () => {
    const { leaves } = historyOf([seen(0, [1], [0, 90]), seen(1, [1], [0, 90]), seen(60, [1], [60, 150])]);
    expect(leaves?.map(({ since }) => since)).toEqual(['2026-06-01', '2026-07-31']);
    const many = Array.from({ length: 30 }, (_, day) => seen(day, [1], [day, day + 6]));
    expect(historyOf(many).leaves).toHaveLength(16);
  });

  it('goes on from one that an earlier program kept, and is no longer than it may be', () => {
    const {
      latency: _latency,
      leaves: _leaves,
      ...old
    } = historyOf([seen(0, [1]), seen(1, [1]), seen(2, [1])]);
    const history = extendHistory(old, seen(4, [1000]), 4);
    expect(history).toMatchObject({ days: 'hh-h', leaves: [{ since: '2026-06-05' }] });
    expect(history.latency?.split('').map(latencyOf)).toEqual([undefined, undefined, 1024]);
    const state = { ...emptyState(), endpoints: [history, { ...old, name: 'old.example.com:443' }] };
    expect(monitorStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });
});

describe('latencyLetter', () => {
  it.each([0, 1, 7, 38, 250, 999, 4000, 7000])('is right to a fifth for %i ms', (milliseconds) => {
    const told = latencyOf(latencyLetter(milliseconds)) ?? 0;
    expect(Math.abs(told - Math.max(milliseconds, 1))).toBeLessThanOrEqual(Math.max(1, milliseconds / 5));
  });

  it('has a letter for any time, and none for none', () => {
    expect(latencyLetter(1e9)).toBe('z');
    expect(latencyOf('-')).toBeUndefined();
  });
});
