import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/emulator.ts';
import { writesOf } from '../support/scenario/call-log.ts';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { SLB } from '../support/scenario/workspace.ts';

const GOOD = 'good.example.com';
const BAD = 'bad.example.com';
const OTHER = { type: 'SLB', instance: 'lb-ai-rec-02' } as const;
const TWO_BALANCERS: EmulatorOptions = {
  instances: [
    { type: 'SLB', id: SLB.instance, edges: 2 },
    { type: 'SLB', id: OTHER.instance, edges: 2 },
  ],
};

type Ingress = typeof SLB | typeof OTHER;

/** Two endpoints, the first with material that has expired. Returns the leaf of the second. */
async function configureTwo(s: Scenario, [first, second]: readonly [Ingress, Ingress]): Promise<string> {
  const { authority } = s.emulator;
  const expired = authority.issue({ names: [BAD], notAfter: new Date('2026-01-01T00:00:00Z') });
  const bad = await s.supply(expired, { file: 'certs/bad.pem', variable: 'BAD_KEY' });
  const good = await s.supply(authority.issue({ names: [GOOD] }), {
    file: 'certs/good.pem',
    variable: 'GOOD_KEY',
  });
  await s.configure({
    endpoints: [
      { domain: BAD, certificate: bad.certificate, ingress: [first] },
      { domain: GOOD, certificate: good.certificate, ingress: [second] },
    ],
  });
  return good.leaf;
}

describe.concurrent('of two endpoints', () => {
  it.each<[string, readonly [Ingress, Ingress]]>([
    ['behind the same balancer', [SLB, SLB]],
    ['behind balancers of their own', [SLB, OTHER]],
  ])('%s the good one is deployed though the other is broken', (_title, ingress) =>
    scenario(async (s) => {
      const leaf = await configureTwo(s, ingress);
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'broken', changed: 'true' } });
      const id = s.emulator.certificates[0]?.id;
      expect(run.outputs['certificate-ids']).toBe(JSON.stringify({ [`${GOOD}:443`]: id }));
      const { instance } = ingress[1];
      expect(writesOf(s.newCalls())).toEqual(['Create upload', `Deploy #1 SLB ${instance}`]);
      expect(await s.served({ domain: GOOD, instance })).toEqual(trusted(leaf, 2));
      expect(await s.mappingRows()).toEqual([`${GOOD}:443 #1`]);
      expect(run.report?.endpoints.map(({ domain, status }) => `${domain} ${status}`)).toEqual([
        `${BAD} broken`,
        `${GOOD} healthy`,
      ]);
      expect(run.annotations[0]).toMatchObject({ title: 'expired-leaf', place: 'certs/bad.pem:1' });
      expect(run.summary).toContain('1 of 2 endpoints');
    }, TWO_BALANCERS)(),
  );

  it(
    'both are mapped at once and bound by one command',
    scenario(async (s) => {
      await s.configure({ endpoints: [{ domain: GOOD }, { domain: BAD, ingress: [OTHER] }] });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
      expect(await s.mappingRows()).toEqual([`${GOOD}:443 #1`, `${BAD}:443 #2`]);
      expect(run.report?.steps.filter(({ name }) => name === 'bind')).toHaveLength(1);
      expect(await s.act()).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } });
    }, TWO_BALANCERS),
  );

  it(
    'one names a balancer that does not exist',
    scenario(async (s) => {
      const unknown = { type: 'SLB', instance: 'lb-unknown' };
      const addresses = s.emulator.edges(OTHER.instance).map(({ ip, port }) => `${ip}:${port}`);
      await s.configure({ endpoints: [{ domain: BAD, ingress: [unknown], addresses }, { domain: GOOD }] });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'broken' } });
      expect(run.annotations[0]).toMatchObject({ title: 'CLOUD_NOT_FOUND' });
      expect(run.annotations[0]?.message).toContain('lb-unknown');
      expect(await s.mappingRows()).toEqual([`${GOOD}:443 #2`]);
    }, TWO_BALANCERS),
  );
});
