import { afterAll, expect, it } from 'vitest';
import { sweepForMonitor } from '../../../src/commands/monitor/sweep.ts';
import { toPem } from '../../../src/certificates/pem.ts';
import { server } from '../../support/minted-hierarchy.ts';
import { issuersOf } from '../../support/minter.ts';
import { closeServers, serveTls } from '../../support/servers.ts';

/** Enough for more than one thread where there is more than one processor. */
const COUNT = 320;

afterAll(closeServers);

it('sees every endpoint from its vantage, in their order, in whatever thread it is', async () => {
  const leaf = server();
  const issuers = issuersOf(leaf).map(({ certificate }) => certificate);
  const key = leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const { port } = await serveTls({ cert: toPem([leaf.certificate, ...issuers]), key });
  const domains = Array.from({ length: COUNT }, (_, index) => `rec-${index}.example.com`);
  const done: number[] = [];
  const swept = await sweepForMonitor(
    domains.map((domain) => ({
      domain,
      port,
      addresses: [{ ip: '127.0.0.1' }],
      clients: ['chrome'] as const,
      health: undefined,
    })),
    {
      terms: { own: [], privateNetworks: true, timeoutMs: 10_000 },
      vantage: 'here',
      onProgress: (count) => void done.push(count),
    },
  );
  expect(swept.map(({ domain }) => domain)).toEqual(domains);
  expect(new Set(swept.map(({ vantage }) => vantage))).toEqual(new Set(['here']));
  expect(new Set(swept.flatMap(({ addresses }) => addresses.map(({ failure }) => failure)))).toEqual(
    new Set([null]),
  );
  expect(done.length).toBe(COUNT);
  expect(done.at(-1)).toBe(COUNT);
});
