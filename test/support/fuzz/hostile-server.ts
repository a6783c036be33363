import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a server does once it has read something, beside sending the bytes it was given. */
export const HABITS = ['close', 'stay', 'reset', 'trickle', 'endless'] as const;
export type Habit = (typeof HABITS)[number];

export interface HostileServer {
  readonly port: number;
  /** What every connection from now on gets. */
  answer(bytes: Buffer, habit: Habit): void;
  close(): Promise<void>;
}

/** A server on loopback that sends what it was told to, whatever it is asked. */
export async function startHostileServer(): Promise<HostileServer> {
  let [answered, habit]: [Buffer, Habit] = [Buffer.alloc(0), 'close'];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    const [bytes, way] = [answered, habit];
    socket.on('error', () => undefined).once('close', () => open.delete(socket));
    socket.once('data', () => behave(socket, bytes, way)).resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    answer: (bytes, way) => {
      [answered, habit] = [bytes, way];
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function behave(socket: Socket, bytes: Buffer, habit: Habit): void {
  if (habit === 'trickle') return trickle(socket, bytes);
  socket.write(bytes, () => {
    if (habit === 'close') socket.end();
    if (habit === 'reset') socket.resetAndDestroy();
    if (habit === 'endless') pour(socket, bytes.length > 0 ? bytes : Buffer.alloc(4_096));
  });
}

/** One octet after the other, for as long as somebody listens. */
function trickle(socket: Socket, bytes: Buffer): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at < bytes.length) socket.write(bytes.subarray(at, (at += 1)));
  }, 2);
  socket.once('close', () => clearInterval(timer));
}

/** The same again, as fast as it is read, until nobody does; a turn for others in between. */
function pour(socket: Socket, bytes: Buffer): void {
  const piece = Buffer.alloc(64 * 1024, bytes);
  const write = (): void => {
    if (!socket.destroyed) socket.write(piece, () => setImmediate(write));
  };
  write();
}
