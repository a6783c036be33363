import { createServer } from 'node:http';
import { createSecureContext, createServer as createTlsServer, type TlsOptions } from 'node:tls';
import type { ClientTrust } from '../../src/certificates/clients/trust.ts';
import { createClientTrust } from '../../src/certificates/clients/trust.ts';
import { toPem } from '../../src/certificates/pem.ts';
import { createTrustStore } from '../../src/certificates/trust-store.ts';
import { type AddressPin, CLIENT_NAMES, type ClientName } from '../../src/config/config.ts';
import { type CheckVerdict, checkEndpoint, type EndpointCheck } from '../../src/endpoints/check-endpoint.ts';
import type { CheckMeans } from '../../src/endpoints/check-means.ts';
import type { Finding, FindingId } from '../../src/endpoints/finding.ts';
import { createIssuerFetcher } from '../../src/endpoints/network/issuer-fetcher.ts';
import type { ProbedEndpoint } from '../../src/endpoints/observation.ts';
import { createEndpointObserver } from '../../src/endpoints/observe-endpoint.ts';
import { createTlsProbe } from '../../src/endpoints/tls/probe-tls.ts';
import { trustIn } from './deployment.ts';
import type { Minted } from './minter.ts';
import { certificatesOf } from './repairs.ts';
import { listen } from './servers.ts';

/** A chain of minted certificates as a server is configured with it. */
export type Chain = readonly [Minted, ...Minted[]];

/** An endpoint that runs, and how it is looked at; every default is what `check` does. */
export interface Exhibit extends Pick<CheckMeans, 'pool' | 'bundleOnDisk'> {
  readonly ports?: readonly number[];
  /** Instead of ports of 127.0.0.1; none: the name is resolved. */
  readonly addresses?: readonly AddressPin[];
  readonly roots?: readonly Minted[];
  readonly trust?: ClientTrust;
  readonly clients?: readonly ClientName[];
  readonly domain?: string;
  readonly time?: Date;
  readonly health?: ProbedEndpoint['health'];
  readonly privateNetworks?: boolean;
  readonly timeoutMs?: number;
}

/** What is looked at, and what should be said of it. */
export interface Specimen {
  readonly what: string;
  readonly show: () => Promise<Exhibit>;
  /** The name of the defect, with what else it is reported as; each has to be there. */
  readonly finds: readonly FindingId[];
  /** True of it as well, and not what it is about: may be there. */
  readonly may?: readonly FindingId[];
  /** Undefined where it depends on the machine. */
  readonly verdict: CheckVerdict | undefined;
}

/** The finished check of an endpoint, as the command wires it. */
export async function look(exhibit: Exhibit): Promise<EndpointCheck> {
  const { roots = [], trust = trustIn(...certificatesOf(roots)), time, privateNetworks = true } = exhibit;
  const { domain = 'rec.example.com', clients = CLIENT_NAMES, health, timeoutMs = 5000 } = exhibit;
  const { addresses = (exhibit.ports ?? []).map((port) => ({ ip: '127.0.0.1', port })) } = exhibit;
  const anchors = certificatesOf(roots);
  const terms = { trustAnchors: [toPem(anchors)], privateNetworks, timeoutMs };
  const { pool, bundleOnDisk } = exhibit;
  return checkEndpoint(
    { domain, port: 443, addresses, clients, health },
    {
      observe: createEndpointObserver(terms, createTlsProbe),
      observeWith: (helpers) =>
        createEndpointObserver({ ...terms, trustAnchors: [toPem([...anchors, ...helpers])] }),
      fetchIssuers: createIssuerFetcher(terms),
      trust,
      now: () => time ?? new Date(),
      ...(pool ? { pool } : {}),
      ...(bundleOnDisk ? { bundleOnDisk } : {}),
    },
  );
}

/** How a server sends a chain. */
export interface Manner extends TlsOptions {
  /** DER of the OCSPResponse that is stapled. */
  readonly staple?: Buffer;
  readonly host?: string;
}

/** A server that sends this chain with the key of its first; old keys and hashes are let through. Returns its port. */
export async function serve(chain: Chain, { staple, host, ...tls }: Manner = {}): Promise<number> {
  const options: TlsOptions = {
    cert: toPem(certificatesOf(chain)),
    key: chain[0].keys.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ciphers: 'DEFAULT:@SECLEVEL=0',
    ...tls,
  };
  // A server that cannot use them would fail every handshake without a word.
  createSecureContext(options);
  const server = createTlsServer(options, (socket) => socket.on('error', () => undefined));
  if (staple) server.on('OCSPRequest', (_certificate, _issuer, answer) => answer(null, staple));
  return (await listen(server, host)).port;
}

/** An HTTP server on loopback that answers every path with `body`. Returns its URL. */
export async function offer(body: Buffer | string, headers: Record<string, string> = {}): Promise<string> {
  const { port } = await listen(
    createServer((_request, response) => response.writeHead(200, headers).end(body)),
  );
  return `http://127.0.0.1:${port}/issuer.cer`;
}

/** Trust in a root of which clients ask what they ask of public authorities. */
export function publicTrust(root: Minted): ClientTrust {
  const store = createTrustStore([root.certificate]);
  return createClientTrust(store, store);
}

/** The ids that are reported as an error or a warning, each once; `info` is no alarm. */
export function alarms(findings: readonly Finding[]): readonly FindingId[] {
  const loud = findings.filter(({ severity }) => severity !== 'info');
  return [...new Set(loud.map(({ id }) => id))];
}
