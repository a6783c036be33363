import type { Certificate } from '../certificates/certificate.ts';
import type { ClientTrust } from '../certificates/clients/trust.ts';
import type { IssuerFetcher } from './network/issuer-fetcher.ts';
import type { ProbedEndpoint } from './observation.ts';
import type { ObserveEndpoint } from './observe-endpoint.ts';
import type { CandidatePool } from './repair/candidate-pool.ts';

/** Everything a check sees the world through. */
export interface CheckMeans {
  readonly observe: ObserveEndpoint;
  /** Observes by OpenSSL with these certificates at hand beside the trust anchors: not trusted, only helping. */
  readonly observeWith: (helpers: readonly Certificate[]) => ObserveEndpoint;
  readonly fetchIssuers: IssuerFetcher;
  readonly trust: ClientTrust;
  readonly now: () => Date;
  /** What the bundle file holds that the configuration names for an endpoint; undefined: there are no such files. */
  readonly bundleOnDisk?: (endpoint: ProbedEndpoint) => readonly Certificate[];
  /** What the endpoints of this run serve well; undefined: there are no others. */
  readonly pool?: CandidatePool;
}
