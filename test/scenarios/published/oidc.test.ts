import { describe, expect, it } from 'vitest';
import {
  BRANCH,
  IMMUTABLE,
  PROVIDER,
  ROLE,
  startIdTokens,
  trusting,
} from '../../support/scenario/id-token.ts';
import { type Scenario, scenario } from '../../support/scenario/scenario.ts';
import { DOMAIN } from '../../support/scenario/workspace.ts';

const INPUTS = { 'role-to-assume': ROLE, 'oidc-provider-arn': PROVIDER };
const CLB = { type: 'CLB', id: 'lb-1', edges: 1 } as const;

/** A workflow's job: GitHub gives it tokens with `subject`, and nobody gave it keys. */
async function inJob(s: Scenario, subject: string, play: () => Promise<void>): Promise<void> {
  for (const name of Object.keys(s.variables))
    if (name.startsWith('ALIBABA_CLOUD_')) delete s.variables[name];
  const job = await startIdTokens(subject);
  Object.assign(s.variables, job.variables);
  s.secrets.push(job.token);
  try {
    await play();
  } finally {
    job.close();
  }
}

const withRole = (play: (s: Scenario) => Promise<void>) =>
  scenario(
    async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate, ingress: [{ type: 'CLB', instance: 'lb-1' }] }] });
      await play(s);
    },
    {
      api: '2020-04-07',
      instances: [CLB],
      account: trusting(BRANCH, IMMUTABLE),
    },
  );

describe.concurrent('a role assumed by the token of the job', () => {
  it.each([BRANCH, IMMUTABLE])('deploys for %s, and no stored secret is there', (subject) =>
    withRole((s) =>
      inJob(s, subject, async () => {
        const run = await s.act(INPUTS);
        expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
        expect(run.stdout).toContain(
          'acs:ram::1234567890123456:assumed-role/airec-https-deploy/airec-https-',
        );
        const asked = s.emulator.calls.filter(({ action }) => action === 'AssumeRoleWithOIDC');
        expect(asked).toMatchObject([{ method: 'POST', rawUrl: '/', parameters: { OIDCToken: '***' } }]);
      }),
    )(),
  );

  it(
    'is refused to another branch, and says so',
    withRole((s) =>
      inJob(s, 'repo:example/airec:ref:refs/heads/other', async () => {
        const run = await s.act(INPUTS);
        expect(run.exitCode).toBe(2);
        expect(run.stdout).toContain('ImplicitDeny');
        expect(s.emulator.certificates).toEqual([]);
      }),
    ),
  );

  it(
    'needs the permission of the job',
    withRole(async (s) => {
      for (const name of Object.keys(s.variables))
        if (name.startsWith('ALIBABA_CLOUD_')) delete s.variables[name];
      const run = await s.act(INPUTS);
      expect(run.exitCode).toBe(2);
      expect(run.stdout).toContain('permissions: id-token: write');
    }),
  );

  it.each([
    ['one input alone', { 'role-to-assume': ROLE }, 'oidc-provider-arn is missing'],
    ['no ARN', { ...INPUTS, 'role-to-assume': 'airec-deploy' }, 'role-to-assume is "airec-deploy"'],
    ['a name that RAM refuses', { ...INPUTS, 'role-session-name': 'a b' }, 'role-session-name is "a b"'],
  ])('is not tried with %s', (_name, inputs, problem) =>
    withRole(async (s) => {
      const run = await s.act(inputs);
      expect(run.exitCode).toBe(2);
      expect(run.stdout).toContain(problem);
    })(),
  );
});
