import { createServer } from 'node:https';
import { afterAll, describe, expect, it } from 'vitest';
import { toPem } from '../../../src/certificates/pem.ts';
import { judgeEndpoint, judgeUnresolved } from '../../../src/endpoints/judge.ts';
import { resolveAddresses } from '../../../src/endpoints/network/resolve-addresses.ts';
import { createEndpointObserver } from '../../../src/endpoints/observe-endpoint.ts';
import { createTlsProbe } from '../../../src/endpoints/tls/probe-tls.ts';
import { NOW, trustIn } from '../../support/deployment.ts';
import { mint, name, validity } from '../../support/minter.ts';
import { probeFindings } from '../../support/probed-endpoint.ts';
import { serveChain, summarize } from '../../support/served-chain.ts';
import { closeServers, listen, serveTcp, serveTls } from '../../support/servers.ts';
import { alertRecord } from '../../support/tls-wire.ts';

afterAll(closeServers);

const LONG = validity('2020-01-01', '2040-01-01');
const root = mint({ kind: 'ca', subject: name('Root'), validity: LONG });
const leaf = mint({ issuer: root });
const roots = [root.certificate];

/** A server that answers the first bytes that come with these, and closes. */
const answers = (bytes: Buffer | string) =>
  serveTcp((socket) => socket.once('data', () => socket.end(bytes)));

async function closedPort(): Promise<{ readonly port: number }> {
  const server = await serveTcp();
  await server.close();
  return server;
}

describe('an address that cannot be looked at', () => {
  it.each([
    ['a closed port', closedPort, ['error connection-refused']],
    [
      'a reset',
      () => serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy())),
      ['error connection-reset'],
    ],
    ['an end without an answer', () => answers(''), ['error connection-closed']],
    ['plain HTTP', () => answers('HTTP/1.1 400 Bad Request\r\n\r\n'), ['error not-tls']],
    ['a banner', () => serveTcp((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n')), ['error not-tls']],
    ['an alert', () => answers(alertRecord(40)), ['error handshake-failure']],
    ['no certificate for the name', () => answers(alertRecord(112)), ['error handshake-failure']],
    ['a server without certificates', () => serveTls({}), ['error handshake-failure']],
  ])('%s', async (_name, start, findings) => {
    const { port } = await start();
    expect(summarize(await probeFindings(port, { roots }))).toEqual(findings);
  });

  it('that never answers is unknown', async () => {
    const { port } = await serveTcp();
    const found = await probeFindings(port, { roots, timeoutMs: 100 });
    expect(summarize(found)).toEqual(['warning timeout']);
  });

  it('has its own remedy for an alert with one cause', async () => {
    const helps: (string | undefined)[] = [];
    for (const alert of [40, 70, 80, 112, 50]) {
      const { port } = await answers(alertRecord(alert));
      helps.push((await probeFindings(port, { roots }))[0]?.help);
    }
    expect(new Set(helps).size).toBe(helps.length);
  });

  it('is none when it serves TLS', async () => {
    const port = await serveChain({ chain: [leaf.certificate], key: leaf.keys.privateKey });
    expect(await probeFindings(port, { roots })).toEqual([]);
  });
});

describe('an address that is not even tried', () => {
  const endpoint = { domain: 'rec.example.com', clients: ['chrome'], health: undefined } as const;

  async function findingsAt(ip: string, privateNetworks: boolean) {
    const address = { ip, port: 443, source: 'pin' } as const;
    const observe = createTlsProbe({ trustAnchors: [toPem(roots)], privateNetworks, timeoutMs: 1000 });
    const tls = await observe({ domain: endpoint.domain, address });
    const expectation = { endpoint, intendedLeaf: undefined, trust: trustIn(...roots), time: NOW };
    return judgeEndpoint([{ address, tls, http: undefined }], expectation).findings;
  }

  it('is unknown when it is private and private ones are not allowed', async () => {
    expect(summarize(await findingsAt('127.0.0.1', false))).toEqual(['warning not-probed']);
  });

  it('is unknown when there is no way to it', async () => {
    // TCP has no broadcast.
    expect(summarize(await findingsAt('255.255.255.255', true))).toEqual(['warning host-unreachable']);
  });
});

describe('a name', () => {
  it('without an address is broken, or unknown where no resolver answers', async () => {
    const domain = 'does-not-exist.invalid';
    const resolution = await resolveAddresses({ domain, port: 443, addresses: [] }, { timeoutMs: 10_000 });
    if (resolution.kind !== 'failure') throw new Error('nobody may register .invalid');
    const severity = resolution.reason === 'name-not-found' ? 'error' : 'warning';
    expect(summarize(judgeUnresolved(domain, resolution).findings)).toEqual([`${severity} dns-failure`]);
  });
});

/** What is found at a server that responds like this to a health check. */
async function findingsOf(respond: Parameters<typeof createServer>[1]) {
  const key = leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const { port } = await listen(createServer({ cert: toPem([leaf.certificate]), key }, respond));
  const terms = { trustAnchors: [toPem(roots)], privateNetworks: true, timeoutMs: 5000 };
  const health = { path: '/recommend', method: 'GET', accept: [200, 401] } as const;
  const addresses = [{ ip: '127.0.0.1', port }];
  const endpoint = { domain: 'rec.example.com', port, addresses, clients: ['java'], health } as const;
  const observed = await createEndpointObserver(terms)(endpoint);
  if ('kind' in observed) throw new Error(observed.detail);
  const expectation = { endpoint, intendedLeaf: undefined, trust: trustIn(...roots), time: NOW };
  return judgeEndpoint(observed, expectation).findings;
}

describe('http-failure', () => {
  it('is found where another status is answered', async () => {
    const found = await findingsOf((_request, response) => response.writeHead(404).end());
    expect(summarize(found)).toEqual(['error http-failure']);
    expect(found[0]?.problem).toContain('404, not 200 or 401');
  });

  it('is found where the connection ends without an answer', async () => {
    const found = await findingsOf((request) => request.socket.destroy());
    expect(summarize(found)).toEqual(['error http-failure']);
  });

  it('is not found where an expected status is answered', async () => {
    expect(await findingsOf((_request, response) => response.writeHead(401).end())).toEqual([]);
  });
});
