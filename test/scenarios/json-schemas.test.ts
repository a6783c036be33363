import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../script/bundle.ts';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';

type SchemaName = 'report' | 'check' | 'monitor' | 'plan';

const SCHEMAS: readonly SchemaName[] = ['report', 'check', 'monitor', 'plan'];

/** What is published, for a validator that knows nothing of us. Formats are patterns too. */
async function validatorOf(name: SchemaName): Promise<ValidateFunction> {
  const text = await readFile(path.join(ROOT, 'docs', `${name}.schema.json`), 'utf8');
  return new Ajv2020({ strict: true, allErrors: true, validateFormats: false }).compile(JSON.parse(text));
}

async function expectValid(name: SchemaName, json: string): Promise<void> {
  const validate = await validatorOf(name);
  validate(JSON.parse(json));
  expect(validate.errors).toBeNull();
}

/** What a command prints with `--json`. */
async function jsonOf(s: Scenario, ...argv: readonly string[]): Promise<string> {
  const { stdout } = await s.terminal(...argv, '--json');
  return stdout;
}

describe('the published schemas', () => {
  it.each(SCHEMAS)('of %s refuse what is no report', async (name) => {
    const validate = await validatorOf(name);
    expect([{}, [], null, { version: 2 }].map((value) => validate(value))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe.concurrent('the JSON', () => {
  it(
    'of a deployment that mends a chain, of the second one and of a dry run keeps to its schema',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'leaf-only', times: 1 });
      const first = await jsonOf(s, 'deploy', '--report', 'first.json');
      await expectValid('report', first);
      expect(JSON.parse(first)).toMatchObject({ status: 'healthy', changed: true });
      await expectValid('report', await jsonOf(s, 'deploy'));
      await expectValid('report', await jsonOf(s, 'deploy', '--dry-run'));
      await expectValid('report', await readFile(path.join(s.workspace, 'first.json'), 'utf8'));
    }),
  );

  it(
    'of the undoing of a deployment keeps to its schema',
    scenario(
      async (s) => {
        await s.terminal('deploy', '--report', 'first.json');
        const json = await jsonOf(s, 'rollback', '--report', 'first.json');
        await expectValid('report', json);
        expect(JSON.parse(json).endpoints).toMatchObject([{ rolledBack: true }]);
      },
      { api: '2020-04-07' },
    ),
  );

  it(
    'of a deployment that leaves clients without a chain keeps to its schema',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'leaf-only', times: 9 });
      s.emulator.inject({ kind: 'aia-down' });
      const json = await jsonOf(s, 'deploy');
      await expectValid('report', json);
      const [endpoint] = JSON.parse(json).endpoints;
      expect(endpoint).toMatchObject({ status: 'broken', clients: { java: { accepts: false } } });
      await expectValid('check', await jsonOf(s, 'check', '--config', 'airec-https.yml'));
      await expectValid('monitor', await jsonOf(s, 'monitor'));
      await expectValid('plan', await jsonOf(s, 'plan'));
    }),
  );

  it(
    'of looks at an endpoint that is well keeps to its schema',
    scenario(async (s) => {
      await s.terminal('deploy');
      const check = await jsonOf(s, 'check', '--config', 'airec-https.yml');
      await expectValid('check', check);
      const monitor = await jsonOf(s, 'monitor', '--state', 'state.json');
      await expectValid('monitor', monitor);
      await expectValid('plan', await jsonOf(s, 'plan'));
      expect([JSON.parse(check).endpoints[0].verdict, JSON.parse(monitor).status]).toEqual([
        'healthy',
        'healthy',
      ]);
    }),
  );
});
