import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/slack/bot/parse-command.ts';

const HOUR_MS = 3_600_000;

describe('parseCommand', () => {
  it.each([
    ['', { verb: 'status' }],
    ['  Status ', { verb: 'status' }],
    ['check rec.example.com', { verb: 'check', subject: 'rec.example.com' }],
    ['check <http://rec.example.com|rec.example.com>', { verb: 'check', subject: 'rec.example.com' }],
    ['ack 0123abcd', { verb: 'ack', subject: '0123abcd' }],
    ['snooze rec.example.com', { verb: 'snooze', subject: 'rec.example.com', forMs: 24 * HOUR_MS }],
    ['snooze rec.example.com 7d', { verb: 'snooze', subject: 'rec.example.com', forMs: 168 * HOUR_MS }],
    ['snooze rec.example.com until-renewal', { verb: 'snooze', subject: 'rec.example.com', forMs: null }],
  ])('reads "%s"', (text, expected) => {
    expect(parseCommand(text)).toEqual(expected);
  });

  it.each([
    ['statsu', 'Did you mean `status`?'],
    ['check', '`check` needs a domain.'],
    ['ack', '`ack` needs a domain or the id of an incident.'],
    ['check a.example b.example', 'and nothing more'],
    ['snooze a.example 0h', 'is no time'],
    ['snooze a.example 31d', 'is no time'],
    ['snooze a.example 1w', 'is no time'],
    ['snooze a.example 1h more', 'and nothing more'],
    ['x'.repeat(5000), 'There is no command'],
  ])('explains "%s"', (text, problem) => {
    const command = parseCommand(text);
    expect(command.verb === 'unknown' ? command.problem : '').toContain(problem);
  });
});
