import { describe, expect, it } from 'vitest';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

const BUNDLE = 'certs/rec.example.com.pem';
/** Of `certificate` in the configuration that every scenario has. */
const CERTIFICATE = expect.stringMatching(/^airec-https\.yml:\d+:\d+$/);

/** Nothing was called and nothing written. */
async function expectUntouched(s: Scenario): Promise<void> {
  expect(s.newCalls()).toEqual([]);
  expect(s.emulator.certificates).toEqual([]);
  expect(await s.mappingRows()).toBeUndefined();
}

describe.concurrent('material that must not be deployed', () => {
  it(
    'has expired',
    scenario(async (s) => {
      const notAfter = new Date('2026-01-01T00:00:00Z');
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN], notAfter }));
      await s.configure({ endpoints: [{ certificate }] });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { changed: 'false', 'certificate-ids': '{}' } });
      expect(run.annotations[0]).toMatchObject({
        level: 'error',
        title: 'expired-leaf',
        place: `${BUNDLE}:1`,
      });
      await expectUntouched(s);
    }),
  );

  it(
    'is for another name',
    scenario(async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: ['other.example.com'] }));
      await s.configure({ endpoints: [{ certificate }] });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { changed: 'false' } });
      expect(run.annotations[0]).toMatchObject({
        level: 'error',
        title: 'hostname-mismatch',
        place: `${BUNDLE}:1`,
      });
      expect(run.annotations[0]?.message).toContain('other.example.com');
      await expectUntouched(s);
    }),
  );

  it(
    'has another key',
    scenario(async (s) => {
      const { keyPem } = s.emulator.authority.issue({ names: [DOMAIN] });
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      const { certificate } = await s.supply({ ...issued, keyPem });
      await s.configure({ endpoints: [{ certificate }] });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { changed: 'false' } });
      expect(run.annotations[0]).toMatchObject({ level: 'error', title: 'key-mismatch', place: CERTIFICATE });
      await expectUntouched(s);
    }),
  );
});

describe.concurrent('a run that cannot start', () => {
  it(
    'lacks the variable with the key',
    scenario(async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate }] });
      delete s.variables['REC_EXAMPLE_COM_KEY'];
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 2, outputs: {} });
      expect(run.annotations).toMatchObject([
        { level: 'error', title: 'KEY_VARIABLE_MISSING', place: CERTIFICATE },
      ]);
      expect(run.annotations[0]?.message).toContain('REC_EXAMPLE_COM_KEY');
      await expectUntouched(s);
    }),
  );

  it(
    'has a variable without a key, and a bundle without a certificate',
    scenario(async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate }] });
      await s.write(BUNDLE, 'none\n');
      s.variables['REC_EXAMPLE_COM_KEY'] = 'hunter2hunter2hunter2';
      const run = await s.act();
      expect(run.exitCode).toBe(2);
      expect(run.annotations).toMatchObject([
        { level: 'error', title: 'KEY_MALFORMED', place: CERTIFICATE },
        { level: 'error', title: 'PEM_NO_CERTIFICATE', place: BUNDLE },
      ]);
      expect(run.masks).toContain('hunter2hunter2hunter2');
      await expectUntouched(s);
    }),
  );

  it(
    'has a bundle that is not there',
    scenario(async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate: { ...certificate, bundle: 'certs/missing.pem' } }] });
      const run = await s.act();
      expect(run.exitCode).toBe(2);
      expect(run.annotations).toMatchObject([
        { level: 'error', title: 'FILE_UNREADABLE', place: CERTIFICATE },
      ]);
      await expectUntouched(s);
    }),
  );

  it(
    'has a private key in its bundle, of which nothing is shown',
    scenario(async (s) => {
      const issued = s.emulator.authority.issue({ names: [DOMAIN] });
      const { certificate, keyPem } = await s.supply(issued);
      s.keyFiles.add(await s.write(BUNDLE, `${issued.bundlePem}${keyPem}`));
      await s.configure({ endpoints: [{ certificate }] });
      const run = await s.act();
      expect(run.exitCode).toBe(2);
      const line = issued.bundlePem.split('\n').length;
      expect(run.annotations).toMatchObject([
        { level: 'error', title: 'PEM_HOLDS_PRIVATE_KEY', place: `${BUNDLE}:${line}` },
      ]);
      await expectUntouched(s);
    }),
  );

  it(
    'has a configuration that is not YAML',
    scenario(async (s) => {
      await s.write('airec-https.yml', 'region: cn-hangzhou\nairec: { instance: [\n');
      const run = await s.act();
      expect(run.exitCode).toBe(2);
      expect(run.annotations[0]).toMatchObject({ level: 'error', title: 'CONFIG_SYNTAX' });
      expect(run.annotations[0]?.place).toMatch(/^airec-https\.yml:[23]:\d+$/);
      await expectUntouched(s);
    }),
  );

  it(
    'has keys that nobody knows, all of which are named with their places',
    scenario(async (s) => {
      await s.configure({ regoin: 'cn-hangzhou', endpoints: [{ healt: { path: '/' } }] });
      const run = await s.act();
      expect(run.exitCode).toBe(2);
      const unknown = { level: 'error', title: 'CONFIG_UNKNOWN_KEY', place: CERTIFICATE };
      expect(run.annotations).toMatchObject([unknown, unknown]);
      expect(run.annotations.map(({ message }) => message).join()).toMatch(/health[\s\S]*region/);
      await expectUntouched(s);
    }),
  );

  it(
    'has no configuration, or an input that means nothing',
    scenario(async (s) => {
      expect(await s.act({ config: 'elsewhere.yml' })).toMatchObject({
        exitCode: 2,
        annotations: [{ title: 'CONFIG_NOT_FOUND' }],
      });
      for (const inputs of [{ command: 'undeploy' }, { 'dry-run': 'perhaps' }, { 'fail-on': 'sometimes' }]) {
        expect(await s.act(inputs)).toMatchObject({ exitCode: 2, annotations: [{ title: 'USAGE' }] });
      }
      expect(await s.terminal('deploy', '--config', 'elsewhere.yml')).toMatchObject({
        exitCode: 2,
        stdout: '',
      });
      expect(await s.terminal('undeploy')).toMatchObject({ exitCode: 2, stdout: '' });
      expect(await s.terminal('deploy', '--force')).toMatchObject({ exitCode: 2, stdout: '' });
      await expectUntouched(s);
    }),
  );
});
