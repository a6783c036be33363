import type { Certificate } from '../../src/certificates/certificate.ts';
import { toPem } from '../../src/certificates/pem.ts';
import type { Finding } from '../../src/endpoints/finding.ts';
import { judgeEndpoint } from '../../src/endpoints/judge.ts';
import { createEndpointObserver } from '../../src/endpoints/observe-endpoint.ts';
import { createTlsProbe } from '../../src/endpoints/tls/probe-tls.ts';
import { NOW, trustIn } from './deployment.ts';
import { type Minted, issuersOf } from './minter.ts';
import { type JudgingTerms, serveChain } from './served-chain.ts';

/** What a handshake of our own with a port on loopback gives rise to, as of `NOW` unless told otherwise. */
export async function probeFindings(
  port: number,
  terms: JudgingTerms & { readonly timeoutMs?: number },
): Promise<readonly Finding[]> {
  const { roots, trust = trustIn(...roots), time = NOW, timeoutMs = 5000 } = terms;
  const { clients = ['chrome', 'firefox', 'java', 'android', 'openssl'], domain = 'rec.example.com' } = terms;
  const endpoint = { domain, port, addresses: [{ ip: '127.0.0.1', port }], clients, health: undefined };
  const observing = { trustAnchors: [toPem(roots)], privateNetworks: true, timeoutMs };
  const observed = await createEndpointObserver(observing, createTlsProbe)(endpoint);
  if ('kind' in observed) throw new Error(`${observed.reason}: ${observed.detail}`);
  return judgeEndpoint(observed, { endpoint, intendedLeaf: undefined, trust, time }).findings;
}

/** The same for a server that sends `leaf` with every issuer but the root, which is trusted. */
export async function mintedFindings(
  leaf: Minted,
  terms: Partial<JudgingTerms> = {},
): Promise<readonly Finding[]> {
  const issuers = issuersOf(leaf).map(({ certificate }) => certificate);
  const chain: [Certificate, ...Certificate[]] = [leaf.certificate, ...issuers.slice(0, -1)];
  // Small keys and old hashes are among what is to be found.
  const tls = { ciphers: 'DEFAULT:@SECLEVEL=0' };
  const port = await serveChain({ chain, key: leaf.keys.privateKey, tls });
  return probeFindings(port, { roots: issuers.slice(-1), ...terms });
}
