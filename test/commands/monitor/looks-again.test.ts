import { createSecureContext, TLSSocket } from 'node:tls';
import type { Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { toPem } from '../../../src/certificates/pem.ts';
import { sweepForMonitor } from '../../../src/commands/monitor/sweep.ts';
import type { SweptEndpoint } from '../../../src/monitoring/swept-endpoint.ts';
import { server } from '../../support/minted-hierarchy.ts';
import { issuersOf } from '../../support/minter.ts';
import { closeServers, serveTcp } from '../../support/servers.ts';

afterAll(closeServers);

const leaf = server();
const secureContext = createSecureContext({
  cert: toPem([leaf.certificate, ...issuersOf(leaf).map(({ certificate }) => certificate)]),
  key: leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }),
});

/** A server that ends its first `dropped` connections at once, and answers every request of others with `status`. */
async function serveAfter(dropped: number, status = 200) {
  let connections = 0;
  const local = await serveTcp((socket: Socket) => {
    connections += 1;
    if (connections <= dropped) return void socket.destroy();
    const tls = new TLSSocket(socket, { isServer: true, secureContext });
    tls.on('error', () => undefined);
    tls.once('data', () =>
      tls.end(`HTTP/1.1 ${status} Fine\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`),
    );
  });
  return { port: local.port, connections: () => connections };
}

async function lookAt(port: number, health = false): Promise<SweptEndpoint | undefined> {
  const endpoint = {
    domain: 'rec.example.com',
    port,
    addresses: [{ ip: '127.0.0.1' }],
    clients: ['chrome'] as const,
    health: health ? ({ method: 'GET', path: '/api', accept: [200] } as const) : undefined,
  };
  const terms = { own: [], privateNetworks: true, timeoutMs: 2000 };
  const [swept] = await sweepForMonitor([endpoint], { terms, vantage: 'here', onProgress: () => undefined });
  return swept;
}

describe('an endpoint that does not answer', () => {
  it('is looked at again in the same run, and counts as it answers then', async () => {
    const { port, connections } = await serveAfter(2);
    const swept = await lookAt(port);
    expect(swept?.addresses.map(({ failure }) => failure)).toEqual([null]);
    expect(connections()).toBeGreaterThan(2);
  });

  it('is what it is after three looks', async () => {
    const { port, connections } = await serveAfter(Number.POSITIVE_INFINITY);
    const swept = await lookAt(port);
    expect(swept?.addresses.map(({ failure }) => failure)).not.toEqual([null]);
    expect(connections() % 3).toBe(0);
  });
});

describe('an endpoint that answers HTTPS with an error', () => {
  it('is looked at once, and shows it', async () => {
    const { port } = await serveAfter(0, 503);
    const swept = await lookAt(port, true);
    expect(swept?.findings.map(({ id }) => id)).toContain('http-failure');
  });
});
