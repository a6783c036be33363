import { getEventListeners } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { createTlsObserver, type ObserverTerms } from '../../../src/endpoints/tls/observe-tls.ts';
import { createTlsProbe } from '../../../src/endpoints/tls/probe-tls.ts';
import { createDesk, issueHierarchy, serving } from '../../support/certificate-desk.ts';
import { closeServers, type LocalServer, serveOpenssl, serveTcp, serveTls } from '../../support/servers.ts';
import { alertRecord, tls12Flight } from '../../support/tls-wire.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

const { root, intermediate, leaf, stray } = issueHierarchy(desk);
const fullChain = [leaf, intermediate] as const;

const terms: ObserverTerms = { trustAnchors: [root.pem], privateNetworks: true, timeoutMs: 5_000 };
const ways = [
  ['OpenSSL', createTlsObserver],
  ['the probe', createTlsProbe],
] as const;

function at(port: number) {
  return { domain: 'rec.example.com', address: { ip: '127.0.0.1', port, source: 'pin' as const } };
}

/** A server that answers the ClientHello with `bytes`, then waits. */
function sends(bytes: Buffer): Promise<LocalServer> {
  return serveTcp((socket) => socket.once('data', () => socket.write(bytes)));
}

describe.each(ways)('a peer that fails, seen by %s,', (_way, create) => {
  const observe = create(terms);

  it.each([
    ['resets', () => serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy())), 'reset'],
    ['closes', () => serveTcp((socket) => socket.once('data', () => socket.end())), 'closed'],
    ['speaks first', () => serveTcp((socket) => socket.write('220 mail ready\r\n')), 'not-tls'],
    [
      'speaks HTTP',
      () => serveTcp((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
      'not-tls',
    ],
    [
      'says one letter and leaves',
      () => serveTcp((socket) => socket.once('data', () => socket.end('H'))),
      'not-tls',
    ],
    [
      'sends an alert and resets',
      () =>
        serveTcp((socket) =>
          socket.once('data', () => socket.write(alertRecord(112), () => socket.resetAndDestroy())),
        ),
      'tls-alert',
    ],
    ['sends a record of garbage', () => sends(Buffer.from('1603030004deadbeef', 'hex')), 'tls-error'],
    [
      'sends a certificate of garbage',
      () => sends(tls12Flight([Buffer.from('garbage')])),
      'malformed-certificate',
    ],
    ['sends no certificate', () => sends(tls12Flight([])), 'malformed-certificate'],
    [
      'sends 200 KiB of certificates',
      () => sends(tls12Flight([Buffer.alloc(200 * 1024)])),
      'malformed-certificate',
    ],
    [
      'sends 201 certificates',
      () => serveTls(serving([leaf, ...Array.from({ length: 200 }, () => stray)])),
      'malformed-certificate',
    ],
  ] as const)('%s', async (_name, start, reason) => {
    const server = await start();
    const observation = await observe(at(server.port));
    expect(observation).toMatchObject({ kind: 'failure', stage: 'tls', reason });
    await server.idle();
  });

  it('sends an alert by name: unrecognized_name', async () => {
    const files = ['-cert', `${stray.name}.pem`, '-key', `${stray.name}.key`];
    const second = ['-servername', 'other.example', '-servername_fatal', '-cert2', `${stray.name}.pem`];
    const port = await serveOpenssl(desk.folder, [...files, ...second, '-key2', `${stray.name}.key`]);
    const observation = await observe(at(port));
    expect(observation).toMatchObject({ stage: 'tls', reason: 'tls-alert', detail: 'unrecognized_name' });
  });

  it('cannot put line breaks or escapes into the report', async () => {
    const server = await serveTcp((socket) => socket.write('\u001B[31mhello\r\nworld\r\n'));
    expect(await observe(at(server.port))).toMatchObject({ detail: '\\u{1b}[31mhello' });
  });

  it('is silent', async () => {
    const server = await serveTcp();
    const observation = await create({ ...terms, timeoutMs: 50 })(at(server.port));
    expect(observation).toMatchObject({ stage: 'tls', reason: 'timeout' });
    await server.idle();
  });

  it('is not there', async () => {
    const server = await serveTcp();
    await server.close();
    expect(await observe(at(server.port))).toMatchObject({ stage: 'connect', reason: 'refused' });
  });
});

describe('an old protocol', () => {
  it('is an alert by name to OpenSSL: protocol_version', async () => {
    const server = await serveTls({
      ...serving(fullChain),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    const observation = await createTlsObserver(terms)(at(server.port));
    expect(observation).toMatchObject({ stage: 'tls', reason: 'tls-alert', detail: 'protocol_version' });
  });
});

describe.each(ways)('private addresses, by %s,', (_way, create) => {
  it('are not connected to unless they are allowed', async () => {
    const server = await serveTls(serving(fullChain));
    const observation = await create({ ...terms, privateNetworks: false })(at(server.port));
    expect(observation).toMatchObject({ stage: 'policy', reason: 'private-address', detail: '127.0.0.1' });
    expect(server.connections()).toBe(0);
  });
});

describe.each(ways)('what is left behind by %s', (_way, create) => {
  const observe = create(terms);

  it('is nothing after a handshake', async () => {
    const { signal } = new AbortController();
    const server = await serveTls(serving(fullChain));
    expect(await observe(at(server.port), signal)).toMatchObject({ kind: 'handshake' });
    await server.idle();
    expect(server.connections()).toBe(1);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('is nothing after an abort, which rejects with its reason', async () => {
    const controller = new AbortController();
    const server: LocalServer = await serveTcp((socket) =>
      socket.once('data', () => controller.abort(new Error('enough'))),
    );
    await expect(observe(at(server.port), controller.signal)).rejects.toThrow('enough');
    await server.idle();
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('is nothing when it was aborted before it began', async () => {
    const server = await serveTcp();
    const signal = AbortSignal.abort(new Error('never'));
    await expect(observe(at(server.port), signal)).rejects.toThrow('never');
    expect(server.connections()).toBe(0);
  });
});
