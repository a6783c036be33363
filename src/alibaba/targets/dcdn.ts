import type { IngressTarget } from '../ingress-target.ts';
import { createAcceleratedTarget } from './accelerated-target.ts';
import type { TargetDesk } from './target-desk.ts';

/**
 * An accelerated domain of DCDN, API 2018-01-15.
 * https://api.aliyun.com/document/dcdn/2018-01-15/SetDcdnDomainSSLCertificate,
 * https://api.aliyun.com/document/dcdn/2018-01-15/DescribeDcdnDomainCertificateInfo
 */
export function createDcdnTarget(desk: TargetDesk): IngressTarget {
  return createAcceleratedTarget(desk, {
    product: 'dcdn',
    title: 'DCDN',
    set: 'SetDcdnDomainSSLCertificate',
    describe: 'DescribeDcdnDomainCertificateInfo',
    isOn: ({ SSLProtocol }) => SSLProtocol === 'on',
  });
}
