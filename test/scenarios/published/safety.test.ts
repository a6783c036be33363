import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../../src/emulator/emulator.ts';
import { leafOf } from '../../support/scenario/material.ts';
import { type Scenario, scenario } from '../../support/scenario/scenario.ts';
import { trusted } from '../../support/scenario/served.ts';
import { until } from '../../support/scenario/until.ts';
import { DOMAIN, type EndpointSetup } from '../../support/scenario/workspace.ts';

const GROUP = { type: 'API_GATEWAY', id: 'group-1', edges: 1 } as const;
const CLB = { type: 'CLB', id: 'lb-1', edges: 1 } as const;
const ALB = { type: 'ALB', id: 'alb-1', edges: 1 } as const;
const READS = /^(List|Get|Describe)/;

const targets = (...fronts: readonly { readonly type: string; readonly id: string }[]) =>
  fronts.map(({ type, id }) => ({ type, instance: id }));

/** Has every front serve an old certificate; gives its leaf. */
function placeOld(s: Scenario, ids: readonly string[]): string {
  const old = s.emulator.authority.issue({ names: [DOMAIN] });
  s.secrets.push(old.keyPem);
  for (const instanceId of ids) s.emulator.place({ instanceId, chainPem: old.bundlePem, keyPem: old.keyPem });
  return leafOf(old.leafPem);
}

async function configure(
  s: Scenario,
  ingress: NonNullable<EndpointSetup['ingress']>,
  others: object = {},
): Promise<string> {
  const { certificate, leaf } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
  await s.configure({ endpoints: [{ certificate, ingress }], ...others });
  return leaf;
}

const published = (play: (s: Scenario) => Promise<void>, options: EmulatorOptions) =>
  scenario(play, { api: '2020-04-07', ...options });

describe.concurrent('writes', () => {
  it(
    'that stop half-way are undone in reverse, the one with a key of its own too',
    published(
      async (s) => {
        const ids = [CLB.id, GROUP.id, ALB.id];
        const old = placeOld(s, ids);
        await configure(s, targets(CLB, GROUP, ALB));
        s.emulator.inject({ kind: 'failed-deploy', action: 'UpdateListenerAttribute', times: 1 });
        const run = await s.act();
        expect(run.exitCode).toBe(1);
        expect(run.report?.endpoints[0]).toMatchObject({ rolledBack: true });
        const back = run.report?.steps.filter(({ name }) => name === 'roll-back').map(({ title }) => title);
        expect(back).toEqual([
          'Put back what ALB alb-1:443 had',
          'Put back what API Gateway group-1 had',
          'Put back what CLB lb-1:443 had',
        ]);
        for (const instance of ids) expect(await s.served({ instance })).toEqual(trusted(old, 2, 1));
        expect(run.stdout).toMatch(/stopped half-way; the previous one, \d+, is back/);
        expect(JSON.stringify(run.report)).not.toContain('PRIVATE KEY');
        // The row names what is served: the certificate that was placed first on the load balancer.
        const [endpoint] = run.report?.endpoints ?? [];
        const named = s.emulator.certificates.find(({ id }) => id === endpoint?.certificateId);
        expect(named?.leafFingerprint).toBe(old);
        expect(await s.mappingRows()).toHaveLength(1);
      },
      { instances: [CLB, GROUP, ALB] },
    ),
  );

  it(
    'of one certificate to one CLB listener take at most twelve calls, and nothing but reads when it is so already',
    published(
      async (s) => {
        await configure(s, targets(CLB));
        expect((await s.act()).exitCode).toBe(0);
        expect(s.emulator.calls.length).toBeLessThanOrEqual(12);
        s.newCalls();
        expect((await s.act()).outputs).toMatchObject({ status: 'healthy', changed: 'false' });
        const again = s.newCalls();
        expect(again.length).toBeGreaterThan(2);
        expect(again.filter((line) => !READS.test(line))).toEqual([]);
      },
      { instances: [CLB] },
    ),
  );

  it(
    'are not begun when one of the targets cannot be read',
    published(
      async (s) => {
        const old = placeOld(s, [CLB.id]);
        await configure(s, [...targets(CLB), { type: 'ALB', instance: 'lsn-gone' }]);
        const run = await s.act();
        expect(run.exitCode).toBe(2);
        expect(s.newCalls().filter((line) => !READS.test(line.split(' ')[0] ?? ''))).toEqual([]);
        expect(await s.served({ instance: CLB.id })).toEqual(trusted(old, 2, 1));
      },
      { instances: [CLB, ALB] },
    ),
  );

  it(
    'do not switch HTTPS on unless that is told',
    published(
      async (s) => {
        await configure(s, targets({ type: 'CDN', id: DOMAIN }));
        const run = await s.act();
        expect(run.exitCode).toBe(2);
        expect(run.stdout).toContain('HTTPS is off');
        const leaf = await configure(s, [{ type: 'CDN', instance: DOMAIN, 'enable-https': true }]);
        expect((await s.act()).exitCode).toBe(0);
        expect(await s.served({ instance: DOMAIN })).toEqual(trusted(leaf, 2, 1));
      },
      { instances: [{ type: 'CDN', id: DOMAIN, edges: 1, https: false }] },
    ),
  );

  it(
    'to a listener of raw TLS are verified without HTTP',
    published(
      async (s) => {
        const { certificate, leaf } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
        const ingress = [{ type: 'NLB', instance: 'nlb-1' }];
        await s.configure({
          endpoints: [{ certificate, ingress, health: { method: 'NONE' } }],
          airec: { bind: 'none' },
        });
        const run = await s.act();
        expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
        expect(run.stdout).not.toContain('HTTP ');
        expect(await s.served({ instance: 'nlb-1' })).toEqual(trusted(leaf, 2, 1));
      },
      { instances: [{ type: 'NLB', id: 'nlb-1', edges: 1 }] },
    ),
  );

  it(
    'outside of mainland China go to the other store, which every message names',
    published(
      async (s) => {
        const leaf = await configure(s, targets({ type: 'CDN', id: DOMAIN }), { region: 'eu-central-1' });
        const run = await s.act();
        expect(run.exitCode).toBe(0);
        expect(run.stdout).toContain('(store ap-southeast-1)');
        expect(s.emulator.account?.certificates.map(({ store }) => store)).toEqual(['ap-southeast-1']);
        expect(await s.served({ instance: DOMAIN })).toEqual(trusted(leaf, 2, 1));
      },
      { regions: ['eu-central-1'], instances: [{ type: 'CDN', id: DOMAIN, edges: 1 }] },
    ),
  );

  it(
    'find a certificate that somebody else uploaded, and a service without the newest read',
    published(
      async (s) => {
        const { certificate, ...issued } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
        s.emulator.place({ instanceId: CLB.id, chainPem: issued.bundlePem, keyPem: issued.keyPem });
        await s.configure({ endpoints: [{ certificate, ingress: targets(CLB) }] });
        const run = await s.act();
        expect(run.exitCode).toBe(0);
        expect(run.outputs['changed']).toBe('true');
        expect(s.newCalls().filter((line) => !READS.test(line))).toEqual([]);
        expect(s.emulator.certificates).toHaveLength(1);
      },
      { instances: [CLB], account: { hasCertificateDetail: false } },
    ),
  );

  it(
    'of a deployment that a newer one has superseded are undone only when that is forced',
    published(
      async (s) => {
        const old = placeOld(s, [CLB.id]);
        await configure(s, targets(CLB));
        await s.terminal('deploy', '--report', 'first.json');
        const newest = await configure(s, targets(CLB));
        await s.terminal('deploy', '--report', 'second.json');
        s.newCalls();
        const refused = await s.terminal('rollback', '--report', 'first.json');
        expect(refused.exitCode).toBe(2);
        expect(refused.stdout).toContain('ROLLBACK_SUPERSEDED');
        expect(s.newCalls().filter((line) => !READS.test(line))).toEqual([]);
        expect(await s.served({ instance: CLB.id })).toEqual(trusted(newest, 2, 1));
        expect((await s.terminal('rollback', '--report', 'first.json', '--force')).exitCode).toBe(0);
        expect(await s.served({ instance: CLB.id })).toEqual(trusted(old, 2, 1));
      },
      { instances: [CLB] },
    ),
  );

  it(
    'bind a certificate that CAS holds, by its id or by the name that products have for it',
    published(
      async (s) => {
        const stored = s.emulator.authority.issue({ names: [DOMAIN] });
        s.secrets.push(stored.keyPem);
        s.emulator.place({ instanceId: ALB.id, chainPem: stored.bundlePem, keyPem: stored.keyPem });
        placeOld(s, [CLB.id]);
        const id = s.emulator.certificates[0]?.id ?? '';
        for (const name of [id, `${id}-cn-hangzhou`]) {
          await s.configure({ endpoints: [{ certificate: { 'cas-id': name }, ingress: targets(CLB) }] });
          expect(await s.act()).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
        }
        expect(await s.served({ instance: CLB.id })).toEqual(trusted(leafOf(stored.leafPem), 2, 1));
        expect(s.emulator.calls.map(({ action }) => action)).not.toContain('UploadUserCertificate');
      },
      { instances: [CLB, ALB] },
    ),
  );

  it(
    'that only another chain would mend say that CAS takes one with its key alone',
    published(
      async (s) => {
        const stored = s.emulator.authority.issue({ names: [DOMAIN] });
        s.secrets.push(stored.keyPem);
        s.emulator.place({ instanceId: ALB.id, chainPem: stored.leafPem, keyPem: stored.keyPem });
        const id = s.emulator.certificates[0]?.id ?? '';
        await s.configure({ endpoints: [{ certificate: { 'cas-id': id }, ingress: targets(CLB) }] });
        const run = await s.act();
        expect(run.exitCode).toBe(1);
        expect(run.stdout).toContain('CHAIN_NEEDS_KEY');
        expect(run.stdout).toContain('certificate.bundle and certificate.key');
      },
      { instances: [CLB, ALB] },
    ),
  );

  it(
    'for two names of one certificate upload it once',
    published(
      async (s) => {
        const names = ['a.example.com', 'b.example.com'] as const;
        const { certificate, leaf } = await s.supply(s.emulator.authority.issue({ names: [...names] }));
        const health = { method: 'NONE' };
        const endpoints = names.map((domain) => ({ domain, certificate, ingress: targets(CLB), health }));
        await s.configure({ endpoints, airec: { bind: 'none' } });
        expect(await s.act()).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
        expect(s.emulator.certificates).toHaveLength(1);
        for (const domain of names) {
          expect(await s.served({ domain, instance: CLB.id })).toEqual(trusted(leaf, 2, 1));
        }
        s.newCalls();
        expect((await s.act()).outputs['changed']).toBe('false');
      },
      { instances: [CLB] },
    ),
  );

  it(
    'upload anew when what is stored lacks the intermediate',
    published(
      async (s) => {
        const { certificate, ...issued } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
        s.emulator.place({ instanceId: CLB.id, chainPem: issued.leafPem, keyPem: issued.keyPem });
        await s.configure({ endpoints: [{ certificate, ingress: targets(CLB) }] });
        expect((await s.act()).exitCode).toBe(0);
        expect(s.emulator.certificates).toHaveLength(2);
        expect(await s.served({ instance: CLB.id })).toEqual(trusted(issued.leaf, 2, 1));
      },
      { instances: [CLB] },
    ),
  );
});

describe.concurrent.each([
  'UploadUserCertificate',
  'UploadServerCertificate',
  'SetLoadBalancerHTTPSListenerAttribute',
  'UpdateListenerAttribute',
])('a run that is killed after %s', (action) => {
  it(
    'is finished by the next',
    published(
      async (s) => {
        placeOld(s, [CLB.id, ALB.id]);
        const leaf = await configure(s, targets(CLB, ALB));
        const program = s.startAction();
        await until(() => s.emulator.calls.some((call) => call.action === action && call.outcome === 'OK'));
        program.kill('SIGKILL');
        expect(await program.ended).toMatchObject({ exitCode: undefined });
        expect(await s.act()).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
        for (const instance of [CLB.id, ALB.id])
          expect(await s.served({ instance })).toEqual(trusted(leaf, 2, 1));
        expect(
          s.emulator.certificates.filter(({ leafFingerprint }) => leafFingerprint === leaf),
        ).toHaveLength(1);
      },
      { instances: [CLB, ALB] },
    ),
  );
});
