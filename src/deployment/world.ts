import type { CertificateStore } from '../alibaba/certificate-store.ts';
import type { CertificateCloud } from '../alibaba/ingress-target.ts';
import type { ClientTrust } from '../certificates/clients/trust.ts';
import type { Config, EndpointConfig } from '../config/config.ts';
import type { ObserveEndpoint } from '../endpoints/observe-endpoint.ts';
import type { IssuerFetcher } from '../endpoints/network/issuer-fetcher.ts';
import type { Rehearse } from '../endpoints/rehearse.ts';
import type { Clock } from './poll.ts';
import type { StepRecorder } from './steps.ts';

/** Everything a deployment reads the world and changes it through. */
export interface World {
  readonly config: Config;
  readonly cloud: CertificateCloud<CertificateStore>;
  readonly observe: ObserveEndpoint;
  readonly fetchIssuers: IssuerFetcher;
  readonly rehearse: Rehearse;
  readonly trust: ClientTrust;
  readonly clock: Clock;
  readonly steps: StepRecorder;
}

/** `domain:port`, as steps, reports and rows of the mapping name an endpoint. */
export function nameOf({ domain, port }: Pick<EndpointConfig, 'domain' | 'port'>): string {
  return `${domain}:${port}`;
}
