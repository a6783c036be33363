import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import RpcSdk from '@alicloud/pop-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { renderError } from '../../../src/errors/render.ts';
import { Secret } from '../../../src/errors/secret.ts';
import { FAKE_KEY, refusal, signV1, startFakeCas } from '../../support/fake-cas.ts';
import { connect, failureOf, KEY_PEM, OK, READ, writing } from '../../support/rpc-client.ts';

const TOKEN = 'CAIS-temporary/token+value==';

describe('signature', () => {
  // The example of Alibaba Cloud's description of signature version 1.0.
  const example = {
    Timestamp: '2016-02-23T12:46:24Z',
    Format: 'XML',
    SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
  };

  it.each([
    { method: 'GET', signature: 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=' },
    { method: 'POST', signature: 'MxbnVAM4w6sft9xjVpe/GCKueuk=' },
  ])('is that of the published example by $method', async ({ method, signature }) => {
    const cas = await startFakeCas(() => OK);
    onTestFinished(() => cas.close());
    const sdk = new RpcSdk({
      endpoint: cas.endpoint,
      apiVersion: '2014-05-26',
      accessKeyId: FAKE_KEY.id,
      accessKeySecret: FAKE_KEY.secret,
    });
    await sdk.request('DescribeRegions', example, { method });
    expect(cas.calls[0]?.parameters.get('Signature')).toBe(signature);
    expect(signV1(method, cas.calls[0]?.parameters ?? new Map(), FAKE_KEY.secret)).toBe(signature);
  });

  it.each(['GET', 'POST', 'PUT'] as const)('holds by %s for every kind of character', async (method) => {
    const { client, cas } = await connect({ Read: [OK] });
    const parameters = { CertId: "a b+c*d'(e)!~ü漢🙂/=&%2F\n", Page: 2, Absent: undefined };
    await client.call({ ...READ, method, parameters });
    const [call] = cas.calls;
    expect(call).toMatchObject({ httpMethod: method, signed: true });
    expect(call?.parameters.get('CertId')).toBe(parameters.CertId);
    expect(call?.parameters.get('Page')).toBe('2');
    expect(call?.parameters.has('Absent')).toBe(false);
    expect(call?.url.startsWith(method === 'GET' ? '/?' : '/')).toBe(true);
    expect(call?.url.length === 1).toBe(method !== 'GET');
  });
});

describe('secrets', () => {
  it('reads by POST with a temporary token, so that no URL holds it', async () => {
    const { client, cas } = await connect({ Read: [OK] }, { token: TOKEN });
    await client.call(READ);
    await client.call({ ...READ, method: 'PUT' });
    expect(cas.calls.map(({ httpMethod, url, signed }) => ({ httpMethod, url, signed }))).toEqual([
      { httpMethod: 'POST', url: '/', signed: true },
      { httpMethod: 'PUT', url: '/', signed: true },
    ]);
    expect(cas.calls.map(({ parameters }) => parameters.get('SecurityToken'))).toEqual([TOKEN, TOKEN]);
  });

  it.each(['GET', 'PUT'] as const)('refuses key material by %s', async (method) => {
    const { client, cas } = await connect({ Read: [OK] });
    for (const Key of [new Secret(KEY_PEM), KEY_PEM]) {
      const error = await failureOf(client.call({ ...READ, method, parameters: { Key } }));
      expect(error.code).toBe('CLOUD_CALL_INVALID');
    }
    expect(cas.calls).toEqual([]);
  });

  it('does not take a line of a certificate for one of the key, though an EC key repeats its public part', async () => {
    const { client, cas } = await connect({ Read: [OK] });
    const shared = new Secret('EcPublicPartOfBoth==').reveal();
    await client.call({ ...READ, method: 'PUT', parameters: { PEMChain: `MIIB${shared}` } });
    expect(cas.calls[0]?.parameters.get('PEMChain')).toBe('MIIBEcPublicPartOfBoth==');
  });

  it.each([{ a: 1 }, null, 1.5, true])('refuses the parameter value %j', async (value) => {
    const { client } = await connect({ Read: [OK] });
    const parameters = { Value: value } as unknown as Record<string, string>;
    expect((await failureOf(client.call({ ...READ, parameters }))).code).toBe('CLOUD_CALL_INVALID');
  });

  it('shows none of what the service echoes when it refuses a signature', async () => {
    const signed = encodeURIComponent(encodeURIComponent(`Key=${KEY_PEM}&SecurityToken=${TOKEN}`));
    const Message = `Specified signature is not matched. server string to sign is:POST&%2F&${signed}`;
    const { client } = await connect(
      { Write: [refusal('SignatureDoesNotMatch', { Message })] },
      { token: TOKEN },
    );
    const error = await failureOf(client.call(writing(() => Promise.resolve(undefined))));
    expect(error.code).toBe('CLOUD_AUTHENTICATION');
    expect(renderError(error)).not.toMatch(/MC4CAQ|CAIS|POST&/);
  });

  it('shows neither URL, signature, secrets nor control characters in any error', async () => {
    const Message = `\u001B[31mno\u001B[0m\n${KEY_PEM} ${TOKEN} ${FAKE_KEY.secret}`;
    for (const answer of [
      refusal('Unheard.Of', { Message }),
      { text: KEY_PEM, status: 403 },
      'reset',
    ] as const) {
      const { client, cas } = await connect({ Read: [answer] }, { callMs: 300 });
      const error = await failureOf(client.call(READ));
      const all = `${renderError(error)} ${JSON.stringify(error)} ${error.stack} ${String(error.cause)}`;
      expect(all).not.toMatch(/MC4CAQ|CAIS|testsecret|Signature|\/\?/);
      expect(all).not.toContain('\u001B');
      await cas.close();
    }
  });

  it('stay out of the debug output of the libraries underneath', async () => {
    const cas = await startFakeCas(() => OK);
    onTestFinished(() => cas.close());
    const script = `
      const { clientOf, writing } = await import('./test/support/rpc-client.ts');
      await clientOf(${JSON.stringify(cas.endpoint)}, { callMs: 5000 }).call(writing(() => Promise.resolve(undefined)));`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, DEBUG: '*', VITEST: undefined },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const output = await text(child.stderr);
    expect(cas.calls[0]?.parameters.get('Key')).toBe(KEY_PEM);
    expect(output).toContain('httpx:');
    expect(output).not.toMatch(/MC4CAQ|testsecret/);
  });
});
