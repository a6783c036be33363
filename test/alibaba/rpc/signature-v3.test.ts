import { expect, it } from 'vitest';
import { canonicalQuery, signV3 } from '../../../src/alibaba/rpc/signature-v3.ts';
import { Secret } from '../../../src/errors/secret.ts';

const REQUEST = {
  method: 'POST',
  host: 'ecs.cn-shanghai.aliyuncs.com',
  path: '/',
  query: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
  body: Buffer.alloc(0),
  action: 'RunInstances',
  apiVersion: '2014-05-26',
  now: new Date('2023-10-26T10:22:32Z'),
  nonce: '3156853299f313e23d1673dc12e1703d',
} as const;

const CREDENTIALS = {
  accessKeyId: 'YourAccessKeyId',
  accessKeySecret: new Secret('YourAccessKeySecret'),
  securityToken: undefined,
};

it('is that of the example in the documentation', () => {
  expect(signV3(REQUEST, CREDENTIALS)['authorization']).toBe(
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
      'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
      'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
});

it('covers the session token, and encodes by RFC 3986', () => {
  const headers = signV3(REQUEST, { ...CREDENTIALS, securityToken: new Secret('a-session-token') });
  expect(headers['x-acs-security-token']).toBe('a-session-token');
  expect(headers['authorization']).toContain(';x-acs-security-token;');
  expect(canonicalQuery({ b: "!'()* +/=~", a: '中' })).toBe('a=%E4%B8%AD&b=%21%27%28%29%2A%20%2B%2F%3D~');
});
