import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AirecConfig } from '../../src/config/config.ts';
import { bind, writeMapping } from '../../src/deployment/bind.ts';
import { createWorld } from '../support/world.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'airec-https-bind-'));
});
afterAll(() => rm(folder, { recursive: true }));

function airec(command: AirecConfig['bind'] = 'none'): AirecConfig {
  return {
    instance: 'ai-rec-prod',
    mapping: path.join(folder, 'certificate_info.xlsx'),
    bind: command,
    environment: [],
  };
}

/** An executable that does what `script` says. */
async function executable(script: string): Promise<[string]> {
  const file = path.join(folder, 'airec-cli');
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return [file];
}

/** Binds for a reason; the finding and the step's record. */
async function run(
  command: AirecConfig['bind'],
  { because, bindMs = 5000 }: { because?: string; bindMs?: number },
) {
  const { deadlines } = createWorld().config;
  const world = createWorld({ config: { airec: airec(command), deadlines: { ...deadlines, bindMs } } });
  const finding = await bind(because, world);
  return { finding, step: world.steps.records[0] };
}

describe('binding', () => {
  it('runs the command with the arguments of the guide and shows its output', async () => {
    const { finding, step } = await run(await executable('echo "$@"'), { because: 'it changed' });
    expect(finding).toBeUndefined();
    const said =
      'domain update --instance-id ai-rec-prod --config-file certificate_info.xlsx --region cn-hangzhou';
    expect(step).toMatchObject({ outcome: 'done', observed: ['it changed', said] });
    expect(step?.asked[0]).toMatch(new RegExp(`airec-cli ${said}$`));
  });

  it.each([
    ['an exit code', 'exit 3', 5000, '3'],
    ['a signal', 'kill -KILL $$', 5000, 'SIGKILL'],
    ['the deadline', 'exec sleep 30', 50, 'deadlines.bind'],
  ])('that ends by %s is a finding', async (...[, script, bindMs, says]) => {
    const { finding, step } = await run(await executable(script), { because: 'it changed', bindMs });
    expect(finding).toMatchObject({ id: 'bind-failed', severity: 'error' });
    expect(finding?.problem).toContain(says);
    expect(step?.outcome).toBe('found');
  });

  it('is skipped without a reason, and without a command', async () => {
    const command = await executable('exit 3');
    for (const skipped of [await run(command, {}), await run('none', { because: 'it changed' })]) {
      expect(skipped).toMatchObject({ finding: undefined, step: { outcome: 'skipped', asked: [] } });
    }
  });

  it('with a command that is not there is an error', async () => {
    const missing = run([path.join(folder, 'missing')], { because: 'it changed' });
    await expect(missing).rejects.toMatchObject({ code: 'BIND_COMMAND_NOT_FOUND' });
  });
});

describe('the mapping', () => {
  it('is written once, and the step says so', async () => {
    const world = createWorld({ config: { airec: airec() } });
    const entries = [{ domain: 'rec.example.com', port: 443, certificateId: '12345678901234567' }];
    expect(await writeMapping(entries, world)).toBe(true);
    expect(await writeMapping(entries, world)).toBe(false);
    expect(world.steps.records.map(({ outcome }) => outcome)).toEqual(['done', 'skipped']);
    expect(await readFile(path.join(folder, 'certificate_info.tsv'), 'utf8')).toContain('12345678901234567');
  });
});
