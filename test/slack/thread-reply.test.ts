import { describe, expect, it } from 'vitest';
import type { EventDetail } from '../../src/monitoring/incident-event.ts';
import { digestMessage } from '../../src/slack/digest-message.ts';
import { type ThreadReply, threadReply } from '../../src/slack/thread-reply.ts';
import { makeDigest } from '../../src/monitoring/weekly-digest.ts';
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

describe('digestMessage', () => {
  it('lists what is open and mentions nobody', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    const now = new Date(simulation.time);
    const message = digestMessage(makeDigest(simulation.state, [], { now, policy: simulation.policy }));
    expect(message.text).toContain('1 repairable · 1 open incident · 0 resolved');
    expect(JSON.stringify(message.blocks)).toContain('rec.example.com: certificate chain incomplete');
    expect(JSON.stringify(message)).not.toMatch(/<[!@]/);
  });
});
