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
            ServerCertificateStatus: optional(z.string()),
            Status: optional(z.string()),
          }),
        ),
      ),
    }),
  ),
});

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
    async read(client, DomainName) {
      const { CertInfos } = await client.call({
        action: 'DescribeDomainCertificateInfo',
        method: 'POST',
        parameters: { DomainName },
        schema: certificateInfo,
        repeat: 'safe',
      });
      const [info] = CertInfos?.CertInfo ?? [];
      return info && { ...info, isOn: info.ServerCertificateStatus === 'on' };
    },
  });
}
