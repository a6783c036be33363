import { describe, expect, it } from 'vitest';
import { broken, DAY_MS, Simulation, swept } from '../support/monitoring.ts';

describe('a group', () => {
  const names = Array.from({ length: 30 }, (_, index) => `rec${index}.example.com`);
  const all = (make: typeof broken) => names.map((domain) => make({ domain }));

  it('tells of 30 endpoints in one message, and is over with the last of them', () => {
    const simulation = new Simulation();
    expect(simulation.run(all(broken))).toEqual([]);
    expect(simulation.run(all(broken))).toEqual(['grouped chain']);
    expect(simulation.events[0]?.members.map(({ endpoint }) => endpoint)).toHaveLength(30);
    expect(simulation.run(all(broken))).toEqual([]);
    const [last, ...others] = names;
    const nearly = [...others.map((domain) => swept({ domain })), broken({ domain: last ?? '' })];
    expect(simulation.run(nearly)).toEqual([]);
    expect(simulation.run(nearly)).toEqual(['changed chain members']);
    expect(simulation.events.at(-1)?.members.map(({ endpoint }) => endpoint)).toEqual([
      'rec0.example.com:443',
    ]);
    simulation.run(all(swept));
    expect(simulation.run(all(swept))).toEqual(['resolved chain mended']);
  });

  it('takes in what opens later', () => {
    const simulation = new Simulation();
    const most = [...names.slice(1).map((domain) => broken({ domain })), swept({ domain: names[0] ?? '' })];
    simulation.run(most);
    simulation.run(most);
    simulation.run(all(broken));
    expect(simulation.run(all(broken))).toEqual(['changed chain members']);
    expect(simulation.events.at(-1)?.incident.members).toHaveLength(30);
  });

  it('is not made of four', () => {
    const simulation = new Simulation();
    const four = all(broken).slice(0, 4);
    simulation.run(four);
    expect(simulation.run(four)).toEqual(Array.from({ length: 4 }, () => 'opened chain'));
  });

  it('reminds once for all', () => {
    const simulation = new Simulation();
    simulation.run(all(broken));
    simulation.run(all(broken));
    expect(simulation.run(all(broken), { afterMs: DAY_MS })).toEqual(['reminded chain']);
  });
});
