import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/**
 * `tcp` as a stream that shows `onInbound` every chunk the peer sends, before anybody else sees it. TLS has
 * to run over a stream of JavaScript for this: over a net.Socket it reads the file descriptor directly.
 * Destroying the stream destroys the socket.
 */
export function tapSocket(tcp: Socket, onInbound: (chunk: Buffer) => void): Duplex {
  const stream = new Duplex({
    read: () => void tcp.resume(),
    write: (chunk: Buffer, _encoding, callback) => void tcp.write(chunk, callback),
    final: (callback) => void tcp.end(callback),
    destroy: (error, callback) => {
      tcp.destroy();
      callback(error);
    },
  });
  tcp.on('data', (chunk) => {
    onInbound(chunk);
    if (!stream.push(chunk)) tcp.pause();
  });
  tcp.on('end', () => stream.push(null));
  tcp.on('error', (error) => stream.destroy(error));
  return stream;
}
