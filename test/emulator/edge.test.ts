import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../src/emulator/authority.ts';
import { startEdge, type Edge } from '../../src/emulator/edge.ts';
import { certificatesSent } from '../support/openssl-command.ts';

const authority = createAuthority('http://127.0.0.1:9/aia', () => new Date());
const issued = authority.issue({ names: ['rec.example.com'] });
const stray = authority.issue({ names: ['stray.example.org'] }).leafPem;
const { leafPem: leaf, keyPem } = issued;
const intermediate = authority.intermediate.pem;
const root = authority.rootPem;

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge('127.0.0.1', (_, response) => response.end('behind'));
});
afterAll(() => edge.close());

async function handshake(servername: string, session?: Buffer): Promise<TLSSocket> {
  const socket = connect({
    host: edge.ip,
    port: edge.port,
    servername,
    ca: root,
    ...(session ? { session } : {}),
  });
  await once(socket, 'secureConnect');
  return socket;
}

describe('an edge', () => {
  it.each([
    ['the leaf alone', [leaf]],
    ['leaf and intermediate', [leaf, intermediate]],
    ['the root too', [leaf, intermediate, root]],
    ['the wrong order', [leaf, root, intermediate]],
    ['duplicates', [leaf, leaf, intermediate, intermediate]],
    ['a stray', [leaf, stray, intermediate]],
  ])('sends exactly what it was given: %s', async (_, chain) => {
    edge.present({ names: ['rec.example.com'], chainPem: chain.join(''), keyPem });
    expect(await certificatesSent(edge, 'rec.example.com')).toEqual(chain);
  });

  it('chooses by server name, without regard to case, and one label deep for a wildcard', async () => {
    const wild = authority.issue({ names: ['*.example.net'] });
    edge.present({ names: ['*.example.net'], chainPem: wild.bundlePem, keyPem: wild.keyPem });
    expect((await certificatesSent(edge, 'A.Example.net'))[0]).toBe(wild.leafPem);
    expect((await certificatesSent(edge, 'rec.example.com'))[0]).toBe(leaf);
    await expect(handshake('a.b.example.net')).rejects.toMatchObject({
      code: 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME',
    });
  });

  it('answers a client without server name with the newest certificate', async () => {
    edge.present({ names: ['rec.example.com'], chainPem: leaf + intermediate, keyPem });
    expect((await certificatesSent(edge, undefined))[0]).toBe(leaf);
  });

  it('never resumes a session, so that a new certificate is seen', async () => {
    const first = await handshake('rec.example.com');
    const session = first.getSession();
    first.destroy();
    const second = await handshake('rec.example.com', session);
    expect(second.isSessionReused()).toBe(false);
    second.destroy();
  });

  it.each([
    ['plain HTTP', Buffer.from('GET / HTTP/1.1\r\nHost: rec.example.com\r\n\r\n')],
    ['a truncated hello', Buffer.from([22, 3, 1, 0, 6, 1, 0, 0, 2, 3, 3])],
  ])('hangs up on %s without a byte', async (_, bytes) => {
    const socket = connectTcp(edge.port, edge.ip);
    const received: Buffer[] = [];
    socket.on('data', (chunk) => received.push(chunk));
    socket.write(bytes);
    await once(socket, 'close');
    expect(received).toEqual([]);
  });

  it('stays alive when a client resets in the middle of a handshake', async () => {
    const socket = connectTcp(edge.port, edge.ip);
    await once(socket, 'connect');
    socket.write(Buffer.from([22, 3, 1, 0, 200, 1]));
    socket.resetAndDestroy();
    await once(socket, 'close');
    expect((await certificatesSent(edge, 'rec.example.com'))[0]).toBe(leaf);
  });
});
