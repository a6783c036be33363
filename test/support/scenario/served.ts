import { createHash } from 'node:crypto';
import { connect, type DetailedPeerCertificate } from 'node:tls';

/** What one address serves, as a client of our own sees it. */
export interface Served {
  /** Lower-case SHA-256 of the leaf. */
  readonly leaf: string;
  /** Certificates received. */
  readonly sent: number;
  /** `trusted`, or why a strict client refuses. */
  readonly verdict: string;
}

interface Target {
  readonly address: { readonly ip: string; readonly port: number };
  readonly domain: string;
  /** PEM; all there is to trust. */
  readonly root: string;
}

/** Two handshakes with SNI: a strict client's verdict, and what is sent to one that knows no root to add. */
export async function serve({ address, domain, root }: Target): Promise<Served> {
  const strict = await shake({ address, domain, ca: [root] });
  const { chain } = await shake({ address, domain, ca: [] });
  const leaf = createHash('sha256')
    .update(chain[0]?.raw ?? '')
    .digest('hex');
  return { leaf, sent: chain.length, verdict: strict.verdict };
}

interface Handshake {
  readonly verdict: string;
  readonly chain: readonly DetailedPeerCertificate[];
}

function shake({ address, domain, ca }: Omit<Target, 'root'> & { ca: string[] }): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    const { ip: host, port } = address;
    const socket = connect({ host, port, servername: domain, ca, rejectUnauthorized: false }, () => {
      const error: unknown = socket.authorizationError;
      const verdict = socket.authorized
        ? 'trusted'
        : error instanceof Error && 'code' in error
          ? String(error.code)
          : String(error);
      resolve({ verdict, chain: chainOf(socket.getPeerCertificate(true)) });
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

function chainOf(leaf: DetailedPeerCertificate): readonly DetailedPeerCertificate[] {
  const chain = [leaf];
  // The last one is its own issuer, or has none.
  for (let next = leaf.issuerCertificate; next && !chain.includes(next); next = next.issuerCertificate) {
    chain.push(next);
  }
  return chain;
}

/** What `served` shows when all `addresses` serve `leaf` in a chain of `sent` that is trusted. */
export function trusted(leaf: string, sent: number, addresses = 2): readonly Served[] {
  return Array.from({ length: addresses }, () => ({ leaf, sent, verdict: 'trusted' }));
}
