import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type SecureVersion, type Server } from 'node:tls';
import type { Bundle } from '../certificates/bundle.ts';
import type { ClientTrust } from '../certificates/clients/trust.ts';
import { toPem } from '../certificates/pem.ts';
import type { TrustStore } from '../certificates/trust-store.ts';
import type { ClientName } from '../config/config.ts';
import { printable } from '../errors/printable.ts';
import type { Secret } from '../errors/secret.ts';
import { judgeClients } from './client-verdicts.ts';
import { judgeEndpoint } from './judge.ts';
import { createTlsObserver, type ObserveTls } from './tls/observe-tls.ts';

/** What is to be deployed, for whom. */
export interface RehearsalSubject {
  readonly domain: string;
  readonly clients: readonly ClientName[];
  /** Exactly what is to be deployed, the leaf first. */
  readonly bundle: Bundle;
  /** PEM. */
  readonly key: Secret;
}

/** What a server with this bundle and key showed. */
export interface Rehearsal {
  /** Why no server could be made of them, a printable line; undefined: there was one. */
  readonly refusal: string | undefined;
  /** In the order asked for; empty when there was no server. */
  readonly clients: readonly RehearsedClient[];
}

/** A client accepts when it does in TLS 1.2 and in TLS 1.3. */
export interface RehearsedClient {
  readonly client: ClientName;
  readonly accepts: boolean;
  /** What its users would see; undefined when it accepts. */
  readonly error: string | undefined;
}

/** @throws the error of a machine on which no server can listen */
export type Rehearse = (subject: RehearsalSubject, time: Date) => Promise<Rehearsal>;

const VERSIONS: readonly SecureVersion[] = ['TLSv1.2', 'TLSv1.3'];
const HANDSHAKE_MS = 10_000;

/**
 * Rehearses deployments: a TLS server on the loopback address presents the bundle, and every client shakes hands with it,
 * with its own trust alone and without help, OpenSSL being the second witness. Nothing is sent anywhere else.
 */
export function createRehearsal(trust: ClientTrust): Rehearse {
  // Reading all trust anchors takes tens of milliseconds.
  const observers = new Map<TrustStore, ObserveTls>();
  const observerOf = (store: TrustStore): ObserveTls => {
    const observe = observers.get(store) ?? createObserver(store);
    observers.set(store, observe);
    return observe;
  };
  return async (subject, time) => {
    const clients = new Map<ClientName, RehearsedClient>();
    for (const version of VERSIONS) {
      const server = openServer(subject, version);
      if (typeof server === 'string') return { refusal: server, clients: [] };
      try {
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        for (const client of subject.clients) {
          if (clients.get(client)?.accepts === false) continue;
          const observe = observerOf(trust.storeOf(client));
          clients.set(client, await shakeHands({ client, subject, observe, server, trust, time }));
        }
      } finally {
        server.close();
      }
    }
    return { refusal: undefined, clients: [...clients.values()] };
  };
}

function createObserver({ anchors }: TrustStore): ObserveTls {
  const terms = { privateNetworks: true, timeoutMs: HANDSHAKE_MS };
  return createTlsObserver({ ...terms, trustAnchors: [toPem(anchors)] });
}

/** The server, or why OpenSSL makes none of this bundle and key. */
function openServer({ bundle, key }: RehearsalSubject, version: SecureVersion): Server | string {
  const versions = { minVersion: version, maxVersion: version };
  try {
    // A client that refuses ends the connection: that is its verdict, not an error of the server.
    const server = createServer({ cert: toPem(bundle), key: key.reveal(), ...versions });
    return server.on('tlsClientError', () => undefined);
  } catch (error) {
    // OpenSSL names what is wrong and quotes nothing of the key.
    return printable(error instanceof Error ? error.message : String(error), 200);
  }
}

interface Attempt {
  readonly client: ClientName;
  readonly subject: RehearsalSubject;
  readonly observe: ObserveTls;
  readonly server: Server;
  readonly trust: ClientTrust;
  readonly time: Date;
}

async function shakeHands({
  client,
  subject,
  observe,
  server,
  trust,
  time,
}: Attempt): Promise<RehearsedClient> {
  const { domain, bundle } = subject;
  const { port } = server.address() as AddressInfo;
  const address = { ip: '127.0.0.1', port, source: 'pin' } as const;
  const tls = await observe({ domain, address });
  const endpoint = { domain, clients: [client], health: undefined };
  const expectation = { endpoint, intendedLeaf: bundle[0].fingerprint, trust, time };
  const verdict = judgeEndpoint([{ address, tls, http: undefined }], expectation);
  const accepts = verdict.addresses.every(({ accepted, servesIntended }) => accepted && servesIntended);
  const [told] = judgeClients(verdict, [client], domain);
  return { client, accepts, error: accepts ? undefined : (told?.error ?? verdict.findings[0]?.problem) };
}
