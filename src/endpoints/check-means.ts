import type { Certificate } from '../certificates/certificate.ts';
import type { ClientTrust } from '../certificates/clients/trust.ts';
import type { ObserveEndpoint } from './observe-endpoint.ts';
import type { IssuerFetcher } from './repair/find-bundle.ts';

/** Everything a check sees the world through. */
export interface CheckMeans {
  readonly observe: ObserveEndpoint;
  /** Observes with these certificates at hand beside the trust anchors: not trusted, only helping. */
  readonly observeWith: (helpers: readonly Certificate[]) => ObserveEndpoint;
  readonly fetchIssuers: IssuerFetcher;
  readonly trust: ClientTrust;
  readonly now: () => Date;
}
