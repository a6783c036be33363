import { describe, expect, it } from 'vitest';
import type { IngressConfig } from '../../src/config/config.ts';
import { certificateName } from '../../src/certificates/bundle.ts';
import { parseBundle } from '../../src/certificates/pem.ts';
import type { Emulator, EmulatorOptions } from '../../src/emulator/emulator.ts';
import { Secret } from '../../src/errors/secret.ts';
import { behind, openPublished } from '../support/published-cloud.ts';
import { callBySdk, type SdkName } from '../support/published-sdk.ts';

type Front = NonNullable<EmulatorOptions['instances']>[number];

/** What is bound where, by the SDK that knows its API. */
const TARGETS: readonly { readonly sdk: SdkName; readonly front: Front; readonly target: IngressConfig }[] = [
  {
    sdk: '@alicloud/alb20200616',
    front: { type: 'ALB', id: 'alb-1', edges: 1 },
    target: { type: 'ALB', instance: 'alb-1' },
  },
  {
    sdk: '@alicloud/alb20200616',
    front: { type: 'ALB', id: 'alb-1', edges: 1 },
    target: { type: 'ALB', instance: 'alb-1', sni: true },
  },
  {
    sdk: '@alicloud/alb20200616',
    front: { type: 'ALB', id: 'alb-1', edges: 1 },
    target: { type: 'ALB', instance: 'alb-1', via: 'cas-job' },
  },
  {
    sdk: '@alicloud/cdn20180510',
    front: { type: 'CDN', id: 'rec.example.com', edges: 1 },
    target: { type: 'CDN', instance: 'rec.example.com' },
  },
  {
    sdk: '@alicloud/dcdn20180115',
    front: { type: 'DCDN', id: 'rec.example.com', edges: 1 },
    target: { type: 'DCDN', instance: 'rec.example.com' },
  },
  {
    sdk: '@alicloud/cloudapi20160714',
    front: { type: 'API_GATEWAY', id: 'group-1', edges: 1 },
    target: { type: 'API_GATEWAY', instance: 'group-1' },
  },
];

/** The SDK that is the reference for an action that is no target's. */
function sdkOf(action: string): SdkName | undefined {
  if (action === 'GetCallerIdentity') return '@alicloud/sts20150401';
  return /UserCertificate|DeploymentJob|CloudResources|WorkerResource/.test(action)
    ? '@alicloud/cas20200407'
    : undefined;
}

/** Newer than the SDK: documentation alone backs it, as docs/alibaba-cloud.md says. */
const UNPUBLISHED = ['GetCertificateDetail'];

/** Stores a certificate and binds it twice, so that every call has been made; returns the calls. */
async function deployed({ front, target }: (typeof TARGETS)[number], options: EmulatorOptions = {}) {
  const { emulator, cloud } = await openPublished({
    instances: [front],
    allowKeysInUrls: true,
    account: { hasCertificateDetail: false },
    ...options,
  });
  const old = emulator.authority.issue({ names: ['rec.example.com'] });
  emulator.place({ instanceId: front.id, chainPem: old.bundlePem, keyPem: old.keyPem });
  const issued = emulator.authority.issue({ names: ['rec.example.com'] });
  const bundle = parseBundle(issued.bundlePem, 'issued');
  const key = new Secret(issued.keyPem);
  await cloud.identify();
  await cloud.store.find({ domain: 'rec.example.com', leafFingerprint: bundle[0].fingerprint, bundle });
  const stored = await cloud.store.upload({ domain: 'rec.example.com', bundle, key });
  const [bound] = cloud.targetsOf(behind(target));
  const before = await bound?.read(stored);
  const material = { name: certificateName('rec.example.com', bundle), chainPem: issued.bundlePem, key };
  await bound?.bind(stored, material);
  await bound?.readBack(stored);
  if (before?.binding) await bound?.restore(before.binding).catch(() => undefined);
  return { emulator, key: issued.keyPem };
}

/** Key material stays out of the record; the SDK is given the same again. */
function revealed(parameters: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, value === '***' ? key : value]),
  );
}

/** Every call once; those whose effects are gone are asked for all the same. */
async function compare(
  emulator: Emulator,
  sdkFor: (action: string) => SdkName,
  key = '',
): Promise<readonly string[]> {
  const made = [...new Map(emulator.calls.map((call) => [call.action, call])).values()];
  const ours = made.filter(({ action }) => !UNPUBLISHED.includes(action));
  for (const { action, parameters } of ours) {
    const seen = emulator.calls.length;
    const call = { action, parameters: revealed(parameters, key) };
    // What it asks for may be done already; that it was understood is what counts.
    await callBySdk(sdkFor(action), call, emulator).catch((error: unknown) => {
      if (emulator.calls.length === seen) throw error;
    });
    const theirs = emulator.calls[seen];
    expect(theirs?.outcome).not.toMatch(/Signature|AccessKey|Missing|InvalidAction/);
    expect({ action: theirs?.action, parameters: theirs?.parameters }).toEqual({ action, parameters });
  }
  return ours.map(({ action }) => action);
}

describe.each(TARGETS)('$sdk, $target', (each) => {
  it('sends what we send, parameter by parameter', async () => {
    const { emulator, key } = await deployed(each);
    const compared = await compare(emulator, (action) => sdkOf(action) ?? each.sdk, key);
    expect(compared).toEqual(expect.arrayContaining(['UploadUserCertificate', 'GetCallerIdentity']));
    expect(compared.length).toBeGreaterThan(5);
  });
});

describe('requests for certificates', () => {
  it('are sent as @alicloud/cas20200407 and alidns20150109 send them', async () => {
    const { emulator, cloud } = await openPublished();
    const domain = 'rec.example.com';
    const order = await cloud.store.request({ domain });
    emulator.inject({ kind: 'failed-deploy', action: 'DescribeCertificateState', times: 1 });
    await cloud.store.advance(order.id, domain);
    const again = await cloud.store.request({ domain });
    for (let look = 0; look < 3; look += 1) await cloud.store.advance(again.id, domain);
    const compared = await compare(emulator, (action) =>
      action.includes('DomainRecord') ? '@alicloud/alidns20150109' : '@alicloud/cas20200407',
    );
    expect(compared).toEqual(
      expect.arrayContaining([
        'DescribePackageState',
        'CreateCertificateForPackageRequest',
        'DescribeCertificateState',
        'DeleteCertificateRequest',
        'AddDomainRecord',
        'DescribeDomainRecords',
        'DeleteDomainRecord',
      ]),
    );
  });
});
