import type { KeyObject } from 'node:crypto';
import { createSecureContext, type TlsOptions } from 'node:tls';
import type { Certificate } from '../../src/certificates/certificate.ts';
import type { ClientTrust } from '../../src/certificates/clients/trust.ts';
import { toPem } from '../../src/certificates/pem.ts';
import type { ClientName } from '../../src/config/config.ts';
import { checkEndpoint, type EndpointCheck } from '../../src/endpoints/check-endpoint.ts';
import type { Finding } from '../../src/endpoints/finding.ts';
import { type EndpointVerdict, judgeEndpoint } from '../../src/endpoints/judge.ts';
import { fetchIssuers } from '../../src/endpoints/network/fetch-issuers.ts';
import type { ProbedEndpoint } from '../../src/endpoints/observation.ts';
import { createEndpointObserver } from '../../src/endpoints/observe-endpoint.ts';
import { trustIn } from './deployment.ts';
import { serveTls } from './servers.ts';

/** What a server sends, and the key of the first. */
export interface ServedChain {
  /** As sent: strays, duplicates and order are kept. */
  readonly chain: readonly [Certificate, ...Certificate[]];
  readonly key: string | KeyObject;
  readonly tls?: TlsOptions;
}

/** How what is served is judged. */
export interface JudgingTerms {
  /** What every client trusts; the same for OpenSSL in the handshake. */
  readonly roots: readonly Certificate[];
  /** Instead of it, for clients that differ; by default they trust `roots`, which are no public authorities'. */
  readonly trust?: ClientTrust;
  /** All five by default. */
  readonly clients?: readonly ClientName[];
  /** `rec.example.com` by default. */
  readonly domain?: string;
  /** Now by default: OpenSSL in the handshake always judges by the machine's clock. */
  readonly time?: Date;
}

const EVERY_CLIENT: readonly ClientName[] = ['chrome', 'firefox', 'java', 'android', 'openssl'];

/** Starts a TLS server on loopback that sends exactly this chain; `closeServers` ends it. Returns its port. */
export async function serveChain({ chain, key, tls }: ServedChain): Promise<number> {
  const keyPem = typeof key === 'string' ? key : key.export({ type: 'pkcs8', format: 'pem' });
  const credentials = { cert: toPem(chain), key: keyPem };
  // A server that cannot use them would fail every handshake without a word.
  createSecureContext({ ...credentials, ...tls });
  return (await serveTls({ ...credentials, ...tls })).port;
}

/** The whole check, repair included, of an endpoint whose addresses are these ports on loopback. */
export function checkPorts(ports: readonly number[], terms: JudgingTerms): Promise<EndpointCheck> {
  const { roots, trust = trustIn(...roots), time = new Date() } = terms;
  const observing = observingTerms(roots);
  return checkEndpoint(endpointAt(ports, terms), {
    observe: createEndpointObserver(observing),
    observeWith: (helpers) =>
      createEndpointObserver({ ...observing, trustAnchors: [toPem([...roots, ...helpers])] }),
    fetchIssuers: (url) => fetchIssuers(url, observing),
    trust,
    now: () => time,
  });
}

/** The verdict on what these ports on loopback show, with an intended leaf; nothing is looked for beside it. */
export async function judgePorts(
  ports: readonly number[],
  { intendedLeaf, ...terms }: JudgingTerms & { readonly intendedLeaf: string | undefined },
): Promise<EndpointVerdict> {
  const { roots, trust = trustIn(...roots), time = new Date() } = terms;
  const endpoint = endpointAt(ports, terms);
  const observed = await createEndpointObserver(observingTerms(roots))(endpoint);
  if ('kind' in observed) throw new Error(`${observed.reason}: ${observed.detail}`);
  return judgeEndpoint(observed, { endpoint, intendedLeaf, trust, time });
}

/** What the check of one server that sends `served` finds. */
export async function findingsOn(served: ServedChain, terms: JudgingTerms): Promise<readonly Finding[]> {
  const check = await checkPorts([await serveChain(served)], terms);
  return check.served.findings;
}

/** `error missing-intermediate` and the like, in the order of the report. */
export function summarize(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ id, severity }) => `${severity} ${id}`);
}

function endpointAt(ports: readonly number[], terms: JudgingTerms): ProbedEndpoint {
  const { clients = EVERY_CLIENT, domain = 'rec.example.com' } = terms;
  const addresses = ports.map((port) => ({ ip: '127.0.0.1', port }));
  return { domain, port: 443, addresses, clients, health: undefined };
}

function observingTerms(roots: readonly Certificate[]) {
  return { trustAnchors: [toPem(roots)], privateNetworks: true, timeoutMs: 5000 };
}
