import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../../src/emulator/emulator.ts';
import { TARGET_CASES, type TargetCase } from '../../support/scenario/published-targets.ts';
import { leafOf } from '../../support/scenario/material.ts';
import { type Scenario, scenario } from '../../support/scenario/scenario.ts';
import { trusted } from '../../support/scenario/served.ts';
import { DOMAIN } from '../../support/scenario/workspace.ts';

const READS = /^(List|Get|Describe|GET)/;

interface Stage {
  readonly s: Scenario;
  /** Leaf that is served before anything is done. */
  readonly old: string;
  /** Leaf of the bundle that is configured. */
  readonly leaf: string;
}

/** A front that serves an older certificate, and a configuration that means another. */
function stage(each: TargetCase, play: (stage: Stage) => Promise<void>, options: EmulatorOptions = {}) {
  return scenario(
    async (s) => {
      const { authority } = s.emulator;
      const before = authority.issue({ names: [DOMAIN] });
      const { bundlePem: chainPem, keyPem } = before;
      s.secrets.push(keyPem);
      s.emulator.place({ instanceId: each.front.id, chainPem, keyPem });
      const supplied = await s.supply(authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate: supplied.certificate, ingress: [each.target] }] });
      await play({ s, old: leafOf(before.leafPem), leaf: supplied.leaf });
    },
    { api: '2020-04-07', instances: [each.front], ...options },
  );
}

const serving = async ({ s }: Stage, each: TargetCase, leaf: string): Promise<void> =>
  expect(await s.served({ instance: each.front.id })).toEqual(trusted(leaf, 2));

/** The actions called since this was asked last that change something. */
function writes(s: Scenario): readonly string[] {
  return s.newCalls().filter((line) => !READS.test(line));
}

describe.concurrent.each(TARGET_CASES)('$name', (each) => {
  it(
    'is bound, and left alone when it is so already',
    stage(each, async (t) => {
      const run = await t.s.act();
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy', changed: 'true' } });
      await serving(t, each, t.leaf);
      expect(writes(t.s)).toContain(each.write);
      const again = await t.s.act();
      expect(again).toMatchObject({ exitCode: 0, outputs: { status: 'healthy', changed: 'false' } });
      expect(writes(t.s)).toEqual([]);
      await serving(t, each, t.leaf);
    }),
  );

  it.runIf(each.isRestorable)(
    'is put back by its report',
    stage(each, async (t) => {
      await t.s.terminal('deploy', '--report', 'report.json');
      await serving(t, each, t.leaf);
      t.s.newCalls();
      const dry = await t.s.terminal('rollback', '--report', 'report.json', '--dry-run');
      expect([dry.stdout.includes('Would put back'), writes(t.s)]).toEqual([true, []]);
      const undone = await t.s.terminal('rollback', '--report', 'report.json');
      expect(undone.exitCode).toBe(0);
      await serving(t, each, t.old);
      expect(await t.s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
    }),
  );

  it.skipIf(each.isRestorable)(
    'is not put back by a report, and says why',
    stage(each, async (t) => {
      await t.s.terminal('deploy', '--report', 'report.json');
      const undone = await t.s.terminal('rollback', '--report', 'report.json');
      expect(undone.exitCode).toBe(1);
      expect(undone.stdout).toContain('the key of what it had is gone with the run that replaced it');
      await serving(t, each, t.leaf);
    }),
  );

  it(
    'that does not exist is named, and nothing is written',
    stage(each, async (t) => {
      const gone = { ...each.target, instance: `${each.target.instance}-gone` };
      const addresses = t.s.emulator.edges(each.front.id).map(({ ip, port }) => `${ip}:${port}`);
      const supplied = await t.s.supply(t.s.emulator.authority.issue({ names: [DOMAIN] }));
      await t.s.configure({
        endpoints: [{ certificate: supplied.certificate, ingress: [gone], addresses }],
      });
      const run = await t.s.act();
      expect(run.exitCode).toBe(2);
      expect(run.stdout).toMatch(
        each.name.startsWith('cloud-native') ? /has no domain rec\.example\.com/ : each.missing,
      );
      expect(writes(t.s)).toEqual([]);
      await serving(t, each, t.old);
    }),
  );

  it(
    'that is busy is waited for',
    stage(each, async (t) => {
      t.s.emulator.inject({
        kind: 'server-error',
        status: 400,
        code: each.busy,
        action: each.write,
        times: 2,
      });
      expect((await t.s.act()).exitCode).toBe(0);
      const refused = `${each.write} → ${each.busy}`;
      const asked = writes(t.s).filter((line) => line.startsWith(each.write));
      expect(asked.slice(0, 3)).toEqual([refused, refused, each.write]);
      await serving(t, each, t.leaf);
    }),
  );

  it(
    'that throttles is asked again',
    stage(each, async (t) => {
      t.s.emulator.inject({ kind: 'throttle', action: each.write, times: 2 });
      expect((await t.s.act()).exitCode).toBe(0);
      await serving(t, each, t.leaf);
    }),
  );

  it(
    'without the permission is left as it is, and the permission is named',
    stage(
      each,
      async (t) => {
        const run = await t.s.act();
        expect(run.exitCode).not.toBe(0);
        expect(run.stdout).toContain(`"Action":"${each.permission}"`);
        await serving(t, each, t.old);
      },
      { account: { denied: [each.permission] } },
    ),
  );

  it(
    'that fails to change keeps, or gets back, what it had',
    stage(each, async (t) => {
      t.s.emulator.inject({ kind: 'failed-deploy', action: each.write, times: 1 });
      const run = await t.s.act();
      expect(run.exitCode).not.toBe(0);
      expect(run.outputs['status']).not.toBe('healthy');
      expect(run.stdout.includes('failed: ') || run.stdout.includes(' failed\n')).toBe(each.isAsynchronous);
      await serving(t, each, t.old);
    }),
  );

  it.runIf(each.isRegional)(
    'in another region is not found',
    stage(
      each,
      async (t) => {
        const { emulator } = t.s;
        const supplied = await t.s.supply(emulator.authority.issue({ names: [DOMAIN] }));
        const products = ['slb', 'alb', 'nlb', 'apigateway', 'apig', 'cdn', 'dcdn', 'sts'];
        const elsewhere = Object.fromEntries(
          products.map((product) => [product, emulator.endpointIn('cn-beijing')]),
        );
        await t.s.configure({
          region: 'cn-beijing',
          endpoints: [{ certificate: supplied.certificate, ingress: [each.target] }],
          'cloud-endpoints': elsewhere,
        });
        const run = await t.s.act();
        expect(run.exitCode).toBe(2);
        expect(writes(t.s)).toEqual([]);
        await serving(t, each, t.old);
      },
      { regions: ['cn-hangzhou', 'cn-beijing'] },
    ),
  );
});
