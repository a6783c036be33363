import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createDesk } from '../../support/certificate-desk.ts';
import { refusal, type Scripted } from '../../support/fake-cas.ts';
import { clientOf, connect, failureOf, READ } from '../../support/rpc-client.ts';

describe('answers', () => {
  it('gives integers beyond 2^53 as exact text', async () => {
    const { client } = await connect({
      Read: [{ text: '{"Id":12345678901234567,"Deep":[{"N":98765432109876543}]}' }],
    });
    const schema = z.object({ Id: z.string(), Deep: z.array(z.object({ N: z.string() })) });
    const answer = await client.call({ ...READ, schema });
    expect(answer).toEqual({ Id: '12345678901234567', Deep: [{ N: '98765432109876543' }] });
  });

  it.each([
    { name: 'HTTP 500 without a code', answer: { status: 500, json: { Id: 7 } }, code: 'CLOUD_UNAVAILABLE' },
    { name: 'HTML with HTTP 502', answer: { status: 502, text: '<html>' }, code: 'CLOUD_UNAVAILABLE' },
    { name: 'HTML with HTTP 200', answer: { text: '<html>' }, code: 'CLOUD_ANSWER_UNREADABLE' },
    { name: 'an empty body', answer: { text: '' }, code: 'CLOUD_ANSWER_UNREADABLE' },
    { name: 'null', answer: { text: 'null' }, code: 'CLOUD_ANSWER_UNREADABLE' },
    {
      name: 'a poisoned prototype',
      answer: { text: '{"__proto__":{"Id":1}}' },
      code: 'CLOUD_ANSWER_UNREADABLE',
    },
    { name: 'bottomless nesting', answer: { text: '['.repeat(200_000) }, code: 'CLOUD_ANSWER_UNREADABLE' },
    { name: 'another shape', answer: { json: { RequestId: 'R' } }, code: 'CLOUD_ANSWER_UNEXPECTED' },
    {
      name: 'more than 1 MiB',
      answer: { json: { Id: 'x'.repeat(1_200_000) } },
      code: 'CLOUD_ANSWER_UNEXPECTED',
    },
    {
      name: 'a redirect',
      answer: { status: 302, text: '', headers: { location: 'http://127.0.0.1:1/' } },
      code: 'CLOUD_ANSWER_UNEXPECTED',
    },
    {
      name: 'a proxy that asks who we are',
      answer: { status: 407, text: '<html>' },
      code: 'CLOUD_ANSWER_UNEXPECTED',
    },
    {
      name: 'compression that was not asked for, and could be a bomb',
      answer: { text: gzipSync('{"Id":7}'), headers: { 'content-encoding': 'gzip' } },
      code: 'CLOUD_ANSWER_UNREADABLE',
    },
    { name: 'a cut connection', answer: 'cut', code: 'CLOUD_UNREACHABLE' },
    { name: 'a reset connection', answer: 'reset', code: 'CLOUD_UNREACHABLE' },
    { name: 'silence', answer: 'hang', code: 'CLOUD_UNREACHABLE' },
  ] satisfies { name: string; answer: Scripted; code: string }[])(
    'calls $name $code',
    async ({ answer, code }) => {
      const { client } = await connect({ Read: [answer] }, { callMs: 250 });
      expect((await failureOf(client.call(READ))).code).toBe(code);
    },
  );

  // Which depth exhausts the parser's stack, and which only that of what follows, depends on the machine.
  it.each([500, 4500, 9000, 18_000, 36_000])('survives %i nested lists', async (depth) => {
    const { client } = await connect(
      { Read: [{ text: `${'['.repeat(depth)}${']'.repeat(depth)}` }] },
      { callMs: 200 },
    );
    expect((await failureOf(client.call(READ))).code).toMatch(/^CLOUD_ANSWER_/);
  });

  it('says that nobody listens', async () => {
    const { client, cas } = await connect({}, { callMs: 200 });
    await cas.close();
    const error = await failureOf(client.call(READ));
    expect(error).toMatchObject({ code: 'CLOUD_UNREACHABLE', category: 'network', retryable: true });
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('sends nothing to a server that cannot prove its name', async () => {
    const desk = createDesk();
    onTestFinished(() => desk.remove());
    const leaf = desk.issue({ kind: 'leaf', subject: '/CN=cas.example.com' });
    const received: string[] = [];
    const server = createServer({ key: leaf.keyPem, cert: leaf.pem }, (request) =>
      received.push(request.url ?? ''),
    );
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const client = clientOf(`https://127.0.0.1:${port}`, { callMs: 2000 });
    const error = await failureOf(client.call(READ));
    expect(error).toMatchObject({ code: 'CLOUD_ENDPOINT_UNTRUSTED', retryable: false });
    expect(received).toEqual([]);
  });
});

describe('refusals', () => {
  it.each([
    ['Forbidden.RAM', 'CLOUD_PERMISSION'],
    ['NoPermission', 'CLOUD_PERMISSION'],
    ['InvalidAccessKeyId.NotFound', 'CLOUD_AUTHENTICATION'],
    ['InvalidSecurityToken.Expired', 'CLOUD_AUTHENTICATION'],
    ['InvalidTimeStamp.Expired', 'CLOUD_AUTHENTICATION'],
    ['InvalidAction.NotFound', 'CLOUD_UNSUPPORTED'],
    ['OperationDenied.StatusNotSupport', 'CLOUD_UNSUPPORTED'],
    ['NotFound', 'CLOUD_NOT_FOUND'],
    ['ServerCertificateId.NotFound', 'CLOUD_NOT_FOUND'],
    ['NameRepeat', 'CLOUD_NAME_TAKEN'],
    ['NotMatch.CertificateAndPrivateKey', 'CLOUD_MATERIAL_REFUSED'],
    ['PrivateKeyFormatException', 'CLOUD_MATERIAL_REFUSED'],
    ['InvalidParameter.Cert', 'CLOUD_MATERIAL_REFUSED'],
    ['InvalidParameter.CertId', 'CLOUD_REFUSED'],
    ['AccountArrears', 'CLOUD_QUOTA'],
    ['CertQuotaExceeded', 'CLOUD_QUOTA'],
    ['Never.Seen.Before', 'CLOUD_REFUSED'],
  ])('takes %s for %s at once', async (remote, code) => {
    const { client, cas } = await connect({ Read: [refusal(remote)] });
    const error = await failureOf(client.call(READ));
    expect(error).toMatchObject({ code, requestId: 'R-1', retryable: false });
    expect(cas.calls).toHaveLength(1);
  });

  it('names the permission that is missing', async () => {
    const detail = { AuthAction: 'yundun-cert:UploadUserCertificate' };
    const { client } = await connect({ Read: [refusal('NoPermission', { AccessDeniedDetail: detail })] });
    expect((await failureOf(client.call(READ))).help).toContain('yundun-cert:UploadUserCertificate');
  });
});
