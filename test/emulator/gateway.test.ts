import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { rpcSignature } from '../../src/emulator/rpc-signature.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const SECRET = 'a-secret-of-the-test';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({
    accessKey: { id: 'key-id', secret: SECRET, securityToken: 'a-token' },
    now: () => NOW,
  });
});
afterAll(() => emulator.close());

let nonce = 0;
function callParameters(changes: Readonly<Record<string, string | undefined>>): Map<string, string> {
  nonce += 1;
  const parameters = {
    Action: 'ListUserCertificateOrder',
    Version: '2020-04-07',
    Format: 'JSON',
    AccessKeyId: 'key-id',
    SecurityToken: 'a-token',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: `nonce-${nonce}`,
    Timestamp: '2026-06-01T12:00:00Z',
    ...changes,
  };
  return new Map(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

interface Sent {
  readonly method?: string;
  readonly query?: string;
  readonly body?: string;
  readonly contentType?: string;
}

interface Received {
  readonly status: number | undefined;
  readonly server: string | string[] | undefined;
  readonly body: { readonly Code?: string; readonly HostId?: string; readonly RequestId?: string };
}

function send({ method = 'POST', query, body, contentType }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      emulator.endpoint,
      {
        method,
        path: query === undefined ? '/' : `/?${query}`,
        headers: { 'content-type': contentType ?? 'application/x-www-form-urlencoded' },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            server: response.headers.server,
            body: JSON.parse(text) as Received['body'],
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function form(parameters: ReadonlyMap<string, string>, { method = 'POST', secret = SECRET } = {}): string {
  return new URLSearchParams([
    ...parameters,
    ['Signature', rpcSignature(method, parameters, secret)],
  ]).toString();
}

describe('the gateway', () => {
  it('lets a call in order pass, whether its parameters come in the URL, the body or both', async () => {
    const read = await send({ method: 'GET', query: form(callParameters({}), { method: 'GET' }) });
    const posted = await send({ body: form(callParameters({})) });
    const [first, ...rest] = form(callParameters({})).split('&');
    const mixed = await send({ query: first ?? '', body: rest.join('&') });
    expect([read.status, posted.status, mixed.status]).toEqual([200, 200, 200]);
    expect(read.server).toBe('airec-https-emulator');
  });

  it.each<[string, Readonly<Record<string, string | undefined>>, string, number]>([
    ['no action', { Action: undefined }, 'MissingParameter.Action', 400],
    ['an unknown action', { Action: 'ObtainCertificate' }, 'InvalidAction.NotFound', 404],
    ['an action named as a property of objects', { Action: 'constructor' }, 'InvalidAction.NotFound', 404],
    ['another version', { Version: '2018-07-13' }, 'InvalidParameter.Version', 400],
    ['XML', { Format: 'XML' }, 'InvalidParameter.Format', 400],
    ['another signature method', { SignatureMethod: 'HMAC-SHA256' }, 'InvalidParameter.SignatureMethod', 400],
    ['an unknown key', { AccessKeyId: 'other' }, 'InvalidAccessKeyId.NotFound', 404],
    ['no token', { SecurityToken: undefined }, 'MissingSecurityToken', 400],
    ['another token', { SecurityToken: 'b' }, 'InvalidSecurityToken.MismatchWithAccessKey', 400],
    ['a time that is none', { Timestamp: 'yesterday' }, 'InvalidTimeStamp.Format', 400],
    ['a time that cannot be', { Timestamp: '2026-13-01T00:00:00Z' }, 'InvalidTimeStamp.Format', 400],
    ['16 minutes ago', { Timestamp: '2026-06-01T11:44:00Z' }, 'InvalidTimeStamp.Expired', 400],
    ['16 minutes ahead', { Timestamp: '2026-06-01T12:16:00Z' }, 'InvalidTimeStamp.Expired', 400],
  ])('refuses %s', async (...[, changes, code, status]) => {
    const { body, ...reply } = await send({ body: form(callParameters(changes)) });
    expect([body.Code, reply.status]).toEqual([code, status]);
    expect(body).toMatchObject({ HostId: 'airec-https-emulator', RequestId: expect.any(String) });
  });

  it('accepts the edge of the clock tolerance', async () => {
    const reply = await send({ body: form(callParameters({ Timestamp: '2026-06-01T11:45:00Z' })) });
    expect(reply.status).toBe(200);
  });

  it('refuses a signature with another secret, over another method, or over other parameters', async () => {
    const parameters = callParameters({});
    const codes = await Promise.all(
      [
        form(parameters, { secret: 'other' }),
        form(parameters, { method: 'GET' }),
        `${form(parameters)}&Keyword=added`,
      ].map(async (body) => (await send({ body })).body.Code),
    );
    expect(codes).toEqual(['SignatureDoesNotMatch', 'SignatureDoesNotMatch', 'SignatureDoesNotMatch']);
  });

  it('takes a nonce once, and a refused call does not use it up', async () => {
    const parameters = callParameters({});
    const refused = await send({ body: form(parameters, { secret: 'other' }) });
    const first = await send({ body: form(parameters) });
    const second = await send({ body: form(parameters) });
    expect([refused.body.Code, first.status, second.body.Code]).toEqual([
      'SignatureDoesNotMatch',
      200,
      'SignatureNonceUsed',
    ]);
  });

  it.each<[string, Sent, string, number]>([
    ['DELETE', { method: 'DELETE' }, 'UnsupportedHTTPMethod', 405],
    [
      'a body of another type',
      { body: '{}', contentType: 'application/json' },
      'UnsupportedContentType',
      400,
    ],
    ['a body over the limit', { body: 'x'.repeat(1_048_577) }, 'RequestEntityTooLarge', 413],
    ['a parameter twice', { query: 'Action=A', body: 'Action=B' }, 'InvalidParameter', 400],
    ['a private key in the URL', { query: 'Key=secret' }, 'InvalidParameter.Key', 400],
    [
      'one under another name',
      { query: 'PEMChain=-----BEGIN+PRIVATE+KEY-----' },
      'InvalidParameter.Key',
      400,
    ],
    ['a URL that no parser likes', { method: 'GET', query: '//[%zz' }, 'MissingParameter.Action', 400],
  ])('refuses %s', async (...[, sent, code, status]) => {
    const { body, ...reply } = await send(sent);
    expect([body.Code, reply.status]).toEqual([code, status]);
  });

  it.each([
    ['GET', 'CreateCertificate'],
    ['GET', 'DeployCertificate'],
    ['PUT', 'DescribeCertificateStatus'],
    ['GET', 'DiagnoseCertificate'],
    ['POST', 'UpdateCertificate'],
  ])('refuses %s for %s', async (method, action) => {
    const query = form(callParameters({ Action: action }), { method });
    const { body, status } = await send({ method, query });
    expect([body.Code, status]).toEqual(['UnsupportedHTTPMethod', 405]);
  });
});
