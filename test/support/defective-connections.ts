import type { TlsOptions } from 'node:tls';
import { ROOT } from './defective-chains.ts';
import { authority, server } from './minted-hierarchy.ts';
import { serveCase } from './served-case.ts';
import { serveTcp } from './servers.ts';
import { alertRecord } from './tls-wire.ts';

const issuing = authority('Issuing', ROOT);
const good = server(issuing);

/** A good chain, served in this manner. */
const served = (tls: TlsOptions) => serveCase([good, issuing], tls);

/** A port that answers the first bytes that come with these, and closes. */
const answers = async (bytes: Buffer | string) =>
  (await serveTcp((socket) => socket.once('data', () => socket.end(bytes)))).port;

async function closedPort(): Promise<number> {
  const closed = await serveTcp();
  await closed.close();
  return closed.port;
}

/** Defects of the connection and of the handshake, whatever the certificates: what, and what starts it and has its port. */
export const CONNECTIONS: readonly (readonly [string, () => Promise<number>])[] = [
  ['a closed port', closedPort],
  [
    'a reset',
    async () => (await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()))).port,
  ],
  ['an end without an answer', () => answers('')],
  ['plain HTTP', () => answers('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['a banner', async () => (await serveTcp((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'))).port],
  ['no common cipher', () => answers(alertRecord(40))],
  ['no common version', () => answers(alertRecord(70))],
  ['no certificate for the name', () => answers(alertRecord(112))],
  ['an internal error', () => answers(alertRecord(80))],
  ['TLS 1.1 alone', () => served({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })],
  [
    'CBC with HMAC-SHA-256 alone',
    () => served({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' }),
  ],
  ['a demand for a client certificate', () => served({ requestCert: true, maxVersion: 'TLSv1.2' })],
];
