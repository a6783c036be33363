import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRpcClient, type RpcCall } from '../../../src/alibaba/rpc/rpc-client.ts';
import { Secret } from '../../../src/errors/secret.ts';
import { FAKE_KEY, refusal, type Scripted, startFakeCas } from '../../support/fake-cas.ts';
import { failureOf } from '../../support/rpc-client.ts';

const READ = {
  action: 'GetDomain',
  method: 'GET',
  parameters: { nameLike: 'a b/ü' },
  roa: { path: '/v1/domains/d-1' },
  schema: z.object({ data: z.object({ name: z.string() }) }),
  repeat: 'safe',
} satisfies RpcCall<object>;

/** The end of one call of the ROA style to a service that answers `answer` for ever. */
async function ask(answer: Scripted, call: RpcCall<object> = READ) {
  const cas = await startFakeCas(() => answer);
  try {
    const client = createRpcClient({
      endpoint: cas.endpoint,
      apiVersion: '2024-03-27',
      ramPrefix: 'apig',
      credentials: () =>
        Promise.resolve({
          accessKeyId: FAKE_KEY.id,
          accessKeySecret: new Secret(FAKE_KEY.secret),
          securityToken: new Secret('a-session-token'),
        }),
      callMs: 700,
    });
    const end = await client.call(call).catch((error: unknown) => failureOf(Promise.reject(error as Error)));
    return { end, calls: cas.calls };
  } finally {
    await cas.close();
  }
}

describe('a call of the ROA style', () => {
  it('has its parameters in the query, and no token in the URL', async () => {
    const { end, calls } = await ask({ json: { requestId: 'R', code: 'Ok', data: { name: 'rec' } } });
    expect(end).toEqual({ data: { name: 'rec' } });
    expect(calls).toMatchObject([{ httpMethod: 'GET', url: '/v1/domains/d-1?nameLike=a%20b%2F%C3%BC' }]);
    expect(calls[0]?.url).not.toContain('token');
  });

  it.each([
    [
      'a refusal in small letters',
      { status: 403, json: { code: 'Forbidden.RAM', message: 'no' } },
      'CLOUD_PERMISSION',
    ],
    ['a refusal with status 200', { json: { code: 'NotFound.Domain', message: 'no' } }, 'CLOUD_NOT_FOUND'],
    ['a refusal in capital letters', refusal('Throttling.User', { status: 429 }), 'CLOUD_THROTTLED'],
    ['HTML', { text: '<html>' }, 'CLOUD_ANSWER_UNREADABLE'],
    ['HTML with HTTP 502', { status: 502, text: '<html>' }, 'CLOUD_UNAVAILABLE'],
    ['more than 1 MiB', { text: `"${'x'.repeat(1_200_000)}"` }, 'CLOUD_ANSWER_UNEXPECTED'],
    ['bottomless nesting', { text: '['.repeat(200_000) }, 'CLOUD_ANSWER_UNREADABLE'],
    ['another shape', { json: { data: null } }, 'CLOUD_ANSWER_UNEXPECTED'],
    ['a redirect', { status: 302, json: {}, headers: { location: 'http://127.0.0.1:1/' } }, 'CLOUD_REFUSED'],
    ['a reset', 'reset', 'CLOUD_UNREACHABLE'],
    ['half an answer', 'cut', 'CLOUD_UNREACHABLE'],
    ['silence', 'hang', 'CLOUD_UNREACHABLE'],
  ] as const)('that is answered by %s ends with the error for it', async (_name, answer, code) => {
    expect((await ask(answer)).end).toMatchObject({ code });
  });

  it('names the permission that is missing', async () => {
    const { end } = await ask({ status: 403, json: { code: 'Forbidden.RAM', message: 'no' } });
    expect(end).toMatchObject({ help: expect.stringContaining('"Action":"apig:GetDomain"') });
  });
});
