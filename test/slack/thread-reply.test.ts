import { describe, expect, it } from 'vitest';
import type { EventDetail } from '../../src/monitoring/incident-event.ts';
import { type ThreadReply, threadReply } from '../../src/slack/thread-reply.ts';
import { Simulation } from '../support/monitoring.ts';

const MENTION = '<!here>';

function replyTo(detail: EventDetail): ThreadReply | undefined {
  const simulation = new Simulation();
  simulation.series('bb');
  const [event] = simulation.events;
  if (!event) throw new Error('nothing happened');
  return threadReply({ ...event, detail }, MENTION);
}

const from = { severity: 'warn', stage: null, refusedBy: [] } as const;

describe('threadReply', () => {
  it.each<[EventDetail, calls: boolean, loud: boolean]>([
    [{ kind: 'opened', again: true }, true, true],
    [{ kind: 'changed', changes: ['clients'] }, false, false],
    [{ kind: 'reminded' }, true, false],
    [{ kind: 'escalated', from, woken: true }, true, true],
    [{ kind: 'resolved', resolution: 'mended', openMs: 60_000 }, false, false],
  ])('tells %j', (detail, calls, loud) => {
    const reply = replyTo(detail);
    expect(reply?.text.includes(MENTION)).toBe(calls);
    expect(reply?.loud).toBe(loud);
  });

  it('leaves what is new to the message', () => {
    expect(replyTo({ kind: 'opened', again: false })).toBeUndefined();
  });
});
