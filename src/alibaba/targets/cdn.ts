import type { IngressTarget } from '../ingress-target.ts';
import { createAcceleratedTarget } from './accelerated-target.ts';
import type { TargetDesk } from './target-desk.ts';

/**
 * An accelerated domain of CDN, API 2018-05-10.
 * https://api.aliyun.com/document/Cdn/2018-05-10/SetCdnDomainSSLCertificate,
 * https://api.aliyun.com/document/Cdn/2018-05-10/DescribeDomainCertificateInfo
 */
export function createCdnTarget(desk: TargetDesk): IngressTarget {
  return createAcceleratedTarget(desk, {
    product: 'cdn',
    title: 'CDN',
    set: 'SetCdnDomainSSLCertificate',
    describe: 'DescribeDomainCertificateInfo',
    isOn: ({ ServerCertificateStatus }) => ServerCertificateStatus === 'on',
  });
}
