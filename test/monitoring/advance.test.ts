import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  snooze,
  withdrawAcknowledgement,
  withdrawSnooze,
} from '../../src/monitoring/incident-actions.ts';
import { broken, DAY_MS, finding, iso, LEAF, Simulation, swept } from '../support/monitoring.ts';

const QUIET: string[] = [];

/** An endpoint whose leaf ends soon, or has ended. */
function ending(severity: 'warning' | 'error') {
  const id = severity === 'error' ? 'expired-leaf' : 'expires-soon';
  return swept({ verdict: 'degraded', findings: [finding({ id, severity })] });
}

describe('an incident', () => {
  it('opens after two bad runs and is resolved after two good ones', () => {
    const told = new Simulation().series('gbbbgg');
    expect(told).toEqual([QUIET, QUIET, ['opened chain'], QUIET, QUIET, ['resolved chain mended']]);
  });

  it.each([
    ['expired-leaf', 'expiry'],
    ['hostname-mismatch', 'name'],
  ] as const)('opens at once for %s', (id, cause) => {
    const told = new Simulation().run([broken({ findings: [finding({ id })] })]);
    expect(told).toEqual([`opened ${cause}`]);
  });

  it('is forgotten when one run alone saw it', () => {
    const simulation = new Simulation();
    expect(simulation.series('bgggggggg').flat()).toEqual([]);
    expect(simulation.state.incidents).toEqual([]);
  });

  it('takes no notice of other words', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    const reworded = broken({ findings: [finding({ message: 'other words', help: 'Other help.' })] });
    expect(simulation.run([reworded])).toEqual([]);
    expect(simulation.only.facts.findings[0]?.message).toBe('other words');
  });

  it('is edited when other clients fail', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    const clients = broken().clients.map((each) => ({ ...each, accepts: false, byLuck: false }));
    expect(simulation.run([broken({ clients })])).toEqual(['changed chain clients']);
  });

  it('is neither seen nor mended by a run that could not tell, and never pages for it', () => {
    const simulation = new Simulation();
    expect(simulation.series('b?b').flat()).toEqual(['opened chain']);
    expect(simulation.series('????????').flat()).toEqual([]);
    expect(simulation.series('g?g').flat()).toEqual(['resolved chain mended']);
    expect(simulation.state.endpoints[0]?.unknownRuns).toBe(0);
  });

  it('says nothing of an endpoint that nobody can see, however long', () => {
    const simulation = new Simulation();
    expect(simulation.series('?'.repeat(50)).flat()).toEqual([]);
    expect(simulation.state.endpoints[0]?.unknownRuns).toBe(50);
  });

  it('goes on with another leaf that has the same defect, as another incident', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    const leaf = 'c'.repeat(64);
    const addresses = broken().addresses.map((each) => ({ ...each, chain: [leaf] }));
    const leaves = broken().leaves.map((each) => ({ ...each, fingerprint: leaf }));
    const told = simulation.run([broken({ addresses, leaves })]);
    expect(told.toSorted()).toEqual(['opened chain', 'resolved chain superseded']);
  });

  it('is over when its endpoint leaves the configuration', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    expect(simulation.run([], { configured: ['other.example.com:443'] })).toEqual(['resolved chain removed']);
    expect(simulation.state.endpoints).toEqual([]);
  });

  it('stays when its shard is lost', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    expect(simulation.run([], { configured: ['rec.example.com:443'] })).toEqual([]);
    expect(simulation.only.phase).toBe('open');
  });
});

describe('reminders', () => {
  it('come once a day for what pages, also while nobody can tell', () => {
    const simulation = new Simulation();
    const told = simulation.series(`${'b'.repeat(50)}${'?'.repeat(26)}`).flat();
    expect(told).toEqual(['opened chain', 'reminded chain', 'reminded chain', 'reminded chain']);
  });

  it('do not come while it looks mended', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    expect(simulation.run([swept()], { afterMs: 2 * DAY_MS })).toEqual([]);
    expect(simulation.run([broken()])).toEqual(['reminded chain']);
  });

  it('do not come for what was acknowledged, until it is worse', () => {
    const simulation = new Simulation();
    const warned = broken({ findings: [finding({ severity: 'warning' })] });
    simulation.run([warned]);
    simulation.run([warned]);
    const { key } = simulation.only;
    simulation.state = acknowledge(simulation.state, key, { by: '<@U1>', at: iso(simulation.time) });
    expect(simulation.run([warned], { afterMs: 3 * DAY_MS })).toEqual([]);
    expect(simulation.run([broken()])).toEqual(['escalated chain']);
    expect(simulation.only.acknowledgement).toBeNull();
  });

  it('come again for what is no longer acknowledged, and for what was woken', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    const { key } = simulation.only;
    const by = { by: '<@U1>', at: iso(simulation.time) };
    simulation.state = acknowledge(simulation.state, key, by);
    simulation.state = snooze(simulation.state, key, { ...by, until: null });
    simulation.state = withdrawAcknowledgement(simulation.state, key);
    simulation.state = withdrawSnooze(simulation.state, key, 'timed');
    expect(simulation.run([broken()], { afterMs: 3 * DAY_MS })).toEqual([]);
    simulation.state = withdrawSnooze(simulation.state, key, 'lasting');
    expect(simulation.run([broken()])).toEqual(['reminded chain']);
  });

  it('come when a sleep is over', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    const until = iso(simulation.time + 5 * DAY_MS);
    const sleep = { by: '<@U1>', at: iso(simulation.time), until };
    simulation.state = snooze(simulation.state, simulation.only.key, sleep);
    expect(simulation.series('b'.repeat(119)).flat()).toEqual([]);
    expect(simulation.series('b')).toEqual([['reminded chain']]);
    expect(simulation.only.snooze).toBeNull();
  });

  it('wake what sleeps when one more client fails', () => {
    const simulation = new Simulation();
    simulation.series('bb');
    const sleep = { by: '<@U1>', at: iso(simulation.time), until: null };
    simulation.state = snooze(simulation.state, simulation.only.key, sleep);
    expect(simulation.run([broken()], { afterMs: 30 * DAY_MS })).toEqual([]);
    const clients = broken().clients.map((each) => ({ ...each, accepts: false, byLuck: false }));
    expect(simulation.run([broken({ clients })])).toEqual(['escalated chain']);
    expect(simulation.only.snooze).toBeNull();
    expect(simulation.events.at(-1)?.detail).toMatchObject({ woken: true });
  });
});

describe('an expiry', () => {
  it('escalates by the lifetime of the leaf and then pages', () => {
    const simulation = new Simulation();
    const told: string[] = [];
    for (let day = 1; day <= 91; day += 1) {
      const endpoint = day < 60 ? swept() : ending(day > 90 ? 'error' : 'warning');
      told.push(...simulation.run([endpoint], { afterMs: DAY_MS }).map((line) => `${day}: ${line}`));
    }
    expect(told).toEqual([
      '61: opened expiry',
      '76: escalated expiry late',
      '83: escalated expiry urgent',
      '90: escalated expiry last-day',
      '91: escalated expiry expired',
    ]);
  });
});

describe('flapping', () => {
  it('opens what is bad every other run, once, and keeps it open', () => {
    const simulation = new Simulation();
    const told = simulation.series('bg'.repeat(11)).flat();
    expect(told).toEqual(['opened chain']);
    expect(simulation.only.phase).toBe('open');
  });

  it('asks for more good runs each time it comes back', () => {
    const simulation = new Simulation();
    const told = simulation.series('bbgg'.repeat(6)).flat();
    expect(told).toEqual(['opened chain', 'resolved chain mended', 'opened chain again']);
  });

  it('does not tell of two leaves that alternate more than once each', () => {
    const simulation = new Simulation();
    const other = 'c'.repeat(64);
    const second = broken({
      addresses: broken().addresses.map((each) => ({ ...each, chain: [other] })),
      leaves: broken().leaves.map((each) => ({ ...each, fingerprint: other })),
    });
    for (let turn = 0; turn < 10; turn += 1) {
      simulation.run([broken()]);
      simulation.run([second]);
    }
    const opened = simulation.events.filter(({ detail }) => detail.kind === 'opened');
    expect(new Set(opened.map(({ incident }) => incident.leaf))).toEqual(new Set([LEAF, other]));
    expect(opened.length).toBeLessThanOrEqual(3);
  });
});

describe('the monitor itself', () => {
  const missed = { cause: 'missed-runs', severity: 'warn', message: 'm', help: 'h' } as const;

  it('is an incident at once, and over after two good runs', () => {
    const simulation = new Simulation();
    expect(simulation.run([], { conditions: [missed] })).toEqual(['opened missed-runs']);
    expect(simulation.run([], { conditions: undefined })).toEqual([]);
    simulation.run([]);
    expect(simulation.run([])).toEqual(['resolved missed-runs mended']);
  });
});
