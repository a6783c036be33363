import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { Certificate } from '../certificates/certificate.ts';
import { anchorsOfAny, loadClientTrust } from '../certificates/clients/trust.ts';
import { readMaterial } from '../certificates/material/read-material.ts';
import { toPem } from '../certificates/pem.ts';
import type { PemText } from '../certificates/trust-store.ts';
import type { ClientName } from '../config/config.ts';
import type { CheckMeans } from './check-means.ts';
import { createIssuerFetcher } from './network/issuer-fetcher.ts';
import type { AddressObservation, ProbedEndpoint } from './observation.ts';
import { createEndpointObserver, type ObserveEndpoint } from './observe-endpoint.ts';
import { createCandidatePool } from './repair/candidate-pool.ts';
import { createTlsProbe } from './tls/probe-tls.ts';

/** Sets of helpers whose observers are kept; each holds all trust anchors. */
const MAX_REMEMBERED = 8;

/** How to check. Plain data, so that threads can be told. */
export interface CheckTerms {
  /** Trust anchors beside the public ones that the runtime has. */
  readonly own: readonly PemText[];
  /** Instead of all of them, for clients that have a store of their own. */
  readonly byClient?: ReadonlyMap<ClientName, readonly PemText[]>;
  /** Whether loopback and private addresses may be connected to. */
  readonly privateNetworks: boolean;
  /** For one address, and for one request to an AIA address. */
  readonly timeoutMs: number;
  /** When everything is judged; undefined: as it is looked at. */
  readonly at?: Date | undefined;
  /** Absolute paths of the bundles that endpoints are meant to serve, by `domain:port`. */
  readonly bundleFiles?: ReadonlyMap<string, string>;
  /** How many endpoints at a time, over all threads; undefined: 64. */
  readonly concurrency?: number | undefined;
}

/**
 * What a check works with in this thread, for a whole run.
 *
 * @throws what `parseBundle` throws, for `own` and `byClient`
 */
export function createCheckMeans(checkTerms: CheckTerms): CheckMeans {
  const { own, byClient = new Map(), privateNetworks, timeoutMs, at, bundleFiles } = checkTerms;
  const sources = { bundled: rootCertificates, own, byClient };
  const trustAnchors = anchorsOfAny(sources);
  const terms = { trustAnchors, privateNetworks, timeoutMs };
  const observe = createEndpointObserver(terms, createTlsProbe);
  return {
    observe: at ? withoutWitness(observe) : observe,
    observeWith: rememberLatest((helpers) =>
      createEndpointObserver({ ...terms, trustAnchors: [...trustAnchors, toPem(helpers)] }),
    ),
    fetchIssuers: createIssuerFetcher(terms),
    trust: loadClientTrust(sources),
    now: () => at ?? new Date(),
    bundleOnDisk: ({ domain, port }: ProbedEndpoint) => readBundle(bundleFiles?.get(`${domain}:${port}`)),
    pool: createCandidatePool(),
  };
}

/** Making an observer costs tens of milliseconds, and most endpoints of a run lack the same intermediates. */
function rememberLatest(create: CheckMeans['observeWith']): CheckMeans['observeWith'] {
  const made = new Map<string, ObserveEndpoint>();
  return (helpers) => {
    const key = helpers.map(({ fingerprint }) => fingerprint).join();
    const observe = made.get(key) ?? create(helpers);
    made.delete(key);
    made.set(key, observe);
    const [oldest] = made.keys();
    if (made.size > MAX_REMEMBERED && oldest !== undefined) made.delete(oldest);
    return observe;
  };
}

/** OpenSSL judges by the clock of the machine: its verdict says nothing about another time. */
function withoutWitness(observe: ObserveEndpoint): ObserveEndpoint {
  return async (endpoint) => {
    const observed = await observe(endpoint);
    if ('kind' in observed) return observed;
    return observed.map((each): AddressObservation => {
      const { tls } = each;
      return tls.kind === 'failure' ? each : { ...each, tls: { ...tls, witness: { kind: 'none' } } };
    });
  };
}

/** Candidates for a repair; a file that cannot be read offers none, and says nothing about what is served. */
function readBundle(file: string | undefined): readonly Certificate[] {
  if (file === undefined) return [];
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return [];
  }
  return readMaterial(bytes, file).certificates.map(({ certificate }) => certificate);
}
