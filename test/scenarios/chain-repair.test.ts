import { describe, expect, it } from 'vitest';
import { scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

const DEPLOY = 'Deploy #1 SLB lb-ai-rec-01';

describe.concurrent('an incomplete chain', () => {
  it(
    'is mended from the bundle on disk when CAS keeps the leaf alone',
    scenario(async (s) => {
      const { leaf, certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate }] });
      s.emulator.inject({ kind: 'leaf-only', times: 1 });
      // The bundle has all it takes: nothing needs fetching.
      s.emulator.inject({ kind: 'aia-down' });
      const run = await s.act();
      expect(run).toMatchObject({
        exitCode: 0,
        annotations: [],
        outputs: { status: 'healthy', changed: 'true' },
      });
      expect(s.newCalls()).toEqual([
        'List CERT',
        'Create upload',
        'Status #1 ×2',
        DEPLOY,
        'Status #1 ×2',
        'Diagnose #1',
        'Status #1',
        'Update #1',
        'Status #1 ×2',
        DEPLOY,
        'Status #1 ×2',
      ]);
      expect(await s.served()).toEqual(trusted(leaf, 3));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
    }),
  );

  it(
    'of a requested certificate is mended by its AIA',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'leaf-only', times: 1 });
      const run = await s.act();
      expect(run).toMatchObject({
        exitCode: 0,
        annotations: [],
        outputs: { status: 'healthy', changed: 'true' },
      });
      expect(s.newCalls()).toEqual([
        'List CPACK',
        'List CERT',
        'List CPACK',
        'List CERT',
        'Create DV',
        'Status #1 ×3',
        DEPLOY,
        'Status #1 ×2',
        'Diagnose #1',
        'Status #1',
        'Update #1',
        'Status #1 ×2',
        DEPLOY,
        'Status #1 ×2',
      ]);
      const [certificate] = s.emulator.certificates;
      expect(await s.served()).toEqual(trusted(certificate?.leafFingerprint ?? '', 3));
      const second = await s.act();
      expect(second).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } });
    }),
  );

  it(
    'on disk is completed before the upload, and the file is marked',
    scenario(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      const { leaf, certificate } = await s.supply(issued, { content: 'leafPem' });
      await s.configure({ endpoints: [{ certificate }] });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'degraded', changed: 'true' } });
      expect(run.annotations).toMatchObject([
        { level: 'warning', title: 'incomplete-chain', place: 'certs/rec.example.com.pem:1' },
      ]);
      expect(s.newCalls()).toEqual(['List CERT', 'Create upload', 'Status #1 ×2', DEPLOY, 'Status #1 ×2']);
      expect(await s.served()).toEqual(trusted(leaf, 2));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
    }),
  );

  it(
    'on disk that nothing completes is not uploaded',
    scenario(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      const { certificate } = await s.supply(issued, { content: 'leafPem' });
      await s.configure({ endpoints: [{ certificate }] });
      s.emulator.inject({ kind: 'aia-down' });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { changed: 'false' } });
      expect(run.annotations).toMatchObject([
        { level: 'error', title: 'missing-intermediate', place: 'certs/rec.example.com.pem:1' },
        { level: 'error', title: 'handshake-failure' },
      ]);
      expect(s.newCalls()).toEqual([]);
      expect(await s.mappingRows()).toBeUndefined();
    }),
  );

  it(
    'that nothing completes is said to be beyond mending',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'leaf-only', times: 1 });
      s.emulator.inject({ kind: 'aia-down' });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'broken', changed: 'true' } });
      expect(run.annotations.map(({ title }) => title)).toEqual(['not-mended', 'missing-intermediate']);
      expect(run.annotations[0]?.message).toContain('/aia/intermediate.cer answers with HTTP 503');
      expect(s.newCalls().slice(5)).toEqual(['Status #1 ×3', DEPLOY, 'Status #1 ×2', 'Diagnose #1']);
      const leaf = s.emulator.certificates[0]?.leafFingerprint;
      const refused = { leaf, sent: 1, verdict: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' };
      expect(await s.served()).toEqual([refused, refused]);
    }),
  );
});
