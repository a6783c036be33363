import { rootCertificates } from 'node:tls';
import { loadClientTrust } from '../certificates/clients/trust.ts';
import { toPem } from '../certificates/pem.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { PemText } from '../certificates/trust-store.ts';
import type { CheckMeans } from './check-means.ts';
import { createIssuerFetcher } from './network/issuer-fetcher.ts';
import { createEndpointObserver, type ObserveEndpoint } from './observe-endpoint.ts';
import { createCandidatePool } from './repair/candidate-pool.ts';
import { createTlsProbe } from './tls/probe-tls.ts';

/** Sets of helpers whose observers are kept; each holds all trust anchors. */
const MAX_REMEMBERED = 8;

/** How to check. Plain data, so that threads can be told. */
export interface CheckTerms {
  /** Trust anchors beside the public ones that the runtime has. */
  readonly own: readonly PemText[];
  /** Whether loopback and private addresses may be connected to. */
  readonly privateNetworks: boolean;
  /** For one address, and for one request to an AIA address. */
  readonly timeoutMs: number;
}

/**
 * What a check works with in this thread, for a whole run.
 *
 * @throws what `parseBundle` throws, for `own`
 */
export function createCheckMeans({ own, privateNetworks, timeoutMs }: CheckTerms): CheckMeans {
  const trustAnchors = [...rootCertificates, ...own.map(({ text }) => text)];
  const terms = { trustAnchors, privateNetworks, timeoutMs };
  return {
    observe: createEndpointObserver(terms, createTlsProbe),
    observeWith: rememberLatest((helpers) =>
      createEndpointObserver({ ...terms, trustAnchors: [...trustAnchors, toPem(helpers)] }),
    ),
    fetchIssuers: createIssuerFetcher(terms),
    trust: loadClientTrust({ bundled: rootCertificates, own }),
    now: () => new Date(),
    pool: createCandidatePool(),
  };
}

/** Making an observer costs tens of milliseconds, and most endpoints of a run lack the same intermediates. */
function rememberLatest(create: CheckMeans['observeWith']): CheckMeans['observeWith'] {
  const made = new Map<string, ObserveEndpoint>();
  return (helpers: readonly Certificate[]) => {
    const key = helpers.map(({ fingerprint }) => fingerprint).join();
    const observe = made.get(key) ?? create(helpers);
    made.delete(key);
    made.set(key, observe);
    const [oldest] = made.keys();
    if (made.size > MAX_REMEMBERED && oldest !== undefined) made.delete(oldest);
    return observe;
  };
}
