import type { CertificateReader, CertificateStore } from '../alibaba/certificate-store.ts';
import { createGuideCloud, createGuideReader } from '../alibaba/guide/guide-cloud.ts';
import type { CertificateCloud } from '../alibaba/ingress-target.ts';
import type { CloudAccess } from '../alibaba/product-clients.ts';
import { createPublishedCloud, createPublishedReader } from '../alibaba/published-cloud.ts';
import type { Config } from '../config/config.ts';

/** The cloud in the dialect of the configuration. */
export function openCloud(config: Config, access: CloudAccess): CertificateCloud<CertificateStore> {
  return config.cas.api === 'guide'
    ? createGuideCloud({ ...access, endpoint: config.cas.endpoint })
    : createPublishedCloud({ ...access, config });
}

/** The same for whoever only looks. */
export function openCloudReader(config: Config, access: CloudAccess): CertificateCloud<CertificateReader> {
  return config.cas.api === 'guide'
    ? createGuideReader({ ...access, endpoint: config.cas.endpoint })
    : createPublishedReader({ ...access, config });
}
