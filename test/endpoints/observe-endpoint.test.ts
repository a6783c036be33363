import { createServer } from 'node:https';
import { afterAll, describe, expect, it } from 'vitest';
import { createEndpointObserver } from '../../src/endpoints/observe-endpoint.ts';
import { createTlsProbe } from '../../src/endpoints/tls/probe-tls.ts';
import { createDesk, issueHierarchy, serving } from '../support/certificate-desk.ts';
import { endpointConfig } from '../support/deployment.ts';
import { closeServers, listen, type LocalServer, serveTcp } from '../support/servers.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

const { root, intermediate, leaf } = issueHierarchy(desk);
const terms = { trustAnchors: [root.pem], privateNetworks: true, timeoutMs: 5000 };

/** An HTTPS server that answers with `status` and keeps what it was asked. */
async function serveHttps(status: number): Promise<LocalServer & { asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer(serving([leaf, intermediate]), ({ method, url, headers }, response) => {
    asked.push(`${method} ${url} ${headers.host}`);
    response.writeHead(status).end();
  });
  return { ...(await listen(server)), asked };
}

function pinned(...ports: readonly number[]) {
  return endpointConfig({ addresses: ports.map((port) => ({ ip: '127.0.0.1', port })) });
}

describe('an endpoint', () => {
  it('shows what each of its addresses serves, in order', async () => {
    const [well, silent] = [await serveHttps(401), await serveTcp((socket) => socket.end())];
    const observed = await createEndpointObserver(terms)(pinned(well.port, silent.port));
    expect(observed).toMatchObject([
      {
        address: { ip: '127.0.0.1', port: well.port, source: 'pin' },
        tls: {
          kind: 'handshake',
          witness: { kind: 'accepts' },
          receivedChain: [{ subject: leaf.certificate.subject }, {}],
        },
        http: { kind: 'response', status: 401 },
      },
      { address: { port: silent.port }, tls: { kind: 'failure', stage: 'tls' }, http: undefined },
    ]);
  });

  it('is observed by the handshakes that are asked for', async () => {
    const server = await serveHttps(200);
    expect(await createEndpointObserver(terms, createTlsProbe)(pinned(server.port))).toMatchObject([
      { tls: { kind: 'handshake', witness: { kind: 'none' } }, http: { kind: 'response', status: 200 } },
    ]);
  });

  it('is asked for the health path under its own name', async () => {
    const server = await serveHttps(200);
    await createEndpointObserver(terms)(pinned(server.port));
    expect(server.asked).toEqual(['HEAD /api/v1/recommend rec.example.com']);
  });

  it('is not asked by HTTP where the handshake fails', async () => {
    const server = await serveHttps(200);
    const observe = createEndpointObserver({ ...terms, privateNetworks: false });
    expect(await observe(pinned(server.port))).toMatchObject([
      { tls: { kind: 'failure', stage: 'policy', reason: 'private-address' }, http: undefined },
    ]);
    expect(server.connections()).toBe(0);
  });

  it('without an address is a failure', async () => {
    const nowhere = { ...endpointConfig(), domain: 'nowhere.invalid' };
    expect(await createEndpointObserver(terms)(nowhere)).toMatchObject({ kind: 'failure', stage: 'dns' });
  });

  it('of many addresses is observed at each of them', async () => {
    const server = await serveHttps(200);
    const addresses = Array.from({ length: 20 }, (_, index) => ({
      ip: `127.0.0.${index + 1}`,
      port: server.port,
    }));
    const observed = await createEndpointObserver(terms)(endpointConfig({ addresses }));
    expect(observed).toHaveLength(20);
    expect(observed).toMatchObject(addresses.map((address) => ({ address })));
  });
});
