import type { TlsOptions } from 'node:tls';
import { judgeClient } from '../../src/certificates/clients/judge-client.ts';
import { PROFILES, wordsOf } from '../../src/certificates/clients/profiles.ts';
import type { Path } from '../../src/certificates/paths/path.ts';
import { toPem } from '../../src/certificates/pem.ts';
import type { ClientName } from '../../src/config/config.ts';
import { ROOT, type ServedCase } from './defective-chains.ts';
import { trustIn } from './deployment.ts';
import { checkPorts } from './served-chain.ts';
import { serveTls } from './servers.ts';

/** Whom the cases of `defective-chains.ts` are for. */
export const DOMAIN = 'rec.example.com';

/** Old keys and hashes are among what is served. */
const ANYTHING = { ciphers: 'DEFAULT:@SECLEVEL=0' };

function certificatesOf([leaf, ...others]: ServedCase['chain']): Path {
  return [leaf.certificate, ...others.map(({ certificate }) => certificate)];
}

/** A server on loopback that sends `chain` and answers every request with an empty page. Returns its port. */
export async function serveCase(chain: ServedCase['chain'], tls: TlsOptions = {}): Promise<number> {
  const key = chain[0].keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const { port } = await serveTls(
    { cert: toPem(certificatesOf(chain)), key, ...ANYTHING, ...tls },
    (socket) => {
      socket.once('data', () =>
        socket.end(
          'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
        ),
      );
    },
  );
  return port;
}

/** What we expect `client` to say of `chain`: its words, or `accepted`. */
export function expectedOf(client: ClientName, chain: ServedCase['chain']): string {
  const presented = { chain: certificatesOf(chain), domain: DOMAIN, transport: undefined };
  const terms = { trust: trustIn(ROOT.certificate), time: new Date() };
  const [first] = judgeClient(PROFILES[client], presented, terms).refusals;
  return first ? wordsOf(client, first, DOMAIN) : 'accepted';
}

/** What the check says that `client` says of a port: its words, or `accepted`. */
export async function wordsAt(client: ClientName, port: number): Promise<string> {
  const { clients } = await checkPorts([port], { roots: [ROOT.certificate], clients: [client] });
  const [verdict] = clients;
  return verdict?.accepts ? 'accepted' : String(verdict?.error);
}
