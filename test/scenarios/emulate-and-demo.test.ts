import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNodes } from '../../script/find-nodes.ts';
import { CAS_APIS } from '../../src/config/config.ts';
import { type RunningProgram, startProgram } from '../support/scenario/run-program.ts';
import { scenario } from '../support/scenario/scenario.ts';
import { serve } from '../support/scenario/served.ts';
import { until } from '../support/scenario/until.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

interface Emulated {
  readonly endpoint: string;
  readonly edges: readonly { readonly ip: string; readonly port: number }[];
  readonly configFile: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function readEmulated(program: RunningProgram): Promise<Emulated> {
  await until(() => program.stdout().endsWith('\n'));
  return JSON.parse(program.stdout()) as Emulated;
}

describe.concurrent('emulate', () => {
  it(
    'serves what deploy needs until it is told to end',
    scenario(async ({ workspace: cwd, env: { PATH, HOME } }) => {
      const argv = ['emulate', '--json', '--workspace', 'emulated', '--edges', '3', '--fault', 'leaf-only'];
      const emulate = startProgram({ entry: 'cli.js', argv, cwd, env: { PATH, HOME } });
      const { edges, configFile, environment } = await readEmulated(emulate);
      expect(edges).toHaveLength(3);
      expect(configFile).toBe(path.join(cwd, 'emulated/airec-https.yml'));
      const deploy = ['deploy', '--config', configFile];
      const env = { PATH, HOME, ...environment };
      const run = await startProgram({ entry: 'cli.js', argv: deploy, cwd, env }).ended;
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      expect(run.stdout).toContain('3 of 3');
      emulate.kill('SIGTERM');
      expect(await emulate.ended).toMatchObject({ exitCode: 0, stderr: '' });
    }),
  );

  it(
    'has a console in which somebody breaks what is served, and refuses nothing but nonsense',
    scenario(async ({ workspace: cwd, env: { PATH, HOME } }) => {
      const env = { PATH, HOME };
      const argv = ['emulate', '--json', '--workspace', 'emulated'];
      const emulate = startProgram({ entry: 'cli.js', argv, cwd, env });
      const { edges } = await readEmulated(emulate);
      const inside = path.join(cwd, 'emulated');
      const root = await readFile(path.join(inside, 'emulator-root.pem'), 'utf8');
      const bundle = await readFile(path.join(inside, 'rec.example.com.pem'), 'utf8');
      await writeFile(
        path.join(inside, 'leaf.pem'),
        bundle.split(/(?<=-----END CERTIFICATE-----\n)/)[0] ?? '',
      );
      const run = async (...words: readonly string[]) => {
        const child = spawn(path.join(inside, 'console'), words, { cwd: inside, env, stdio: 'ignore' });
        return (await once(child, 'close'))[0];
      };
      expect(await run('lb-ai-rec-01', 'leaf.pem', 'rec.example.com.key')).toBe(0);
      for (const address of edges) {
        expect(await serve({ address, domain: DOMAIN, root })).toMatchObject({
          verdict: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
          sent: 1,
        });
      }
      expect(await run('lb-other', 'leaf.pem', 'rec.example.com.key')).toBe(1);
      expect(await run('lb-ai-rec-01', 'none.pem', 'rec.example.com.key')).toBe(2);
      expect(await run('lb-ai-rec-01', 'leaf.pem')).toBe(2);
      emulate.kill('SIGTERM');
      await emulate.ended;
      expect(await run('lb-ai-rec-01', 'leaf.pem', 'rec.example.com.key')).toBe(1);
    }),
  );

  it(
    'says where everything is to a person',
    scenario(async ({ workspace: cwd, env: { PATH, HOME } }) => {
      const emulate = startProgram({
        entry: 'cli.js',
        argv: ['emulate'],
        cwd,
        env: { PATH, HOME, TMPDIR: cwd },
      });
      await until(() => emulate.stdout().includes('Ctrl-C'));
      expect(emulate.stdout()).toContain('an emulated Alibaba Cloud');
      emulate.kill('SIGTERM');
      expect(await emulate.ended).toMatchObject({ exitCode: 0, stderr: '' });
    }),
  );

  it.each([
    ['an unknown fault', ['--fault', 'earthquake']],
    ['no address', ['--edges', '0']],
    ['an unknown option', ['--port', '80']],
  ])('refuses %s', (_title, options) =>
    scenario(async (s) => {
      expect(await s.terminal('emulate', ...options)).toMatchObject({ exitCode: 2, stdout: '' });
    })(),
  );
});

describe.concurrent('demo', () => {
  const runs = findNodes().flatMap(({ file, version }) =>
    CAS_APIS.map((api) => [version, api, file] as const),
  );

  it.each(runs)('tells its story with Node %s and %s, no network, and cleans up', (_version, api, node) =>
    scenario(async ({ workspace: cwd, env: { PATH, HOME } }) => {
      const TMPDIR = path.join(cwd, 'tmp');
      await mkdir(TMPDIR);
      const env = { PATH, HOME, TMPDIR };
      const run = await startProgram({ entry: 'cli.js', argv: ['demo', '--cas', api], cwd, env, node }).ended;
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      for (const word of ['Provision', 'Diagnose', 'NET::ERR_CERT_AUTHORITY_INVALID', 'Redeploy', '2 of 2']) {
        expect(run.stdout).toContain(word);
      }
      expect(await readdir(TMPDIR)).toEqual([]);
    })(),
  );
});
