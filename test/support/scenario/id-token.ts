import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmulatorOptions } from '../../../src/emulator/emulator.ts';

/** The role and the provider of the examples. */
export const ROLE = 'acs:ram::1234567890123456:role/airec-https-deploy';
/** The role that looks, of the examples. */
export const LOOKING_ROLE = 'acs:ram::1234567890123456:role/airec-https-monitor';
export const PROVIDER = 'acs:ram::1234567890123456:oidc-provider/github';
export const BRANCH = 'repo:example/airec:ref:refs/heads/main';
/** As repositories made since July 2026 have it. */
export const IMMUTABLE = 'repo:example@1001/airec@2002:ref:refs/heads/main';

/** An account whose role trusts these subjects. */
export function trusting(...subjects: readonly string[]): NonNullable<EmulatorOptions['account']> {
  return { oidc: { providerArn: PROVIDER, audience: 'sts.aliyuncs.com', roles: [{ arn: ROLE, subjects }] } };
}

export interface JobToken {
  readonly token: string;
  /** With which a job may ask GitHub for it. */
  readonly variables: Readonly<Record<string, string>>;
  close(): void;
}

/** GitHub, as far as it gives a job its token. */
export async function startIdTokens(subject: string): Promise<JobToken> {
  const claims = Buffer.from(JSON.stringify({ aud: 'sts.aliyuncs.com', sub: subject })).toString('base64url');
  const token = `eyJhbGciOiJSUzI1NiJ9.${claims}.c2lnbmF0dXJlT2ZHaXRIdWI`;
  const server = createServer((request, response) => {
    const isAsked = request.headers.authorization === 'Bearer request-token-of-the-job';
    response.writeHead(isAsked ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ value: token }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    token,
    variables: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token-of-the-job',
    },
    close: () => void server.close(),
  };
}
