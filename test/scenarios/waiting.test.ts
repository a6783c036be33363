import { describe, expect, it } from 'vitest';
import { casClient } from '../support/emulated-cas.ts';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { until } from '../support/scenario/until.ts';
import { DOMAIN, SLB } from '../support/scenario/workspace.ts';

const DEPLOY = 'Deploy #1 SLB lb-ai-rec-01';

async function supplyBundle(s: Scenario, setup: object = {}): Promise<string> {
  const { leaf, certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
  await s.configure({ endpoints: [{ certificate }], ...setup });
  return leaf;
}

describe.concurrent('the status of CAS', () => {
  it(
    'may take its time',
    scenario(async (s) => {
      await s.configure({ deadlines: { status: '10s' } });
      s.emulator.inject({ kind: 'slow-status', polls: 1, action: 'CreateCertificate', times: 1 });
      s.emulator.inject({ kind: 'slow-status', polls: 2, action: 'DeployCertificate', times: 1 });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
      expect(s.newCalls().slice(4)).toEqual(['Create DV', 'Status #1 ×3', DEPLOY, 'Status #1 ×4']);
    }),
  );

  it(
    'that never says Deployed is an error while the addresses do not serve it',
    scenario(async (s) => {
      await supplyBundle(s, { deadlines: { status: '300ms', propagation: '300ms' } });
      s.emulator.inject({ kind: 'stuck-status', action: 'DeployCertificate' });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'broken', changed: 'true' } });
      expect(run.annotations.map(({ title }) => title)).toContain('deployment-late');
      expect(s.newCalls().filter((call) => call === DEPLOY)).toHaveLength(1);
    }),
  );

  it(
    'that never says Deployed is a warning when every address serves it',
    scenario(async (s) => {
      const { leaf, certificate, bundlePem, keyPem } = await s.supply(
        s.emulator.authority.issue({ names: [DOMAIN] }),
      );
      await s.configure({ endpoints: [{ certificate }], deadlines: { status: '300ms' } });
      const id = s.emulator.place({ instanceId: SLB.instance, chainPem: bundlePem, keyPem });
      s.emulator.inject({ kind: 'stuck-status', action: 'DeployCertificate' });
      await casClient(s.emulator)('DeployCertificate', {
        CertId: id,
        TargetType: SLB.type,
        InstanceId: SLB.instance,
      });
      s.newCalls();
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'degraded' } });
      expect(run.annotations).toMatchObject([{ level: 'warning', title: 'deployment-late' }]);
      expect(await s.served()).toEqual(trusted(leaf, 2));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
    }),
  );

  it(
    'that never leaves Issuing is undetermined, and the next run takes up the same request',
    scenario(async (s) => {
      await s.configure({ deadlines: { status: '300ms' } });
      s.emulator.inject({ kind: 'slow-status', polls: 4, action: 'CreateCertificate', times: 1 });
      const run = await s.act();
      expect(run.annotations[0]).toMatchObject({ title: 'ISSUE_LATE' });
      expect(run.exitCode).toBe(1);
      s.newCalls();
      await s.configure();
      expect(await s.act()).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
      expect(s.newCalls()).not.toContain('Create DV');
      expect(s.emulator.certificates).toHaveLength(1);
    }),
  );
});

describe.concurrent('an address', () => {
  it(
    'that stays stale is named',
    scenario(async (s) => {
      const old = s.emulator.authority.issue({ names: [DOMAIN] });
      s.emulator.place({ instanceId: SLB.instance, chainPem: old.bundlePem, keyPem: old.keyPem });
      const leaf = await supplyBundle(s, { deadlines: { propagation: '400ms' } });
      s.emulator.inject({ kind: 'stale-edge', instanceId: SLB.instance, edge: 1 });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'degraded', changed: 'true' } });
      const stale = s.emulator.edges(SLB.instance)[1];
      expect(run.annotations).toMatchObject([
        { level: 'error', title: 'certificate-drift' },
        { level: 'error', title: 'inconsistent-addresses' },
      ]);
      expect(run.annotations[0]?.message).toContain(`${stale?.ip}:${stale?.port}`);
      expect((await s.served()).map((each) => each.leaf === leaf)).toEqual([true, false]);
    }),
  );

  it(
    'that comes over late is waited for',
    scenario(async (s) => {
      const leaf = await supplyBundle(s, { deadlines: { propagation: '15s' } });
      const withdraw = s.emulator.inject({ kind: 'stale-edge', instanceId: SLB.instance, edge: 1 });
      const program = s.startAction();
      await until(() => program.stdout().includes('1 of 2 addresses serve the intended leaf'));
      withdraw();
      // The ingress catches up by itself.
      const id = s.emulator.certificates[0]?.id ?? '';
      const call = casClient(s.emulator);
      await call('DeployCertificate', { CertId: id, TargetType: SLB.type, InstanceId: SLB.instance });
      for (let polls = 0; polls < 2; polls += 1) await call('DescribeCertificateStatus', { CertId: id });
      expect(await program.ended).toMatchObject({ exitCode: 0 });
      expect(await s.served()).toEqual(trusted(leaf, 2));
      const second = await s.act();
      expect(second).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } });
    }),
  );
});
