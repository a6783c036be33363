import type { CertificateReader } from '../../alibaba/certificate-store.ts';
import type { CertificateCloud } from '../../alibaba/ingress-target.ts';
import type { ObserveEndpoint } from '../../endpoints/observe-endpoint.ts';
import type { World } from '../world.ts';

/** Everything a preview reads the world through. Nothing of it can write. */
export interface PreviewWorld extends Pick<
  World,
  'config' | 'fetchIssuers' | 'rehearse' | 'trust' | 'clock' | 'steps'
> {
  /** Undefined: nobody here may look into the cloud. */
  readonly cloud: CertificateCloud<CertificateReader> | undefined;
  /** Undefined: nothing is connected to. */
  readonly observe: ObserveEndpoint | undefined;
}
