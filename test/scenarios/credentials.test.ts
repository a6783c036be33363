import { describe, expect, it } from 'vitest';
import { scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

const TEMPORARY = {
  id: 'STS.scenario',
  secret: 'aTemporaryAccessKeySecret+/=&%',
  securityToken: 'aSecurityToken+/=&%aSecurityToken+/=&%',
} as const;

describe.concurrent('credentials', () => {
  it(
    'that are temporary work, and their token is in no URL',
    scenario(
      async (s) => {
        s.emulator.inject({ kind: 'leaf-only', times: 1 });
        const { leaf, certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
        await s.configure({ endpoints: [{ certificate }] });
        const run = await s.act();
        expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
        expect(run.masks).toEqual(expect.arrayContaining([TEMPORARY.secret, TEMPORARY.securityToken]));
        expect(new Set(s.emulator.calls.map(({ rawUrl }) => rawUrl))).toEqual(new Set(['/']));
        expect(await s.served()).toEqual(trusted(leaf, 3));
      },
      { accessKey: TEMPORARY },
    ),
  );

  it(
    'that are missing end the run before the first call',
    scenario(async (s) => {
      delete s.variables['ALIBABA_CLOUD_ACCESS_KEY_ID'];
      const half = await s.act();
      expect(half).toMatchObject({ exitCode: 2, annotations: [{ title: 'CREDENTIALS_MISSING' }] });
      expect(half.annotations[0]?.message).toContain('ALIBABA_CLOUD_ACCESS_KEY_ID is not set');
      delete s.variables['ALIBABA_CLOUD_ACCESS_KEY_SECRET'];
      const none = await s.act();
      expect(none).toMatchObject({ exitCode: 2, annotations: [{ title: 'CREDENTIALS_MISSING' }] });
      expect(await s.terminal('deploy')).toMatchObject({ exitCode: 2, stdout: '' });
      expect(s.newCalls()).toEqual([]);
    }),
  );

  it(
    'that CAS refuses are the configuration to mend',
    scenario(async (s) => {
      s.variables['ALIBABA_CLOUD_ACCESS_KEY_SECRET'] = 'anotherAccessKeySecret';
      s.secrets.push('anotherAccessKeySecret');
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 2, outputs: { changed: 'false' } });
      expect(run.annotations).toMatchObject([{ title: 'CLOUD_AUTHENTICATION' }]);
      expect(s.newCalls()).toEqual(['List CPACK → SignatureDoesNotMatch']);
    }),
  );
});
