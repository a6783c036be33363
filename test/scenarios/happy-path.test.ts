import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

const UPLOADED = ['List CERT', 'Create upload', 'Status #1 ×2', 'Deploy #1 SLB lb-ai-rec-01', 'Status #1 ×2'];

/** A workspace whose bundle is complete; returns its leaf. */
async function supplyBundle(s: Scenario): Promise<string> {
  const { leaf, certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
  await s.configure({ endpoints: [{ certificate }] });
  return leaf;
}

describe.concurrent('a bundle', () => {
  it(
    'is uploaded, deployed, mapped, bound and verified by the Action',
    scenario(async (s) => {
      const leaf = await supplyBundle(s);
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, stderr: '', annotations: [] });
      expect(run.outputs).toEqual({
        status: 'healthy',
        changed: 'true',
        'certificate-ids': JSON.stringify({ [`${DOMAIN}:443`]: s.emulator.certificates[0]?.id }),
        'report-path': path.join(s.env['RUNNER_TEMP'] ?? '', 'airec-https-report.json'),
      });
      expect(run.summary).toMatch(/^## airec\\-https: deployment\n\n✅ 1 endpoint healthy/);
      expect(s.newCalls()).toEqual(UPLOADED);
      expect(await s.served()).toEqual(trusted(leaf, 2));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
      expect(s.emulator.bindings).toMatchObject([{ domain: DOMAIN, port: 443 }]);
      expect(run.report?.steps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
        'inspect done',
        'rehearse done',
        'provision done',
        'deploy done',
        'map done',
        'bind done',
        'verify done',
      ]);
    }),
  );

  it(
    'is deployed from a terminal too, with a report on standard output',
    scenario(async (s) => {
      const leaf = await supplyBundle(s);
      const run = await s.terminal('deploy', '--json', '--report', 'report.json');
      expect(run.exitCode).toBe(0);
      expect(run.report).toMatchObject({ status: 'healthy', changed: true, dryRun: false });
      expect(JSON.parse(await readFile(path.join(s.workspace, 'report.json'), 'utf8'))).toEqual(run.report);
      expect(run.stderr).toContain('Provision');
      expect(s.newCalls()).toEqual(UPLOADED);
      expect(await s.served()).toEqual(trusted(leaf, 2));
    }),
  );

  it(
    'is read as a file with a key in a file, and shown as text',
    scenario(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN], keyType: 'rsa' });
      const { leaf, certificate } = await s.supply(issued, {
        keyFile: 'secret/key.pem',
        content: 'fullChainPem',
      });
      await s.configure({ endpoints: [{ certificate }] });
      const run = await s.terminal('deploy');
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      expect(run.stdout).toContain('✓ 1 endpoint healthy');
      // The root of the file does not belong into what is served.
      expect(await s.served()).toEqual(trusted(leaf, 2));
    }),
  );

  it(
    'has its key and all tokens masked before anything else is said',
    scenario(async (s) => {
      await supplyBundle(s);
      const run = await s.act();
      const key = s.variables['REC_EXAMPLE_COM_KEY'] ?? '';
      const lines = key.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
      expect(run.masks).toEqual(
        expect.arrayContaining([...lines, ...s.secrets.filter((each) => each !== key)]),
      );
      const firstStep = run.stdout.indexOf('Inspect');
      expect(run.stdout.lastIndexOf('::add-mask::')).toBeLessThan(firstStep);
    }),
  );
});

describe.concurrent('a second run', () => {
  it(
    'writes nothing when all is so already',
    scenario(async (s) => {
      const leaf = await supplyBundle(s);
      await s.act();
      s.newCalls();
      const before = await contentAndTime(s.mappingFile);
      const run = await s.act();
      expect(run).toMatchObject({
        exitCode: 0,
        annotations: [],
        outputs: { status: 'healthy', changed: 'false' },
      });
      expect(s.newCalls()).toEqual(['Status #1']);
      expect(await contentAndTime(s.mappingFile)).toEqual(before);
      expect(await s.served()).toEqual(trusted(leaf, 2));
      // It was bound once.
      expect(
        (await readFile(path.join(s.workspace, 'tools/bound.txt'), 'utf8')).match(/^domain/gm),
      ).toHaveLength(1);
    }),
  );

  it(
    'finds the certificate by listing in a checkout without the mapping',
    scenario(async (s) => {
      await supplyBundle(s);
      await s.act();
      s.newCalls();
      const before = await readFile(s.mappingFile);
      await rm(s.mappingFile);
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy', changed: 'true' } });
      expect(s.newCalls()).toEqual(['List CERT', 'Status #1']);
      expect(await readFile(s.mappingFile)).toEqual(before);
    }),
  );

  it(
    'does not request a second certificate in a checkout without the mapping',
    scenario(async (s) => {
      await s.act();
      s.newCalls();
      await rm(s.mappingFile);
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy', changed: 'true' } });
      expect(s.newCalls()).toEqual(['List CPACK', 'List CERT', 'Status #1']);
      expect(s.emulator.certificates).toHaveLength(1);
    }),
  );
});

async function contentAndTime(file: string): Promise<object> {
  return { bytes: await readFile(file), time: (await stat(file)).mtimeMs };
}
