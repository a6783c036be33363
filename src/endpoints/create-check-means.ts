import { rootCertificates } from 'node:tls';
import { loadClientTrust } from '../certificates/clients/trust.ts';
import { toPem } from '../certificates/pem.ts';
import type { PemText } from '../certificates/trust-store.ts';
import type { CheckMeans } from './check-means.ts';
import { fetchIssuers } from './network/fetch-issuers.ts';
import { createEndpointObserver } from './observe-endpoint.ts';
import { createTlsProbe } from './tls/probe-tls.ts';

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
    observeWith: (helpers) =>
      createEndpointObserver({ ...terms, trustAnchors: [...trustAnchors, toPem(helpers)] }),
    fetchIssuers: (url) => fetchIssuers(url, terms),
    trust: loadClientTrust({ bundled: rootCertificates, own }),
    now: () => new Date(),
  };
}
