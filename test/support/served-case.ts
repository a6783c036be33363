import type { Path } from '../../src/certificates/paths/path.ts';
import { toPem } from '../../src/certificates/pem.ts';
import type { ServedCase } from './defective-chains.ts';
import { serveTls } from './servers.ts';

/** Whom the cases of `defective-chains.ts` are for. */
export const DOMAIN = 'rec.example.com';

/** Old keys and hashes are among what is served. */
const ANYTHING = { ciphers: 'DEFAULT:@SECLEVEL=0' };

export function certificatesOf([leaf, ...others]: ServedCase['chain']): Path {
  return [leaf.certificate, ...others.map(({ certificate }) => certificate)];
}

/** A server on loopback that sends `chain` and answers every request with an empty page. Returns its port. */
export async function serveCase(chain: ServedCase['chain']): Promise<number> {
  const key = chain[0].keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const { port } = await serveTls({ cert: toPem(certificatesOf(chain)), key, ...ANYTHING }, (socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
  });
  return port;
}
