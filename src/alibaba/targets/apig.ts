import { z } from 'zod';
import { appError } from '../../errors/catalogue.ts';
import { accepted, id, optional, optionalId } from '../fields.ts';
import type { IngressTarget, TargetState } from '../ingress-target.ts';
import type { StoredCertificate } from '../certificate-store.ts';
import { identifierOf, type TargetDesk, toldState } from './target-desk.ts';

const domainPage = z.object({
  data: optional(z.object({ items: optional(z.array(z.object({ domainId: id, name: z.string() }))) })),
});

const domainInfo = z.object({
  data: z.looseObject({
    domainId: optionalId,
    certIdentifier: optionalId,
    protocol: optional(z.string()),
  }),
});
type DomainInfo = z.infer<typeof domainInfo>['data'];

/** What a change must give again, or it is reset. */
const KEPT = [
  'forceHttps',
  'http2Option',
  'tlsMin',
  'tlsMax',
  'mTLSEnabled',
  'caCertIdentifier',
  'tlsCipherSuitesConfig',
] as const;

/**
 * A domain of the cloud-native API Gateway, API 2024-03-27 (ROA). `instance` is a domain (d-…) or a gateway, of which the
 * endpoint's domain is taken.
 * https://api.aliyun.com/document/APIG/2024-03-27/UpdateDomain, …/GetDomain, …/ListDomains
 */
export function createApigTarget({ config, domain, region, clients }: TargetDesk): IngressTarget {
  const client = clients('apig', region);
  const name = `APIG ${config.instance}`;
  let domainId: string | undefined;

  async function find(): Promise<string> {
    if (config.instance.startsWith('d-')) return config.instance;
    const { data } = await client.call({
      action: 'ListDomains',
      method: 'GET',
      parameters: { gatewayId: config.instance, nameLike: domain, pageNumber: 1, pageSize: 100 },
      roa: { path: '/v1/domains' },
      schema: domainPage,
      repeat: 'safe',
    });
    const found = data?.items?.find((each) => each.name.toLowerCase() === domain);
    if (found) return found.domainId;
    throw appError('TARGET_UNFIT', {
      target: name,
      reason: `it has no domain ${domain}`,
      help: 'Add the domain to the gateway, or name it (d-…) as `instance`.',
    });
  }

  async function place(): Promise<string> {
    domainId ??= await find();
    return `/v1/domains/${encodeURIComponent(domainId)}`;
  }

  async function readDomain(): Promise<DomainInfo> {
    const path = await place();
    const { data } = await client.call({
      action: 'GetDomain',
      method: 'GET',
      parameters: {},
      roa: { path },
      schema: domainInfo,
      repeat: 'safe',
    });
    return data;
  }

  async function set(certIdentifier: string | undefined, protocol: string): Promise<void> {
    const now = await readDomain();
    const kept = Object.fromEntries(KEPT.flatMap((key) => (now[key] === undefined ? [] : [[key, now[key]]])));
    const path = await place();
    await client.call({
      action: 'UpdateDomain',
      method: 'PUT',
      parameters: {},
      roa: { path, body: { ...kept, protocol, ...(certIdentifier === undefined ? {} : { certIdentifier }) } },
      schema: accepted,
      repeat: {
        recover: async () => ((await readDomain()).certIdentifier === certIdentifier ? {} : undefined),
      },
    });
  }

  async function stateOf(certificate: StoredCertificate | undefined): Promise<TargetState> {
    const { certIdentifier, protocol } = await readDomain();
    const isIts =
      certificate !== undefined && protocol === 'HTTPS' && certIdentifier === identifierOf(certificate);
    return toldState({
      isChanging: false,
      status: isIts ? 'Deployed' : undefined,
      said: `${domain} has ${certIdentifier ?? 'no certificate'}${protocol === 'HTTPS' ? '' : `, and is ${protocol ?? 'without protocol'}`}`,
      binding: {
        protocol: protocol ?? 'HTTP',
        ...(certIdentifier === undefined ? {} : { certIdentifier }),
      },
    });
  }

  return {
    config,
    name,
    needsMaterial: false,
    tellsKey: false,
    writes: ['apig:UpdateDomain'],
    read: stateOf,
    readBack: stateOf,
    bind: (certificate) => set(identifierOf(certificate), 'HTTPS'),
    survey: () => Promise.resolve({ neighbours: [], room: undefined }),
    whyNotRestorable: () => undefined,
    restore: ({ certIdentifier, protocol = 'HTTPS' }) => set(certIdentifier, protocol),
  };
}
