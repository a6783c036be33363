import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

describe.concurrent('the bind command', () => {
  it(
    'that is missing ends the run before the first call',
    scenario(async (s) => {
      await s.configure({ airec: { bind: 'airec-cli-of-nobody' } });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 2, annotations: [{ title: 'BIND_COMMAND_NOT_FOUND' }] });
      expect(run.annotations[0]?.message).toContain('airec.bind');
      expect(s.newCalls()).toEqual([]);
      expect(await s.mappingRows()).toBeUndefined();
    }),
  );

  it(
    'none leaves the mapping to its owner, whose endpoint is not healthy until it is bound',
    scenario(async (s) => {
      await s.configure({ airec: { bind: 'none' } });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'degraded', changed: 'true' } });
      expect(run.annotations).toMatchObject([{ level: 'error', title: 'http-failure' }]);
      expect(run.report?.steps.find(({ name }) => name === 'bind')).toMatchObject({ outcome: 'skipped' });
      expect(await s.served()).toEqual(trusted(s.emulator.certificates[0]?.leafFingerprint ?? '', 2));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
      expect(s.emulator.bindings).toEqual([]);
    }),
  );

  it(
    'that fails is a finding, and is run again until the endpoint answers',
    scenario(async (s) => {
      const bind = await readFile(path.join(s.workspace, 'tools/bind'), 'utf8');
      await s.write('tools/bind', '#!/bin/sh\necho "no such instance" >&2\nexit 7\n');
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'degraded', changed: 'true' } });
      expect(run.annotations.map(({ title }) => title)).toEqual(['bind-failed', 'http-failure']);
      expect(run.annotations[0]?.message).toContain('exited with 7');
      expect(run.stdout).toContain('no such instance');
      s.newCalls();
      await s.write('tools/bind', bind);
      const second = await s.act();
      expect(second).toMatchObject({ exitCode: 0, outputs: { status: 'healthy', changed: 'false' } });
      expect(s.newCalls()).toEqual(['Status #1', 'List CPACK', 'List CERT', 'Status #1']);
      expect(s.emulator.bindings).toMatchObject([{ domain: DOMAIN }]);
    }),
  );

  it(
    'that does not end is killed at its deadline',
    scenario(async (s) => {
      await s.write('tools/bind', '#!/bin/sh\nsleep 60\n');
      await s.configure({ deadlines: { bind: '300ms' } });
      const run = await s.act();
      expect(run.exitCode).toBe(1);
      expect(run.annotations[0]).toMatchObject({ title: 'bind-failed' });
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
    }),
  );

  it(
    'gets the arguments of the guide, and none of the secrets in its environment',
    scenario(async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate }], airec: { environment: ['AIREC_PROFILE'] } });
      s.variables['AIREC_PROFILE'] = 'prod';
      expect(await s.act()).toMatchObject({ exitCode: 0 });
      const [argv, ...environment] = (
        await readFile(path.join(s.workspace, 'tools/bound.txt'), 'utf8')
      ).split('\n');
      expect(argv).toBe(
        'domain update --instance-id ai-rec-prod --config-file certificate_info.xlsx --region cn-hangzhou',
      );
      const names = new Set(environment.map((line) => line.split('=')[0]).filter(Boolean));
      expect(names).toEqual(new Set(['AIREC_PROFILE', 'HOME', 'PATH', 'PWD']));
    }),
  );
});
