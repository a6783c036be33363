import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type Scenario, scenario } from '../../support/scenario/scenario.ts';
import { DOMAIN } from '../../support/scenario/workspace.ts';

const ROLE = 'acs:ram::1234567890123456:role/airec-deploy';
const PROVIDER = 'acs:ram::1234567890123456:oidc-provider/github';
const BRANCH = 'repo:example/airec:ref:refs/heads/main';
/** As repositories made since July 2026 have it. */
const IMMUTABLE = 'repo:example@1001/airec@2002:ref:refs/heads/main';
const INPUTS = { 'role-to-assume': ROLE, 'oidc-provider-arn': PROVIDER };
const CLB = { type: 'CLB', id: 'lb-1', edges: 1 } as const;

/** A workflow's job: GitHub gives it tokens with `subject`, and nobody gave it keys. */
async function inJob(s: Scenario, subject: string, play: (token: string) => Promise<void>): Promise<void> {
  for (const name of Object.keys(s.variables))
    if (name.startsWith('ALIBABA_CLOUD_')) delete s.variables[name];
  const claims = Buffer.from(JSON.stringify({ aud: 'sts.aliyuncs.com', sub: subject })).toString('base64url');
  const token = `eyJhbGciOiJSUzI1NiJ9.${claims}.c2lnbmF0dXJlT2ZHaXRIdWI`;
  const server = createServer((request, response) => {
    const isAsked = request.headers.authorization === 'Bearer request-token-of-the-job';
    response.writeHead(isAsked ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ value: token }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  s.variables['ACTIONS_ID_TOKEN_REQUEST_URL'] = `http://127.0.0.1:${port}/token?api-version=2.0`;
  s.variables['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = 'request-token-of-the-job';
  s.secrets.push(token);
  try {
    await play(token);
  } finally {
    server.close();
  }
}

const withRole = (play: (s: Scenario) => Promise<void>, subjects: readonly string[] = [BRANCH, IMMUTABLE]) =>
  scenario(
    async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate, ingress: [{ type: 'CLB', instance: 'lb-1' }] }] });
      await play(s);
    },
    {
      api: '2020-04-07',
      instances: [CLB],
      account: { oidc: { roleArn: ROLE, providerArn: PROVIDER, audience: 'sts.aliyuncs.com', subjects } },
    },
  );

describe.concurrent('a role assumed by the token of the job', () => {
  it.each([BRANCH, IMMUTABLE])('deploys for %s, and no stored secret is there', (subject) =>
    withRole((s) =>
      inJob(s, subject, async () => {
        const run = await s.act(INPUTS);
        expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
        expect(run.stdout).toContain('acs:ram::1234567890123456:assumed-role/airec-deploy/airec-https-');
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
