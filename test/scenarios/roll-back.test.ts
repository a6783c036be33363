import { describe, expect, it } from 'vitest';
import { writesOf } from '../support/scenario/call-log.ts';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { until } from '../support/scenario/until.ts';
import { readAnnotations } from '../support/scenario/workflow-commands.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

const deploy = (number: string): string => `Deploy ${number} SLB lb-ai-rec-01`;

/** Certificate A deployed and healthy, and the workspace then moved to certificate B. Returns their leaves. */
async function deployThenMove(s: Scenario): Promise<{ a: string; b: string }> {
  const a = await supplyAs(s, 'a');
  expect(await s.act()).toMatchObject({ exitCode: 0 });
  s.newCalls();
  return { a, b: await supplyAs(s, 'b') };
}

async function supplyAs(s: Scenario, name: string): Promise<string> {
  const issued = s.emulator.authority.issue({ names: [DOMAIN] });
  const { leaf, certificate } = await s.supply(issued, { file: `certs/${name}.pem` });
  await s.configure({ endpoints: [{ certificate }], deadlines: { call: '1500ms' } });
  return leaf;
}

describe.concurrent('a new certificate', () => {
  it(
    'replaces the old one',
    scenario(async (s) => {
      const { b } = await deployThenMove(s);
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy', changed: 'true' } });
      expect(writesOf(s.newCalls())).toEqual(['Create upload', deploy('#2')]);
      expect(await s.served()).toEqual(trusted(b, 2));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #2`]);
    }),
  );

  it(
    'whose deployment breaks an address gives way to the old one, proven by handshake',
    scenario(async (s) => {
      const { a, b } = await deployThenMove(s);
      s.emulator.inject({ kind: 'failed-deploy', times: 1 });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'degraded', changed: 'true' } });
      const id = s.emulator.certificates[0]?.id;
      expect(run.outputs['certificate-ids']).toBe(JSON.stringify({ [`${DOMAIN}:443`]: id }));
      expect(run.annotations.map(({ title }) => title)).toEqual(['deployment-failed', 'rolled-back']);
      expect(s.newCalls()).toEqual([
        'Status #1',
        'List CERT',
        'Create upload',
        'Status #2 ×2',
        deploy('#2'),
        'Status #2 ×2',
        'List CERT',
        'Status #1 ×2',
        deploy('#1'),
        'Status #1 ×2',
      ]);
      expect(await s.served()).toEqual(trusted(a, 2));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
      expect(s.emulator.bindings).toMatchObject([{ domain: DOMAIN, certificateId: id }]);
      expect(run.summary).toContain('rolled back');
      expect(run.report?.endpoints[0]).toMatchObject({ rolledBack: true, certificateId: id });

      // What failed once may work the next time: the upload is there already.
      const second = await s.act();
      expect(second).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
      expect(writesOf(s.newCalls())).toEqual([deploy('#2')]);
      expect(await s.served()).toEqual(trusted(b, 2));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #2`]);
    }),
  );

  it(
    'that clients refuse in the end gives way to the old one, and so does the mapping',
    scenario(async (s) => {
      const { a } = await deployThenMove(s);
      // CAS drops the intermediate and takes no other chain.
      s.emulator.inject({ kind: 'leaf-only', times: 1 });
      s.emulator.inject({ kind: 'server-error', status: 500, action: 'UpdateCertificate' });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'degraded' } });
      expect(run.annotations.map(({ title }) => title)).toContain('rolled-back');
      expect(await s.served()).toEqual(trusted(a, 2));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
      expect(s.emulator.bindings).toMatchObject([{ certificateId: s.emulator.certificates[0]?.id }]);
    }),
  );

  it(
    'that breaks an address while CAS takes no more calls leaves that said plainly',
    scenario(async (s) => {
      const { a } = await deployThenMove(s);
      s.emulator.inject({ kind: 'failed-deploy', times: 1 });
      const program = s.startAction();
      await until(() => writesOf(s.newCalls()).includes(deploy('#2')));
      s.emulator.inject({ kind: 'server-error', status: 500, action: 'DeployCertificate' });
      const { exitCode, stdout } = await program.ended;
      expect(exitCode).toBe(1);
      const [first, second] = await s.served();
      expect([first?.verdict, second?.leaf]).toEqual(['UNABLE_TO_VERIFY_LEAF_SIGNATURE', a]);
      const rolledBack = readAnnotations(stdout).find(({ title }) => title === 'rolled-back');
      expect(rolledBack?.message).toContain('could not be put back');
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
    }),
  );

  it(
    'that fails where nothing was served before says that there is none to put back',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'failed-deploy', times: 1 });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'broken', changed: 'true' } });
      expect(run.annotations.map(({ title }) => title)).toContain('deployment-failed');
      expect(await s.mappingRows()).toBeUndefined();
    }),
  );
});
