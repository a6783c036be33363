import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { readClientHello } from '../../src/emulator/client-hello.ts';

/** The first flight of a real client. */
async function realHello(servername: string | undefined): Promise<Buffer> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({ host: '127.0.0.1', port, ...(servername ? { servername } : {}) });
  client.on('error', () => undefined);
  const [socket] = await once(server, 'connection');
  const [hello] = await once(socket, 'data');
  socket.destroy();
  server.close();
  return hello as Buffer;
}

const hello = await realHello('Rec.Example.com');

/** The same message in records of `size` bytes. */
function inRecordsOf(size: number): Buffer {
  const message = hello.subarray(5);
  const records: Buffer[] = [];
  for (let offset = 0; offset < message.length; offset += size) {
    const fragment = message.subarray(offset, offset + size);
    records.push(Buffer.from([22, 3, 1, fragment.length >> 8, fragment.length & 0xff]), fragment);
  }
  return Buffer.concat(records);
}

describe('the server name of a ClientHello', () => {
  it('is read in lower case', () => {
    expect(readClientHello(hello)).toEqual({ kind: 'hello', serverName: 'rec.example.com' });
  });

  it('is undefined when the client sends none', async () => {
    expect(readClientHello(await realHello(undefined))).toEqual({ kind: 'hello', serverName: undefined });
  });

  it.each([1, 7, 64])('is read from records of %i bytes', (size) => {
    expect(readClientHello(inRecordsOf(size))).toEqual({ kind: 'hello', serverName: 'rec.example.com' });
  });

  it('waits for the whole message, wherever it was cut', () => {
    const kinds = Array.from(hello, (_, length) => readClientHello(hello.subarray(0, length)).kind);
    expect(new Set(kinds)).toEqual(new Set(['incomplete']));
  });

  it.each([
    ['plain HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['another handshake message', Buffer.from([22, 3, 3, 0, 4, 2, 0, 0, 0])],
    ['a message that ends early', Buffer.from([22, 3, 1, 0, 6, 1, 0, 0, 2, 3, 3])],
    [
      'an endless message',
      Buffer.concat([Buffer.from([22, 3, 1, 255, 255, 1, 255, 255, 255]), Buffer.alloc(65_536)]),
    ],
  ])('refuses %s', (_, bytes) => {
    expect(readClientHello(bytes)).toEqual({ kind: 'malformed' });
  });

  it('survives every single-byte corruption', () => {
    for (let index = 0; index < hello.length; index += 1) {
      const corrupt = Buffer.from(hello);
      corrupt[index] = 0xff;
      expect(['hello', 'incomplete', 'malformed']).toContain(readClientHello(corrupt).kind);
    }
  });
});
