import { describe, expect, it } from 'vitest';
import { scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

const DEPLOY = 'Deploy #1 SLB lb-ai-rec-01';

describe.concurrent('a lost answer', () => {
  it(
    'to an upload makes no second certificate',
    scenario(async (s) => {
      const { leaf, certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate }] });
      s.emulator.inject({ kind: 'lose-answer', action: 'CreateCertificate', times: 1 });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
      expect(s.newCalls()).toEqual([
        'List CERT',
        'Create upload → LOST',
        'List CERT',
        'Status #1 ×2',
        DEPLOY,
        'Status #1 ×2',
      ]);
      expect(s.emulator.certificates).toHaveLength(1);
      expect(await s.served()).toEqual(trusted(leaf, 2));
    }),
  );

  it(
    'to a request makes no second certificate',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'lose-answer', action: 'CreateCertificate', times: 1 });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
      expect(s.newCalls()).toEqual([
        'List CPACK',
        'List CERT',
        'List CPACK',
        'List CERT',
        'Create DV → LOST',
        'List CPACK',
        'List CERT',
        'Status #1 ×3',
        DEPLOY,
        'Status #1 ×2',
      ]);
      const [certificate, ...others] = s.emulator.certificates;
      expect(others).toEqual([]);
      expect(await s.served()).toEqual(trusted(certificate?.leafFingerprint ?? '', 2));
    }),
  );

  it(
    'to a deployment does not deploy twice',
    scenario(async (s) => {
      const { leaf, certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate }] });
      s.emulator.inject({ kind: 'lose-answer', action: 'DeployCertificate', times: 1 });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
      expect(s.newCalls()).toEqual([
        'List CERT',
        'Create upload',
        'Status #1 ×2',
        `${DEPLOY} → LOST`,
        'Status #1 ×2',
      ]);
      expect(await s.served()).toEqual(trusted(leaf, 2));
    }),
  );

  it(
    'to an update of the chain does not update twice',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'leaf-only', times: 1 });
      s.emulator.inject({ kind: 'lose-answer', action: 'UpdateCertificate', times: 1 });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
      expect(s.newCalls().slice(5)).toEqual([
        'Status #1 ×3',
        DEPLOY,
        'Status #1 ×2',
        'Diagnose #1',
        'Status #1',
        'Update #1 → LOST',
        'Status #1 ×3',
        DEPLOY,
        'Status #1 ×2',
      ]);
      const [certificate, ...others] = s.emulator.certificates;
      expect(others).toEqual([]);
      expect(await s.served()).toEqual(trusted(certificate?.leafFingerprint ?? '', 3));
    }),
  );

  it(
    'that is followed by silence is doubt, and the next run finds what was made',
    scenario(async (s) => {
      const { leaf, certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate }], deadlines: { call: '1s' } });
      s.emulator.inject({ kind: 'lose-answer', action: 'CreateCertificate', times: 1 });
      // The first look is before the upload.
      const withdraw = s.emulator.inject({ kind: 'throttle', action: 'DescribeCertificateStatus' });
      const run = await s.act();
      // What is served, nothing, is known and says more than what is not.
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'broken', changed: 'true' } });
      expect(run.annotations[0]).toMatchObject({ level: 'error', title: 'CLOUD_THROTTLED' });
      withdraw();
      s.newCalls();
      const second = await s.act();
      expect(second).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
      expect(s.newCalls()).toEqual(['List CERT', 'Status #1 ×2', DEPLOY, 'Status #1 ×2']);
      expect(s.emulator.certificates).toHaveLength(1);
      expect(await s.served()).toEqual(trusted(leaf, 2));
    }),
  );
});
