import { constants } from 'node:crypto';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { RequestListener } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';
import { readClientHello } from './client-hello.ts';

/** Fatal alert unrecognized_name (RFC 6066 §3; RFC 8446 §6.2) in a record of its own. */
const UNRECOGNIZED_NAME = Buffer.from([21, 3, 3, 0, 2, 2, 112]);
const HANDSHAKE_TIMEOUT_MS = 10_000;

/** A certificate as an edge presents it. */
export interface Presented {
  /** Host names for which it is shown; `*.` stands for one label. */
  readonly names: readonly string[];
  /** Sent exactly so: order, duplicates and strays kept. */
  readonly chainPem: string;
  readonly keyPem: string;
}

/** What an edge presents to whom. */
export interface PresentedTable {
  /** Where no name fits; undefined: such clients are turned away. */
  readonly fallback: Presented | undefined;
  readonly named: readonly Presented[];
}

/** One address of an ingress: a TLS listener that chooses the certificate by server name. */
export interface Edge {
  readonly ip: string;
  readonly port: number;
  /** In addition to what it presents for other names; also to clients without a server name. */
  present(certificate: Presented): void;
  /** This and nothing else. */
  presentAll(table: PresentedTable): void;
  close(): Promise<void>;
}

/** Listens on an ephemeral port of `ip`; `answer` gets what comes in over TLS. */
export async function startEdge(ip: string, answer: RequestListener): Promise<Edge> {
  const contexts: Contexts = { byName: new Map(), fallback: undefined };
  const https = createHttpsServer(
    {
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
      SNICallback: (name, done) => done(null, contextFor(contexts, name)),
    },
    answer,
  );
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A peer that goes away is nothing to report.
    socket.on('error', () => socket.destroy());
    admit(socket, { https, contexts });
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, ip, resolve);
  });
  return {
    ip,
    port: (listener.address() as AddressInfo).port,
    present(certificate) {
      const material = presentable(certificate);
      const context = createSecureContext(material);
      for (const name of certificate.names) contexts.byName.set(name.toLowerCase(), context);
      https.setSecureContext(material);
    },
    presentAll({ fallback, named }) {
      contexts.byName.clear();
      contexts.fallback = undefined;
      for (const certificate of named) {
        const context = createSecureContext(presentable(certificate));
        for (const name of certificate.names) contexts.byName.set(name.toLowerCase(), context);
      }
      if (!fallback) return;
      const material = presentable(fallback);
      contexts.fallback = createSecureContext(material);
      https.setSecureContext(material);
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
}

function presentable({ chainPem, keyPem }: Presented): SecureContextOptions {
  return {
    cert: chainPem,
    key: keyPem,
    // OpenSSL would complete a lone leaf from a trust store.
    ca: [],
    // A resumed session would hide a change of certificate.
    secureOptions: constants.SSL_OP_NO_TICKET,
  };
}

interface Contexts {
  readonly byName: Map<string, SecureContext>;
  fallback: SecureContext | undefined;
}

function contextFor({ byName, fallback }: Contexts, name: string): SecureContext | undefined {
  const host = name.toLowerCase();
  return byName.get(host) ?? byName.get(`*${host.slice(host.indexOf('.'))}`) ?? fallback;
}

interface Admission {
  readonly https: HttpsServer;
  readonly contexts: Contexts;
}

/**
 * Looks at the hello before TLS does: Node.js can only cut the connection when it knows no certificate,
 * while an ingress says why with an alert. A client without a server name gets the newest certificate.
 */
function admit(socket: Socket, { https, contexts }: Admission): void {
  let received = Buffer.alloc(0);
  socket.setTimeout(HANDSHAKE_TIMEOUT_MS, () => socket.destroy());
  socket.on('data', function look(chunk: Buffer) {
    received = Buffer.concat([received, chunk]);
    const hello = readClientHello(received);
    if (hello.kind === 'incomplete') return;
    socket.off('data', look);
    if (hello.kind === 'malformed') {
      socket.destroy();
      return;
    }
    const known =
      hello.serverName === undefined
        ? contexts.byName.size > 0 || contexts.fallback
        : contextFor(contexts, hello.serverName);
    if (!known) {
      socket.end(UNRECOGNIZED_NAME);
      return;
    }
    socket.setTimeout(0);
    socket.pause();
    socket.unshift(received);
    https.emit('connection', socket);
  });
}
