import { describe, expect, it } from 'vitest';
import { assumeRoleWithOidc } from '../../src/alibaba/oidc-role.ts';
import { Secret } from '../../src/errors/secret.ts';
import { openPublished } from '../support/published-cloud.ts';

const ROLE = 'acs:ram::1234567890123456:role/airec-deploy';
const PROVIDER = 'acs:ram::1234567890123456:oidc-provider/github';
const SUBJECT = 'repo:example/airec:ref:refs/heads/main';
const MINUTE_MS = 60_000;

/** A source of credentials of a cloud whose clock runs behind, and how often it asked for a token. */
async function open(behindMs: number) {
  const roles = [{ arn: ROLE, subjects: [SUBJECT] }];
  const oidc = { providerArn: PROVIDER, audience: 'sts.aliyuncs.com', roles };
  const { emulator } = await openPublished({ account: { oidc }, now: () => new Date(Date.now() - behindMs) });
  const claims = Buffer.from(JSON.stringify({ aud: 'sts.aliyuncs.com', sub: SUBJECT })).toString('base64url');
  let asked = 0;
  const source = assumeRoleWithOidc({
    roleArn: ROLE,
    providerArn: PROVIDER,
    sessionName: 'a-test',
    readToken: () => {
      asked += 1;
      return Promise.resolve(new Secret(`header.${claims}.signature`));
    },
    endpoint: emulator.endpoint,
    callMs: 5000,
  });
  return { source, asked: () => asked };
}

describe('a session of a role', () => {
  it('serves every call, also those that come at once, until it ends', async () => {
    const { source, asked } = await open(0);
    const [one, other] = await Promise.all([source(), source()]);
    expect(one.accessKeyId).toBe(other.accessKeyId);
    expect((await source()).accessKeyId).toBe(one.accessKeyId);
    expect(asked()).toBe(1);
  });

  it('is replaced five minutes before its end, with a token of its own', async () => {
    const { source, asked } = await open(56 * MINUTE_MS);
    const first = await source();
    expect((await source()).accessKeyId).not.toBe(first.accessKeyId);
    expect(asked()).toBe(2);
  });
});
