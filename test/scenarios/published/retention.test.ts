import { describe, expect, it } from 'vitest';
import { type Scenario, scenario } from '../../support/scenario/scenario.ts';
import { DOMAIN } from '../../support/scenario/workspace.ts';

const DAY_MS = 86_400_000;
const CLB = { type: 'CLB', id: 'lb-1', edges: 1 } as const;

const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS);

/** Deploys a certificate that became valid so many days ago; gives its id. */
async function deployOne(s: Scenario, days: number, retention: object | undefined): Promise<string> {
  const issued = s.emulator.authority.issue({
    names: [DOMAIN],
    notBefore: ago(days),
    notAfter: ago(days - 200),
  });
  const { certificate } = await s.supply(issued);
  await s.configure({
    cas: { endpoint: s.emulator.endpoint, ...(retention ? { retention } : {}) },
    endpoints: [{ certificate, ingress: [{ type: 'CLB', instance: CLB.id }] }],
  });
  const run = await s.act();
  expect(run.exitCode).toBe(0);
  return run.report?.endpoints[0]?.certificateId ?? '';
}

const ids = (s: Scenario): readonly string[] => s.emulator.certificates.map(({ id }) => id);

const play = (work: (s: Scenario) => Promise<void>) =>
  scenario(work, { api: '2020-04-07', instances: [CLB] });

describe.concurrent('superseded certificates', () => {
  it(
    'are deleted but for the newest, when they are asked to be',
    play(async (s) => {
      const retention = { 'grace-days': 5 };
      await deployOne(s, 100, undefined);
      const second = await deployOne(s, 60, undefined);
      s.emulator.place({
        instanceId: CLB.id,
        chainPem: s.emulator.certificates[1]?.chainPem ?? '',
        keyPem: s.variables['REC_EXAMPLE_COM_KEY'] ?? '',
      });
      const [foreign] = ids(s).slice(-1);
      const third = await deployOne(s, 10, retention);
      expect(ids(s)).toEqual([second, foreign, third]);
    }),
  );

  it(
    'stay while the one that replaced them is young, and when nobody asks',
    play(async (s) => {
      const first = await deployOne(s, 100, undefined);
      const second = await deployOne(s, 60, undefined);
      const third = await deployOne(s, 3, { 'grace-days': 5 });
      expect(ids(s)).toEqual([first, second, third]);
    }),
  );
});
