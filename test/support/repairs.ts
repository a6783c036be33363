import { once } from 'node:events';
import { connect } from 'node:tls';
import type { Certificate } from '../../src/certificates/certificate.ts';
import type { ClientTrust } from '../../src/certificates/clients/trust.ts';
import { toPem } from '../../src/certificates/pem.ts';
import { CLIENT_NAMES, type ClientName } from '../../src/config/config.ts';
import { checkEndpoint, type EndpointCheck } from '../../src/endpoints/check-endpoint.ts';
import type { CheckMeans } from '../../src/endpoints/check-means.ts';
import { createIssuerFetcher } from '../../src/endpoints/network/issuer-fetcher.ts';
import { createEndpointObserver } from '../../src/endpoints/observe-endpoint.ts';
import { trustIn } from './deployment.ts';
import type { Minted } from './minter.ts';
import { serveChain } from './served-chain.ts';

const DOMAIN = 'rec.example.com';

/** How an endpoint is checked and mended. */
export interface MendingTerms extends Pick<CheckMeans, 'pool' | 'bundleOnDisk'> {
  readonly roots: readonly Minted[];
  /** Instead of `roots`, for clients that differ. */
  readonly trust?: ClientTrust;
  readonly clients?: readonly ClientName[];
}

/** Starts a server for each chain, and checks an endpoint that has all of them as its addresses. */
export async function checkServed(
  chains: readonly (readonly [Minted, ...Minted[]])[],
  terms: MendingTerms,
): Promise<EndpointCheck> {
  return checkPorts(await Promise.all(chains.map(serveMinted)), terms);
}

function serveMinted([leaf, ...issuers]: readonly [Minted, ...Minted[]]): Promise<number> {
  const chain = [leaf.certificate, ...certificatesOf(issuers)] as const;
  return serveChain({ chain, key: leaf.keys.privateKey });
}

export function certificatesOf(minted: readonly Minted[]): readonly Certificate[] {
  return minted.map(({ certificate }) => certificate);
}

/** Certificates that were read twice are not the same object. */
export function fingerprintsOf(certificates: readonly Certificate[] = []): readonly string[] {
  return certificates.map(({ fingerprint }) => fingerprint);
}

function checkPorts(
  ports: readonly number[],
  { roots, trust = trustIn(...certificatesOf(roots)), clients = CLIENT_NAMES, ...candidates }: MendingTerms,
): Promise<EndpointCheck> {
  const anchors = certificatesOf(roots);
  const observing = { trustAnchors: [toPem(anchors)], privateNetworks: true, timeoutMs: 5000 };
  const addresses = ports.map((port) => ({ ip: '127.0.0.1', port }));
  const endpoint = { domain: DOMAIN, port: 443, addresses, clients, health: undefined };
  return checkEndpoint(endpoint, {
    observe: createEndpointObserver(observing),
    observeWith: (helpers) =>
      createEndpointObserver({ ...observing, trustAnchors: [toPem([...anchors, ...helpers])] }),
    fetchIssuers: createIssuerFetcher(observing),
    trust,
    now: () => new Date(),
    ...candidates,
  });
}

/**
 * What a strict client, OpenSSL with `roots` alone, and a check of ours say of a server that is given the proposed bundle
 * with the key of its leaf.
 */
export async function tryRepair(
  { repair }: EndpointCheck,
  leaf: Minted,
  terms: MendingTerms,
): Promise<{ readonly strict: string; readonly verdict: EndpointCheck['verdict'] }> {
  if (!repair) throw new Error('there is no repair');
  const port = await serveChain({ chain: repair.bundle, key: leaf.keys.privateKey });
  const strict = await connectStrictly(port, toPem(certificatesOf(terms.roots)));
  return { strict, verdict: (await checkPorts([port], terms)).verdict };
}

/** `accepts`, or the code of OpenSSL's refusal. */
async function connectStrictly(port: number, ca: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port, servername: DOMAIN, ca, rejectUnauthorized: true });
  try {
    await once(socket, 'secureConnect');
    return 'accepts';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    socket.destroy();
  }
}
