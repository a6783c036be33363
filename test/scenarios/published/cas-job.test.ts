import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../../src/emulator/emulator.ts';
import { leafOf } from '../../support/scenario/material.ts';
import { type Scenario, scenario } from '../../support/scenario/scenario.ts';
import { trusted } from '../../support/scenario/served.ts';
import { DOMAIN } from '../../support/scenario/workspace.ts';

const FRONTS = [
  { type: 'CLB', id: 'lb-1', edges: 1 },
  { type: 'ALB', id: 'alb-1', edges: 1 },
  { type: 'CDN', id: DOMAIN, edges: 1 },
] as const satisfies EmulatorOptions['instances'];

interface Stage {
  readonly s: Scenario;
  readonly old: string;
  readonly leaf: string;
}

const staged = (front: (typeof FRONTS)[number], play: (stage: Stage) => Promise<void>, contacts = [4711]) =>
  scenario(
    async (s) => {
      const before = s.emulator.authority.issue({ names: [DOMAIN] });
      s.emulator.place({ instanceId: front.id, chainPem: before.bundlePem, keyPem: before.keyPem });
      const { certificate, leaf } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      const ingress = [{ type: front.type, instance: front.id, via: 'cas-job' }];
      const cas = { endpoint: s.emulator.endpoint, contacts };
      await s.configure({ cas, endpoints: [{ certificate, ingress }] });
      await play({ s, old: leafOf(before.leafPem), leaf });
    },
    { api: '2020-04-07', instances: [front] },
  );

describe.concurrent.each(FRONTS)('a deployment job of CAS to $type', (front) => {
  it(
    'is made, started, and what it did is read from the product',
    staged(front, async ({ s, leaf }) => {
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
      expect(await s.served({ instance: front.id })).toEqual(trusted(leaf, 2, 1));
      const actions = s.emulator.calls.map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(['CreateDeploymentJob', 'UpdateDeploymentJobStatus']));
      expect(actions.filter((action) => /^Set|^Update(Listener|Domain)/.test(action))).toEqual([]);
      expect((await s.act()).outputs['changed']).toBe('false');
    }),
  );

  it(
    'that succeeds with a worker that failed has failed',
    staged(front, async ({ s, old }) => {
      s.emulator.inject({ kind: 'failed-deploy', action: 'CreateDeploymentJob', times: 1 });
      const run = await s.act();
      expect(run.exitCode).toBe(1);
      expect(run.stdout).toContain('failed: the product refused the certificate');
      expect(await s.served({ instance: front.id })).toEqual(trusted(old, 2, 1));
    }),
  );

  it(
    'is not made without a contact',
    staged(
      front,
      async ({ s, old }) => {
        const run = await s.act();
        expect(run.exitCode).not.toBe(0);
        expect(run.stdout).toContain('cas.contacts');
        expect(s.emulator.account?.jobs).toEqual([]);
        expect(await s.served({ instance: front.id })).toEqual(trusted(old, 2, 1));
      },
      [],
    ),
  );
});

describe.concurrent('a deployment job of CAS', () => {
  it(
    'is undone by its workers when a later target fails',
    scenario(
      async (s) => {
        const before = s.emulator.authority.issue({ names: [DOMAIN] });
        for (const instanceId of ['lb-1', 'alb-1']) {
          s.emulator.place({ instanceId, chainPem: before.bundlePem, keyPem: before.keyPem });
        }
        const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
        const ingress = [
          { type: 'CLB', instance: 'lb-1', via: 'cas-job' },
          { type: 'ALB', instance: 'alb-1' },
        ];
        const cas = { endpoint: s.emulator.endpoint, contacts: [4711] };
        await s.configure({ cas, endpoints: [{ certificate, ingress }] });
        s.emulator.inject({ kind: 'failed-deploy', action: 'UpdateListenerAttribute', times: 1 });
        expect((await s.act()).report?.endpoints[0]).toMatchObject({ rolledBack: true });
        expect(s.emulator.calls.map(({ action }) => action)).toContain('UpdateWorkerResourceStatus');
        for (const instance of ['lb-1', 'alb-1']) {
          expect(await s.served({ instance })).toEqual(trusted(leafOf(before.leafPem), 2, 1));
        }
      },
      { api: '2020-04-07', instances: [FRONTS[0], FRONTS[1]] },
    ),
  );
});
