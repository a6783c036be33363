import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { run as runAirecCli } from '../../../src/commands/emulate/airec-cli.ts';
import { run as runDeploy } from '../../../src/commands/deploy/cli.ts';
import { run as runEmulate } from '../../../src/commands/emulate/emulate.ts';
import type { Terminal } from '../../../src/commands/terminal.ts';
import { toAppErrors } from '../../../src/errors/render.ts';
import { createPaint } from '../../../src/reports/paint.ts';
import { authority } from '../../support/deployment.ts';

const KEYS = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'commands-key',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'commands-secret',
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'airec-https-commands-'));
  await writeFile(path.join(folder, 'root.pem'), authority.rootPem);
});
afterAll(() => rm(folder, { recursive: true }));

/** A terminal that keeps what it is told; the environment is what a test gives. */
function terminalWith(
  environment: Record<string, string> = {},
): Terminal & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  return {
    environment,
    width: 80,
    out: keep,
    error: keep,
    showsProgress: false,
    progress: () => undefined,
    paint: () => createPaint(false),
    lines,
  };
}

/** Writes a configuration that nothing answers to; `changes` break it. */
async function configure(changes: object = {}): Promise<string> {
  const file = path.join(folder, 'airec-https.yml');
  const config = {
    region: 'cn-hangzhou',
    cas: { api: 'guide', endpoint: 'http://127.0.0.1:9' },
    airec: { instance: 'ai-rec-prod', mapping: 'certificate_info.xlsx', bind: 'none' },
    endpoints: [
      {
        domain: 'rec.example.com',
        certificate: { request: { type: 'DV' } },
        ingress: [{ type: 'SLB', instance: 'lb-1' }],
        addresses: ['127.0.0.1:9'],
      },
    ],
    trust: { roots: ['root.pem'], 'private-networks': true },
    deadlines: { call: '1s', connection: '1s' },
    ...changes,
  };
  await writeFile(file, stringify(config));
  return file;
}

async function codesOf(running: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await running.then(
    () => new Error('it ran'),
    (reason: unknown) => reason,
  );
  return toAppErrors(error).map(({ code }) => code);
}

describe('deploy', () => {
  it('refuses a report that cannot be written, before anything is read', async () => {
    const report = path.join(folder, 'no-such-folder', 'report.json');
    const argv = ['--config', 'no-such-file.yml', '--report', report];
    expect(await codesOf(runDeploy(argv, terminalWith(KEYS)))).toEqual(['REPORT_NOT_WRITABLE']);
  });

  it.each([
    ['a level that is none', ['--fail-on', 'info'], 'USAGE'],
    ['an option that is none', ['--force'], 'USAGE'],
  ])('refuses %s', async (_name, argv, code) => {
    expect(await codesOf(runDeploy(argv, terminalWith(KEYS)))).toEqual([code]);
  });

  it.each([
    [
      'a bind command that is missing',
      { airec: { instance: 'i', mapping: 'm.xlsx', bind: './no-such-cli' } },
      'BIND_COMMAND_NOT_FOUND',
    ],
    [
      'a root that is missing',
      { trust: { roots: ['no-such-root.pem'], 'private-networks': true } },
      'FILE_UNREADABLE',
    ],
  ])('refuses %s before the first call', async (_name, changes, code) => {
    const argv = ['--config', await configure(changes)];
    const terminal = terminalWith(KEYS);
    expect(await codesOf(runDeploy(argv, terminal))).toEqual([code]);
    expect(terminal.lines).toEqual([]);
  });

  it('of a cloud that does not answer is undetermined, and reported', async () => {
    const report = path.join(folder, 'report.json');
    const argv = ['--config', await configure(), '--report', report, '--json', '--dry-run'];
    const terminal = terminalWith(KEYS);
    expect(await runDeploy(argv, terminal)).toBe(3);
    const printed = terminal.lines.at(-1) ?? '';
    expect(await readFile(report, 'utf8')).toBe(`${printed}\n`);
    expect(JSON.parse(printed)).toMatchObject({
      version: 1,
      dryRun: true,
      status: 'unknown',
      changed: false,
      endpoints: [{ error: { code: 'CLOUD_UNREACHABLE' } }],
    });
    expect(existsSync(path.join(folder, 'certificate_info.xlsx'))).toBe(false);
  });
});

describe('emulate', () => {
  it.each([[['--edges', '0']], [['--edges', '17']], [['--edges', 'two']], [['--fault', 'earthquake']]])(
    'refuses %j',
    async (argv) => {
      expect(await codesOf(runEmulate(argv, terminalWith()))).toEqual(['USAGE']);
    },
  );
});

describe('the emulated airec-cli', () => {
  const own = ['--airec-endpoint', 'http://127.0.0.1:9/airec', '--'];
  const update = ['domain', 'update', '--instance-id', 'i', '--config-file', 'no-such.xlsx', '--region', 'r'];

  it.each([
    ['no words of its own', update],
    ['no words at all', []],
    ['other words', [...own, 'domain', 'delete', ...update.slice(2)]],
    ['an option too few', [...own, ...update.slice(0, -2)]],
    ['an option without a value', [...own, ...update.slice(0, -1)]],
    ['a workbook that is missing', [...own, ...update]],
  ])('refuses %s', async (_name, argv) => {
    expect(await codesOf(runAirecCli(argv, terminalWith()))).toEqual(['USAGE']);
  });
});
