import { describe, expect, it, onTestFinished } from 'vitest';
import { signV3 } from '../../../src/alibaba/rpc/signature-v3.ts';
import { startEmulator } from '../../../src/emulator/emulator.ts';
import { Secret } from '../../../src/errors/secret.ts';

const KEY = { id: 'key-id', secret: 'a-secret-of-the-test' };

interface Changes {
  readonly secret?: string;
  readonly accessKeyId?: string;
  readonly minutes?: number;
  readonly nonce?: string;
  /** After it was signed. */
  readonly query?: string;
  readonly body?: string;
  readonly drop?: string;
}

/** The code with which a call of version 3 is refused; undefined: it is answered. */
async function call(endpoint: string, changes: Changes = {}): Promise<string | undefined> {
  const { secret = KEY.secret, accessKeyId = KEY.id, minutes = 0, nonce = `${Math.random()}` } = changes;
  const query = { CertificateId: '1' };
  const headers = signV3(
    {
      method: 'POST',
      host: new URL(endpoint).host,
      path: '/',
      query,
      body: Buffer.alloc(0),
      action: 'GetCertificateDetail',
      apiVersion: '2020-04-07',
      now: new Date(Date.now() + minutes * 60_000),
      nonce,
    },
    { accessKeyId, accessKeySecret: new Secret(secret), securityToken: undefined },
  );
  const { host: _host, ...sent } = headers;
  const authorization = changes.drop
    ? sent['authorization']?.replace(`${changes.drop};`, '')
    : sent['authorization'];
  const response = await fetch(`${endpoint}/?${changes.query ?? 'CertificateId=1'}`, {
    method: 'POST',
    headers: { ...sent, authorization: authorization ?? '' },
    ...(changes.body === undefined ? {} : { body: changes.body }),
  });
  return ((await response.json()) as { Code?: string }).Code;
}

async function start(): Promise<string> {
  const emulator = await startEmulator({ api: '2020-04-07', accessKey: KEY });
  onTestFinished(() => emulator.close());
  return emulator.endpoint;
}

describe('the gateway of the published APIs, signature version 3', () => {
  it('lets a call in order through', async () => {
    expect(await call(await start())).toBe('NotFound');
  });

  it.each([
    ['another secret', { secret: 'guessed' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { accessKeyId: 'somebody' }, 'InvalidAccessKeyId.NotFound'],
    ['a time of long ago', { minutes: -20 }, 'InvalidTimeStamp.Expired'],
    ['a time to come', { minutes: 20 }, 'InvalidTimeStamp.Expired'],
    ['another query than was signed', { query: 'CertificateId=2' }, 'SignatureDoesNotMatch'],
    ['a body that was not signed', { body: 'CertificateId=2' }, 'SignatureDoesNotMatch'],
    ['an action that was not signed', { drop: 'x-acs-action' }, 'SignatureDoesNotMatch'],
    ['a key in its URL', { query: 'Key=-----BEGIN%20PRIVATE%20KEY-----' }, 'InvalidParameter.Key'],
  ])('refuses %s', async (_name, changes, code) => {
    expect(await call(await start(), changes)).toBe(code);
  });

  it('refuses a call that came before', async () => {
    const endpoint = await start();
    expect(await call(endpoint, { nonce: 'once' })).toBe('NotFound');
    expect(await call(endpoint, { nonce: 'once' })).toBe('SignatureNonceUsed');
  });
});
