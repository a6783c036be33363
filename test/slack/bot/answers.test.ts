import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/slack/block.ts';
import { checkMessage, incidentsMessage, statusMessage } from '../../../src/slack/bot/answers.ts';
import { homeView } from '../../../src/slack/bot/home-view.ts';
import { broken, finding, Simulation, swept } from '../../support/monitoring.ts';

const LONG = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.example.com`;

/** A state with many endpoints, the `broken` ones of them with an incident each. */
function crowd(count: number, isBroken: (index: number) => boolean): Simulation {
  const simulation = new Simulation({ group: 10_000 });
  const endpoints = Array.from({ length: count }, (_, index) => {
    const domain = `r${index}.${LONG}`;
    return isBroken(index) ? broken({ domain }) : swept({ domain });
  });
  simulation.run(endpoints);
  simulation.run(endpoints);
  return simulation;
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'section' ? [block.text.text] : []));
}

describe('statusMessage', () => {
  it('names the worst first, and counts what is more', () => {
    const { blocks, text } = statusMessage(crowd(40, (index) => index === 7).state);
    const lines = textsOf(blocks).join('\n').split('\n').slice(1);
    expect(text).toBe('1 repairable, 39 healthy · 1 open incident');
    expect(lines[0]).toContain('🔴 *r7.');
    expect(lines.at(-1)).toBe('and 25 more');
  });
});

describe.each([
  ['statusMessage', () => statusMessage(crowd(300, () => true).state).blocks],
  [
    'incidentsMessage',
    () => incidentsMessage(crowd(300, () => true).state, { repositoryUrl: undefined }).blocks,
  ],
  ['homeView', () => homeView(crowd(1000, () => true).state).blocks],
  [
    'checkMessage',
    () => {
      const findings = Array.from({ length: 30 }, () =>
        finding({ message: '<!channel> & '.repeat(400), help: 'x'.repeat(5000) }),
      );
      return checkMessage(broken({ domain: LONG, findings })).blocks;
    },
  ],
])('%s', (name, make) => {
  it('stays within the limits of Slack, and calls nobody', () => {
    const blocks = make();
    expect(blocks.length).toBeLessThanOrEqual(name === 'homeView' ? 100 : 50);
    for (const text of textsOf(blocks)) {
      expect(text.length).toBeLessThanOrEqual(3000);
      expect(text).not.toContain('<!');
    }
  });
});
