import { z } from 'zod';
import { optional, optionalId } from '../fields.ts';
import type { IngressTarget } from '../ingress-target.ts';
import { createAcceleratedTarget } from './accelerated-target.ts';
import type { TargetDesk } from './target-desk.ts';

const certificateInfo = z.object({
  CertInfos: optional(
    z.object({
      CertInfo: optional(
        z.array(
          z.object({
            CertId: optionalId,
            CertName: optional(z.string()),
            CertRegion: optional(z.string()),
            CertType: optional(z.string()),
            SSLProtocol: optional(z.string()),
            Status: optional(z.string()),
          }),
        ),
      ),
    }),
  ),
});

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
    async read(client, DomainName) {
      const { CertInfos } = await client.call({
        action: 'DescribeDcdnDomainCertificateInfo',
        method: 'POST',
        parameters: { DomainName },
        schema: certificateInfo,
        repeat: 'safe',
      });
      const [info] = CertInfos?.CertInfo ?? [];
      return info && { ...info, isOn: info.SSLProtocol === 'on' };
    },
  });
}
