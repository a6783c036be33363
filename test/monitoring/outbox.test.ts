import { describe, expect, it } from 'vitest';
import { advance } from '../../src/monitoring/advance.ts';
import { emptyState, type MonitorState } from '../../src/monitoring/monitor-state.ts';
import { noticesOf, recordDelivered, recordFailed } from '../../src/monitoring/outbox.ts';
import type { SweptEndpoint } from '../../src/monitoring/swept-endpoint.ts';
import { broken, DAY_MS, HOUR_MS, POLICY, runAt, START, swept } from '../support/monitoring.ts';

const MESSAGE = { channel: 'C1', ts: '1.2' };

/** Runs an hour apart of which nothing is delivered. */
function undelivered(endpoints: readonly SweptEndpoint[], everyMs = HOUR_MS): MonitorState {
  return endpoints.reduce(
    (state, endpoint, index) => advance(state, runAt(START + index * everyMs, [endpoint]), POLICY).state,
    emptyState(),
  );
}

describe('the outbox', () => {
  it('keeps one notice for an incident while nothing can be delivered', () => {
    const days = Array.from({ length: 10 }, () => broken());
    const { outbox } = undelivered(days, DAY_MS);
    expect(outbox.map(({ detail }) => detail.kind)).toEqual(['opened']);
  });

  it('tells of what is over before anybody heard of it, once', () => {
    const { outbox } = undelivered([broken(), broken(), swept(), swept()]);
    expect(outbox.map(({ detail }) => detail.kind)).toEqual(['resolved']);
  });

  it('tells the latest of what came after the message', () => {
    let state = undelivered([broken(), broken()]);
    state = recordDelivered(state, state.outbox[0]?.id ?? '', MESSAGE);
    expect(state.outbox).toEqual([]);
    expect(state.incidents[0]?.links.message).toEqual(MESSAGE);
    const repairable = broken({ origin: 'CAS has 1 certificate' });
    const later = START + 2 * HOUR_MS;
    state = advance(state, runAt(later + DAY_MS, [broken()]), POLICY).state;
    state = advance(state, runAt(later + DAY_MS + HOUR_MS, [repairable]), POLICY).state;
    expect(state.outbox.map(({ detail }) => detail.kind)).toEqual(['reminded']);
  });

  it('gives a notice to one run, and to the next when that did not deliver it', () => {
    const state = undelivered([broken(), broken()]);
    const at = START + HOUR_MS;
    expect(noticesOf(state, `run-${at}`)).toHaveLength(1);
    const overlapping = advance(state, runAt(at + 60_000, [broken()]), POLICY).state;
    expect(noticesOf(overlapping, `run-${at + 60_000}`)).toEqual([]);
    expect(noticesOf(overlapping, `run-${at}`)).toHaveLength(1);
    const next = advance(overlapping, runAt(at + HOUR_MS, [broken()]), POLICY).state;
    expect(noticesOf(next, `run-${at + HOUR_MS}`)).toMatchObject([{ detail: { kind: 'opened' } }]);
  });

  it('gives back what failed, with why', () => {
    const state = undelivered([broken(), broken()]);
    const failed = recordFailed(state, state.outbox[0]?.id ?? '', 'not_in_channel');
    expect(failed.outbox).toMatchObject([{ claim: null, attempts: 1, problem: 'not_in_channel' }]);
    const at = START + HOUR_MS + 1000;
    const next = advance(failed, runAt(at, [broken()]), POLICY).state;
    expect(noticesOf(next, `run-${at}`)).toHaveLength(1);
  });

  it('does nothing about what was delivered before', () => {
    const state = undelivered([swept()]);
    expect(recordDelivered(state, 'unknown', MESSAGE)).toBe(state);
  });
});
