import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createServer as createTlsServer, type TlsOptions, type TLSSocket } from 'node:tls';

/** A server on loopback and what came to it. */
export interface LocalServer {
  readonly port: number;
  /** Connections accepted so far. */
  connections(): number;
  /** Resolves when every connection so far is closed. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const running = new Set<() => Promise<void>>();

/** Stops everything this module started; for `afterAll`. */
export async function closeServers(): Promise<void> {
  await Promise.all([...running].map((close) => close()));
}

/** Has `server` listen on a free port of `host`. */
export async function listen(server: Server, host = '127.0.0.1'): Promise<LocalServer> {
  const open = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    open.add(socket.on('error', () => undefined).once('close', () => open.delete(socket)));
  });
  // A client that gives up in the middle is the point of many tests.
  server.on('tlsClientError', () => undefined);
  server.listen(0, host);
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    running.delete(close);
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  running.add(close);
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    idle: async () => {
      await Promise.all([...open].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    },
    close,
  };
}

/** A TLS server; `handle` gets each connection whose handshake is complete. */
export function serveTls(
  options: TlsOptions,
  handle: (socket: TLSSocket) => void = () => undefined,
): Promise<LocalServer> {
  return listen(
    createTlsServer(options, (socket) => {
      socket.on('error', () => undefined);
      handle(socket);
    }),
  );
}

/** A TCP server that does what `handle` does. */
export function serveTcp(handle: (socket: Socket) => void = () => undefined): Promise<LocalServer> {
  // A socket that nobody reads from would not notice that its peer has gone.
  return listen(createServer((socket) => handle(socket.resume())));
}

/** A proxy to `port` that passes the server's bytes on in pieces of `pieceLength` and keeps them. */
export async function serveProxy(
  port: number,
  pieceLength = Infinity,
): Promise<LocalServer & { sent(): Buffer }> {
  const sent: Buffer[] = [];
  const server = await serveTcp((client) => {
    const upstream = connect(port, '127.0.0.1').on('error', () => undefined);
    client.setNoDelay().pipe(upstream);
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => client.end());
    upstream.on('data', (chunk) => {
      sent.push(chunk);
      for (let at = 0; at < chunk.length; at += pieceLength)
        client.write(chunk.subarray(at, at + pieceLength));
    });
  });
  return { ...server, sent: () => Buffer.concat(sent) };
}

/** `openssl s_server` with `args`, for what Node's server cannot be made to do. Returns its port. */
export async function serveOpenssl(folder: string, args: readonly string[]): Promise<number> {
  const child = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', ...args], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const close = async (): Promise<void> => {
    running.delete(close);
    if (child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  running.add(close);
  child.stderr.resume();
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^ACCEPT .*:(\d+)$/.exec(line)?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return Number(port);
  }
  throw new Error(`openssl s_server ${args.join(' ')} did not start`);
}
