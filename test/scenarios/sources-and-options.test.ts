import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/emulator.ts';
import { writesOf } from '../support/scenario/call-log.ts';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { DOMAIN, SLB } from '../support/scenario/workspace.ts';

const CDN = { type: 'CDN', instance: 'cdn.example.com' } as const;
const SLB_AND_CDN: EmulatorOptions = {
  instances: [
    { type: 'SLB', id: SLB.instance, edges: 2 },
    { type: 'CDN', id: CDN.instance, edges: 1 },
  ],
};

/** A certificate that CAS holds and nobody serves. Returns its id and leaf. */
function placeInCas({ emulator }: Scenario): { id: string; leaf: string } {
  const { bundlePem, keyPem } = emulator.authority.issue({ names: [DOMAIN] });
  const id = emulator.place({ instanceId: SLB.instance, chainPem: bundlePem, keyPem, edges: [] });
  return { id, leaf: emulator.certificates.at(-1)?.leafFingerprint ?? '' };
}

describe.concurrent('the source of a certificate', () => {
  it(
    'may be an id of CAS',
    scenario(async (s) => {
      const { id, leaf } = placeInCas(s);
      await s.configure({ endpoints: [{ certificate: { 'cas-id': id } }] });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
      expect(writesOf(s.newCalls())).toEqual(['Deploy #1 SLB lb-ai-rec-01']);
      expect(await s.served()).toEqual(trusted(leaf, 2));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
    }),
  );

  it(
    'may be an id that CAS does not know, which is the configuration to mend',
    scenario(async (s) => {
      await s.configure({ endpoints: [{ certificate: { 'cas-id': 'cert-000000' } }] });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 2, outputs: { changed: 'false' } });
      expect(run.annotations).toMatchObject([{ level: 'error', title: 'CLOUD_NOT_FOUND' }]);
      expect(run.annotations[0]?.message).toContain('cert-000000');
      expect(s.newCalls()).toEqual(['Status cert-000000 → NotFound']);
      expect(await s.mappingRows()).toBeUndefined();
    }),
  );
});

describe.concurrent('several ingress targets', () => {
  it(
    'are each deployed to',
    scenario(async (s) => {
      await s.configure({ endpoints: [{ ingress: [SLB, CDN] }] });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
      expect(writesOf(s.newCalls())).toEqual([
        'Create DV',
        'Deploy #1 SLB lb-ai-rec-01',
        'Deploy #1 CDN cdn.example.com',
      ]);
      const leaf = s.emulator.certificates[0]?.leafFingerprint ?? '';
      expect(await s.served()).toEqual(trusted(leaf, 2));
      expect(await s.served({ instance: CDN.instance })).toEqual(trusted(leaf, 2, 1));
    }, SLB_AND_CDN),
  );

  it(
    'may answer by IPv6',
    scenario(
      async (s) => {
        const run = await s.act();
        expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
        const leaf = s.emulator.certificates[0]?.leafFingerprint ?? '';
        expect(await s.served()).toEqual(trusted(leaf, 2));
        expect(run.report?.endpoints[0]?.addresses[1]?.address).toMatch(/^\[::1\]:\d+$/);
      },
      { instances: [{ type: 'SLB', id: SLB.instance, edges: 2, ipv6: true }] },
    ),
  );
});

describe.concurrent('a dry run', () => {
  it(
    'prints the plan and writes nothing',
    scenario(async (s) => {
      const run = await s.act({ 'dry-run': 'true' });
      expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'false', 'certificate-ids': '{}' } });
      expect(run.report?.endpoints[0]?.plan.map(({ step, decision }) => `${step} ${decision}`)).toEqual([
        'provision do',
        'deploy do',
        'map do',
        'remediate skip',
      ]);
      expect(run.summary).toMatch(/\| 📝\sdo \|/u);
      expect(writesOf(s.newCalls())).toEqual([]);
      expect(await s.mappingRows()).toBeUndefined();
      const terminal = await s.terminal('deploy', '--dry-run');
      expect(terminal.exitCode).toBe(0);
      expect(terminal.stdout).toMatch(/provision +CAS +\+ do/);
      expect(writesOf(s.newCalls())).toEqual([]);
    }),
  );

  it(
    'fails for what must not be deployed',
    scenario(async (s) => {
      const notAfter = new Date('2026-01-01T00:00:00Z');
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN], notAfter }));
      await s.configure({ endpoints: [{ certificate }] });
      const run = await s.act({ 'dry-run': 'true' });
      expect(run).toMatchObject({ exitCode: 1, outputs: { changed: 'false' } });
      expect(run.annotations[0]).toMatchObject({ title: 'expired-leaf' });
      expect(s.newCalls()).toEqual([]);
    }),
  );
});

describe.concurrent('fail-on', () => {
  it(
    'warning fails for a warning, which passes otherwise',
    scenario(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      const { certificate } = await s.supply(issued, { content: 'leafPem' });
      await s.configure({ endpoints: [{ certificate }] });
      expect(await s.act({ 'fail-on': 'warning' })).toMatchObject({ exitCode: 1 });
      expect(await s.act()).toMatchObject({ exitCode: 0, outputs: { status: 'degraded' } });
      expect(await s.terminal('deploy', '--fail-on', 'warning')).toMatchObject({ exitCode: 1 });
    }),
  );

  it(
    'never passes for what is broken, but not for a configuration that cannot be used',
    scenario(async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: ['other.example.com'] }));
      await s.configure({ endpoints: [{ certificate }] });
      const run = await s.act({ 'fail-on': 'never' });
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'broken' } });
      delete s.variables['REC_EXAMPLE_COM_KEY'];
      expect(await s.act({ 'fail-on': 'never' })).toMatchObject({ exitCode: 2 });
    }),
  );
});
