import { z } from 'zod';
import { parseBundle } from '../../certificates/pem.ts';
import { appError } from '../../errors/catalogue.ts';
import { Secret } from '../../errors/secret.ts';
import type { StoredCertificate } from '../certificate-store.ts';
import { accepted, optional, optionalId } from '../fields.ts';
import type { BindMaterial, IngressTarget, TargetState } from '../ingress-target.ts';
import { type TargetDesk, toldState } from './target-desk.ts';

const domainDescription = z.object({
  CertificateId: optionalId,
  CertificateName: optional(z.string()),
  CertificateBody: optional(z.string()),
  CertificatePrivateKey: optional(z.string().transform((pem) => new Secret(pem))),
  DomainBindingStatus: optional(z.string()),
});
type DomainDescription = z.infer<typeof domainDescription>;

const KEY_GONE = 'the key of what it had is gone with the run that replaced it';

/**
 * A domain of a group of the traditional API Gateway, API 2016-07-14. It takes the certificate and its key themselves.
 * https://api.aliyun.com/document/CloudAPI/2016-07-14/SetDomainCertificate,
 * https://api.aliyun.com/document/CloudAPI/2016-07-14/DescribeDomain
 */
export function createApiGatewayTarget({ config, domain, region, clients }: TargetDesk): IngressTarget {
  const client = clients('apigateway', region);
  const name = `API Gateway ${config.instance}`;
  const place = { GroupId: config.instance, DomainName: domain };
  /** What was there before, with its key: for as long as this process lives, and nowhere else. */
  let previous: DomainDescription | undefined;

  function readDomain(): Promise<DomainDescription> {
    return client.call({
      action: 'DescribeDomain',
      method: 'POST',
      parameters: place,
      schema: domainDescription,
      repeat: 'safe',
    });
  }

  async function set(material: BindMaterial): Promise<void> {
    await client.call({
      action: 'SetDomainCertificate',
      method: 'POST',
      parameters: {
        ...place,
        CertificateName: material.name,
        CertificateBody: material.chainPem,
        CertificatePrivateKey: material.key,
      },
      schema: accepted,
      repeat: {
        recover: async () =>
          isSameChain((await readDomain()).CertificateBody, material.chainPem) ? {} : undefined,
      },
    });
  }

  function stateWith(now: DomainDescription, certificate: StoredCertificate | undefined): TargetState {
    const chain = chainOf(now.CertificateBody);
    // The name tells leaf and chain where it is ours; what is bound is compared besides.
    const isIts =
      certificate !== undefined &&
      chain[0] === certificate.leafFingerprint &&
      (certificate.chainLength ?? chain.length) === chain.length;
    return toldState({
      isChanging: false,
      status: isIts ? 'Deployed' : undefined,
      said: `${domain} has ${now.CertificateName ?? 'no certificate'}`,
      binding: {
        ...(now.CertificateId === undefined ? {} : { CertificateId: now.CertificateId }),
        ...(now.CertificateName === undefined ? {} : { CertificateName: now.CertificateName }),
      },
    });
  }

  return {
    config,
    name,
    needsMaterial: true,
    tellsKey: true,
    writes: ['apigateway:SetDomainCertificate'],
    async read(certificate) {
      const now = await readDomain();
      previous ??= now;
      return stateWith(now, certificate);
    },
    readBack: async (certificate) => stateWith(await readDomain(), certificate),
    async bind(_certificate, material) {
      if (!material) throw appError('TARGET_NEEDS_KEY', { target: name });
      await set(material);
    },
    survey: () => Promise.resolve({ neighbours: [], room: undefined }),
    whyNotRestorable: () => KEY_GONE,
    async restore() {
      const { CertificateName, CertificateBody, CertificatePrivateKey } = previous ?? {};
      if (CertificateBody === undefined || CertificatePrivateKey === undefined) {
        throw appError('RESTORE_IMPOSSIBLE', { target: name, reason: KEY_GONE });
      }
      await set({
        name: CertificateName ?? 'previous',
        chainPem: CertificateBody,
        key: CertificatePrivateKey,
      });
    },
  };
}

/** Fingerprints; empty for what cannot be read. */
function chainOf(pem: string | undefined): readonly string[] {
  if (pem === undefined) return [];
  try {
    return parseBundle(pem, 'the certificate of the API gateway').map(({ fingerprint }) => fingerprint);
  } catch {
    return [];
  }
}

function isSameChain(one: string | undefined, other: string): boolean {
  return chainOf(one).join() === chainOf(other).join();
}
