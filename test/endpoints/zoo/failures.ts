import { createServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { toPem } from '../../../src/certificates/pem.ts';
import { listen, serveTcp } from '../../support/servers.ts';
import { alertRecord, tls12Flight } from '../../support/tls-wire.ts';
import { type Exhibit, serve, type Specimen } from '../../support/zoo.ts';
import { ISSUING, LEAF, ROOT } from './material.ts';

/** Says nothing of TLS but what `answer` is, at the first bytes of a client, and leaves. */
export function answering(answer: Buffer | string): () => Promise<Exhibit> {
  return async () => {
    const { port } = await serveTcp((socket) => socket.once('data', () => socket.end(answer)));
    return { ports: [port], roots: [ROOT] };
  };
}

/** Greets before a client has said anything. */
function greeting(text: string): () => Promise<Exhibit> {
  return async () => ({ ports: [(await serveTcp((socket) => socket.write(text))).port], roots: [ROOT] });
}

async function closedPort(): Promise<number> {
  const closing = await listen(createTcpServer());
  await closing.close();
  return closing.port;
}

const FAILURES: readonly Specimen[] = [
  {
    what: 'plain HTTP',
    show: answering('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    finds: ['not-tls'],
    verdict: 'unreachable',
  },
  { what: 'SSH', show: greeting('SSH-2.0-OpenSSH_9.2\r\n'), finds: ['not-tls'], verdict: 'unreachable' },
  {
    what: 'SMTP',
    show: greeting('220 mail.example.com ESMTP\r\n'),
    finds: ['not-tls'],
    verdict: 'unreachable',
  },
  { what: 'MySQL', show: greeting('\x4a\0\0\0\x0a8.0.36\0'), finds: ['not-tls'], verdict: 'unreachable' },
  {
    what: 'a silent port',
    show: async () => ({ ports: [(await serveTcp()).port], roots: [ROOT], timeoutMs: 600 }),
    finds: ['timeout'],
    verdict: 'unknown',
  },
  {
    what: 'a closed port',
    show: async () => ({ ports: [await closedPort()], roots: [ROOT] }),
    finds: ['connection-refused'],
    verdict: 'unreachable',
  },
  {
    what: 'a reset after the ClientHello',
    show: async () => ({
      ports: [(await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()))).port],
      roots: [ROOT],
    }),
    finds: ['connection-reset'],
    verdict: 'unreachable',
  },
  {
    what: 'an end after the ClientHello',
    show: answering(''),
    finds: ['connection-closed'],
    verdict: 'unreachable',
  },
  {
    what: 'an end before the ClientHello',
    show: async () => ({ ports: [(await serveTcp((socket) => socket.end())).port], roots: [ROOT] }),
    finds: ['connection-closed'],
    may: [],
    verdict: 'unreachable',
  },
  {
    what: 'unrecognized_name',
    show: answering(alertRecord(112)),
    finds: ['handshake-failure'],
    verdict: 'unreachable',
  },
  {
    what: 'handshake_failure',
    show: answering(alertRecord(40)),
    finds: ['handshake-failure'],
    verdict: 'unreachable',
  },
  {
    what: 'internal_error',
    show: answering(alertRecord(80)),
    finds: ['handshake-failure'],
    verdict: 'unreachable',
  },
  {
    what: 'a Certificate message cut off',
    show: answering(tls12Flight([LEAF.certificate.der]).subarray(0, 200)),
    finds: ['connection-closed'],
    verdict: 'unreachable',
  },
  {
    what: 'no bytes of DER as leaf',
    show: answering(tls12Flight([Buffer.from('no certificate')])),
    finds: ['malformed-certificate'],
    verdict: 'unreachable',
  },
  {
    what: 'an empty list of certificates',
    show: answering(tls12Flight([])),
    finds: ['malformed-certificate'],
    verdict: 'unreachable',
  },
  {
    what: 'no address',
    show: async () => ({ domain: 'rec.airec-https.invalid', addresses: [], roots: [ROOT] }),
    finds: ['dns-failure'],
    verdict: undefined,
  },
  {
    what: 'a private address',
    show: async () => ({ ports: [443], roots: [ROOT], privateNetworks: false }),
    finds: ['not-probed'],
    verdict: 'unknown',
  },
  {
    what: 'one of three addresses down',
    show: async () => ({
      ports: [await serve([LEAF, ISSUING]), await serve([LEAF, ISSUING]), await closedPort()],
      roots: [ROOT],
    }),
    finds: ['connection-refused'],
    verdict: 'broken',
  },
  {
    what: 'one of two addresses silent',
    show: async () => ({
      ports: [await serve([LEAF, ISSUING]), (await serveTcp()).port],
      roots: [ROOT],
      timeoutMs: 600,
    }),
    finds: ['timeout'],
    verdict: 'unknown',
  },
];

const HEALTH = { path: '/health', method: 'GET', accept: [200] } as const;
const HTTPS = {
  cert: toPem([LEAF.certificate, ISSUING.certificate]),
  key: LEAF.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }),
};

function http(what: string, start: () => Promise<number>): Specimen {
  const show = async () => ({ ports: [await start()], roots: [ROOT], health: HEALTH, timeoutMs: 1500 });
  return { what, show, finds: ['http-failure'], verdict: 'degraded' };
}

const HTTP: readonly Specimen[] = [
  http(
    'HTTP 404',
    async () => (await listen(createServer(HTTPS, (_, response) => response.writeHead(404).end()))).port,
  ),
  http(
    'HTTP 301',
    async () =>
      (await listen(createServer(HTTPS, (_, response) => response.writeHead(301, { location: '/' }).end())))
        .port,
  ),
  http('no HTTP answer', () => serve([LEAF, ISSUING])),
];

/** Endpoints that cannot be looked at, from DNS to TLS, and those whose HTTP fails. */
export const FAILURE_SPECIMENS: readonly Specimen[] = [...FAILURES, ...HTTP];
