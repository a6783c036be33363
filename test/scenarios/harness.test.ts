import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findLeaks } from '../support/scenario/leaks.ts';
import { startProgram } from '../support/scenario/run-program.ts';
import { scenario } from '../support/scenario/scenario.ts';

const KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const [, LINE = ''] = KEY.split('\n');

describe.concurrent('the search for secrets', () => {
  it.each([
    ['a whole key', KEY],
    ['a line of it', `x${LINE}y`],
    ['a key in a URL', `/?Key=${encodeURIComponent(KEY)}`],
    ['a key in a form', new URLSearchParams({ Key: KEY }).toString()],
    ['a key in JSON', JSON.stringify({ key: KEY })],
    ['a token', 'Bearer aToken+/=& '],
    ['a token in a URL', `/?t=${encodeURIComponent('aToken+/=&')}`],
  ])('finds %s', (_name, text) => {
    expect(findLeaks([KEY, 'aToken+/=&'], [{ where: 'there', text }])).not.toEqual([]);
  });

  it('finds nothing in what is public', () => {
    const publicHalf = KEY.split('\n')[3] ?? 'none';
    expect(findLeaks([KEY], [{ where: 'there', text: `-----BEGIN PRIVATE KEY-----${publicHalf}` }])).toEqual(
      [],
    );
  });

  it(
    'looks into every file of the workspace',
    scenario(async (s) => {
      const issued = s.emulator.authority.issue({ names: ['rec.example.com'] });
      await s.supply(issued);
      await s.write('notes.txt', issued.keyPem);
      await expect(s.terminal('--version')).rejects.toThrow('notes.txt');
    }),
  );
});

describe.concurrent('the network of a scenario', () => {
  it(
    'ends at loopback',
    scenario(async (s) => {
      await s.configure({ cas: { api: 'guide', endpoint: 'https://192.0.2.1' } });
      const { workspace: cwd, variables, env } = s;
      const run = await startProgram({ entry: 'action.js', cwd, env: { ...env, ...variables } }).ended;
      expect(run).toMatchObject({ exitCode: 99, stderr: 'a connection beyond loopback: 192.0.2.1\n' });
    }),
  );
});
