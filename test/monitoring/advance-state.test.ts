import { describe, expect, it } from 'vitest';
import { advance } from '../../src/monitoring/advance.ts';
import { emptyState } from '../../src/monitoring/monitor-state.ts';
import { parseState, serialiseState } from '../../src/monitoring/parse-state.ts';
import { createRandom } from '../support/fuzz/random.ts';
import {
  broken,
  DAY_MS,
  HOUR_MS,
  POLICY,
  runAt,
  silent,
  Simulation,
  START,
  swept,
} from '../support/monitoring.ts';

describe('a state', () => {
  it('is not changed by a run that was applied before', () => {
    const run = runAt(START, [broken()]);
    const { state } = advance(emptyState(), run, POLICY);
    expect(advance(state, run, POLICY)).toEqual({ state, events: [] });
  });

  it('is the same whichever of two overlapping runs over different endpoints comes first', () => {
    const configured = ['a.example.com:443', 'b.example.com:443'];
    const first = runAt(START, [broken({ domain: 'a.example.com' })], { configured });
    const second = runAt(START + 1000, [broken({ domain: 'b.example.com' })], { configured });
    const apply = (runs: (typeof first)[]) =>
      runs.reduce((state, run) => advance(state, run, POLICY).state, emptyState());
    expect(apply([first, second])).toEqual(apply([second, first]));
  });

  it('does not take two looks at one moment for two witnesses', () => {
    const late = advance(emptyState(), runAt(START + 1000, [broken()]), POLICY).state;
    const { events } = advance(late, runAt(START, [broken()], { id: 'overlapping' }), POLICY);
    expect(events).toEqual([]);
  });

  it('outlives being kept, at any moment of a random life', () => {
    const random = createRandom('monitor life');
    const simulation = new Simulation({ historyDays: 7 });
    for (let step = 0; step < 300; step += 1) {
      const make = random.pick([broken, swept, swept, silent]);
      simulation.run([make()], { afterMs: random.pick([HOUR_MS, 3 * HOUR_MS, DAY_MS]) });
      expect(parseState(serialiseState(simulation.state))).toEqual({
        kind: 'state',
        state: simulation.state,
        migratedFrom: null,
      });
    }
    expect(simulation.state.runs.length).toBeLessThanOrEqual(200);
    expect(simulation.state.endpoints[0]?.days.length).toBeLessThanOrEqual(7);
  });
});

describe('in any life of an endpoint', () => {
  it.each(Array.from({ length: 20 }, (_, index) => index))(
    'no page is silent and nothing is told twice (%i)',
    (seed) => {
      const random = createRandom(`incident ${seed}`);
      const simulation = new Simulation();
      const makes = [broken, broken, swept, silent];
      for (let step = 0; step < 200; step += 1) {
        const streak = random.pick(makes);
        for (let run = random.below(6); run >= 0; run -= 1) {
          simulation.run([streak()]);
          for (const incident of simulation.state.incidents) {
            if (incident.phase !== 'open' || incident.severity !== 'page') continue;
            const sinceMs = simulation.time - Date.parse(incident.notifiedAt ?? '');
            expect(incident.announced).toBe(true);
            expect(sinceMs).toBeLessThan(incident.goodRuns > 0 ? Infinity : DAY_MS);
          }
        }
      }
      const ids = simulation.events.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      // Opened and resolved take turns.
      const turns = simulation.events
        .map(({ detail }) => detail.kind)
        .filter((kind) => /opened|resolved/.test(kind));
      expect(turns.every((kind, index) => kind === (index % 2 === 0 ? 'opened' : 'resolved'))).toBe(true);
    },
  );
});
