import { describe, expect, it } from 'vitest';
import { makeDigest, type WeeklyDigest } from '../../src/monitoring/weekly-digest.ts';
import { digestMessage } from '../../src/slack/digest-message.ts';
import { DAY_MS, iso, Simulation, START } from '../support/monitoring.ts';

const QUIET: WeeklyDigest = {
  from: iso(START - 7 * DAY_MS),
  until: iso(START),
  verdicts: { healthy: 3 },
  open: [],
  resolved: [],
  unknown: [],
  deadlines: [],
  shrinking: [],
  runs: { count: 168, medianDelayMs: 300_000, longestDelayMs: 900_000, longestGapMs: 3_600_000 },
};

function deadline(daysLeft: number, endpoint: string): WeeklyDigest['deadlines'][number] {
  const at = iso(START + daysLeft * DAY_MS);
  return { kind: 'renewal', at, daysLeft, subject: 'CN=leaf', source: null, endpoint };
}

/** Its lines, each section apart. */
function read(digest: WeeklyDigest): readonly (readonly string[])[] {
  return digestMessage(digest, 'test').blocks.map((block) => {
    const { text, elements } = block as { text?: { text: string }; elements?: { text: string }[] };
    return (text?.text ?? elements?.[0]?.text ?? '').split('\n');
  });
}

describe('digestMessage', () => {
  it('is three lines in a quiet week', () => {
    expect(read(QUIET)).toEqual([
      ['airec-https, 25 May to 1 Jun'],
      ['3 healthy · 0 open incidents · 0 resolved'],
      ['168 runs · half of them started 5 min late or less · longest time between two 1 h · from test'],
    ]);
    expect(digestMessage(QUIET, 'test').text).toBe(
      'airec-https, 25 May to 1 Jun: 3 healthy · 0 open incidents · 0 resolved',
    );
  });

  it('says what is open, resolved and coming', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    const open = simulation.only;
    const sections = read({
      ...QUIET,
      open: [open],
      resolved: [{ ...open, endpoint: 'old.example.com:8443' }],
      deadlines: [deadline(-2, 'rec.example.com:443'), deadline(1, 'a.example.com:443')],
      shrinking: ['rec.example.com:443'],
    });
    expect(sections.slice(2, -1)).toEqual([
      ['*Open*', '• 🔴 rec.example.com: certificate chain incomplete, since 1 Jun'],
      ['*Resolved*', '• 🟢 old.example.com:8443: certificate chain incomplete'],
      [
        '*Coming*',
        '• 30 May (overdue): rec.example.com, renewal is due',
        '• 2 Jun (1 day): a.example.com, renewal is due',
      ],
      ['*The next certificate has to live shorter than this one*', '• rec.example.com'],
    ]);
  });

  it('lists what is open of a state, and mentions nobody', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    const now = new Date(simulation.time);
    const digest = makeDigest(simulation.state, [], { now, policy: simulation.policy });
    const message = digestMessage(digest, 'test');
    expect(message.text).toContain('1 repairable · 1 open incident · 0 resolved');
    expect(JSON.stringify(message.blocks)).toContain('rec.example.com: certificate chain incomplete');
    expect(JSON.stringify(message)).not.toMatch(/<[!@]/);
  });

  it('counts what is more than fits, and lets names neither call nor format', () => {
    const names = Array.from({ length: 20 }, (_, index) => `<!channel>*${index}*`);
    const lines = read({ ...QUIET, shrinking: names })[2];
    expect(lines).toHaveLength(10);
    expect(lines?.[1]).toBe('• &lt;!channel&gt;∗0∗');
    expect(lines?.at(-1)).toBe('and 12 more');
  });
});
