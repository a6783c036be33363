import { describe, expect, it } from 'vitest';
import { rpcSignature } from '../../src/emulator/rpc-signature.ts';

// The worked example of Alibaba Cloud's documentation of the RPC signature.
const DESCRIBE_REGIONS = new Map([
  ['Timestamp', '2016-02-23T12:46:24Z'],
  ['Format', 'XML'],
  ['AccessKeyId', 'testid'],
  ['Action', 'DescribeRegions'],
  ['SignatureMethod', 'HMAC-SHA1'],
  ['SignatureNonce', '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf'],
  ['Version', '2014-05-26'],
  ['SignatureVersion', '1.0'],
]);

describe('the RPC signature', () => {
  it.each([
    ['GET', 'OLeaidS1JvxuMvnyHOwuJ+uX5qY='],
    ['POST', 'MxbnVAM4w6sft9xjVpe/GCKueuk='],
  ])('of the documented example with %s', (method, signature) => {
    expect(rpcSignature(method, DESCRIBE_REGIONS, 'testsecret')).toBe(signature);
  });

  it('leaves out the signature itself', () => {
    const signed = new Map([...DESCRIBE_REGIONS, ['Signature', 'whatever']]);
    expect(rpcSignature('GET', signed, 'testsecret')).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
  });
});
