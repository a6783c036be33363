import { onTestFinished } from 'vitest';
import { createPublishedCloud } from '../../src/alibaba/published-cloud.ts';
import { CLOUD_PRODUCTS, type IngressConfig } from '../../src/config/config.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/emulator.ts';
import { Secret } from '../../src/errors/secret.ts';

/** The published cloud as a deployment opens it, of an emulator that lives as long as the test. */
export async function openPublished(options: EmulatorOptions = {}) {
  const emulator = await startEmulator({ api: '2020-04-07', deployingPolls: 0, ...options });
  onTestFinished(() => emulator.close());
  const cloud = createPublishedCloud({
    config: {
      region: options.regions?.[0] ?? 'cn-hangzhou',
      cas: { api: '2020-04-07', endpoint: emulator.endpoint, contacts: ['4711'], retention: undefined },
      cloudEndpoints: originsOf(emulator),
    },
    credentials: () =>
      Promise.resolve({
        accessKeyId: emulator.accessKey.id,
        accessKeySecret: new Secret(emulator.accessKey.secret),
        securityToken: undefined,
      }),
    callMs: 10_000,
  });
  return { emulator, cloud };
}

function originsOf({ endpoint }: Emulator): Record<string, string> {
  return Object.fromEntries(CLOUD_PRODUCTS.map((product) => [product, endpoint]));
}

/** An endpoint in front of which one thing stands. */
export function behind(target: IngressConfig) {
  return { domain: 'rec.example.com', port: 443, ingress: [target] };
}
