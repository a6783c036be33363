import { describe, expect, it } from 'vitest';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';
import { DOMAIN, SLB } from '../support/scenario/workspace.ts';

/** What an attacker would like a log, a terminal and a job summary to obey. */
const HOSTILE = [
  '\u001B[2J\u001B]0;owned\u0007',
  '\n::error file=owned.ts::owned',
  '\r\n::add-mask::example',
  '\n##[error]owned',
  '|</details><img src=x onerror=owned()>',
  '[owned](https://owned.example) @owned/team `owned` **owned**',
].join('');

/** Every address serves a certificate with this subject and name, to everybody. */
function placeHostile({ emulator }: Scenario): void {
  const { bundlePem, keyPem } = emulator.authority.issue({ names: [HOSTILE] });
  emulator.place({ instanceId: SLB.instance, chainPem: bundlePem, keyPem, servedFor: [DOMAIN] });
}

const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/; // oxlint-disable-line no-control-regex

describe.concurrent('a hostile peer', () => {
  it(
    'commands neither the runner nor the summary by its certificate',
    scenario(async (s) => {
      placeHostile(s);
      s.emulator.inject({ kind: 'stale-edge', instanceId: SLB.instance, edge: 0 });
      await s.configure({ deadlines: { propagation: '300ms' } });
      const run = await s.act();
      expect(run.exitCode).toBe(1);
      expect(run.annotations.map(({ title }) => title)).toEqual([
        'hostname-mismatch',
        'certificate-drift',
        'inconsistent-addresses',
      ]);
      expect(run.annotations.filter(({ place = '' }) => place.includes('owned'))).toEqual([]);
      expect(run.stdout).toContain('owned');
      expect(run.stdout).not.toMatch(CONTROLS);
      const commands = run.stdout.split('\n').filter((line) => /^\s*(::|##\[)/.test(line));
      expect(commands.filter((line) => !/^::(add-mask::|error title=)/.test(line))).toEqual([]);
      expect(run.masks).not.toContain('example');
      expect(run.summary).not.toMatch(CONTROLS);
      expect(run.summary).not.toMatch(/<img|<\/details>[^\n]|@owned|https:\/\/owned|[^\\]\*\*owned/);
      expect(JSON.stringify(run.report)).not.toMatch(CONTROLS);
    }),
  );

  it(
    'does not command a terminal by its certificate',
    scenario(async (s) => {
      placeHostile(s);
      const run = await s.terminal('deploy', '--dry-run');
      expect(run.stdout).toContain('owned');
      expect(run.stdout).not.toMatch(CONTROLS);
      const json = await s.terminal('deploy', '--dry-run', '--json');
      expect(json.stderr).not.toMatch(CONTROLS);
    }),
  );

  it(
    'does not command the runner by the output of the bind command',
    scenario(async (s) => {
      await s.write('hostile.txt', HOSTILE);
      await s.write('tools/bind', '#!/bin/sh\ncat hostile.txt\nexec tools/airec-cli "$@"\n');
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [] });
      expect(run.stdout).toContain('owned');
      expect(run.stdout).not.toMatch(CONTROLS);
      expect(run.stdout.split('\n').filter((line) => /^\s*(::(?!add-mask)|##\[)/.test(line))).toEqual([]);
      expect(run.masks).not.toContain('example');
    }),
  );
});
