import { z } from 'zod';
import { appError } from '../../errors/catalogue.ts';
import type { StoredCertificate } from '../certificate-store.ts';
import { accepted, id, optional, optionalId } from '../fields.ts';
import type { Binding, IngressTarget, TargetState } from '../ingress-target.ts';
import { neighboursOf } from './neighbours.ts';
import {
  findServerCertificates,
  namesOfServerCertificate,
  provideServerCertificate,
} from './server-certificates.ts';
import { type TargetDesk, toldState } from './target-desk.ts';

const extension = z.object({ DomainExtensionId: id, Domain: z.string(), ServerCertificateId: optionalId });

const httpsListener = z.object({
  ServerCertificateId: optionalId,
  Status: optional(z.string()),
  DomainExtensions: optional(z.object({ DomainExtension: optional(z.array(extension)) })),
});

const NOTHING_BOUND = 'it had no certificate';

/** Where on the listener a certificate is bound, and what is there. */
interface Slot {
  readonly status: string | undefined;
  /** Those of other domains. */
  readonly others: readonly z.infer<typeof extension>[];
  /** That of the domain, where it has one; undefined: the default certificate of the listener counts. */
  readonly extension: z.infer<typeof extension> | undefined;
  readonly serverCertificateId: string | undefined;
}

/**
 * An HTTPS listener of a Classic Load Balancer, API 2014-05-15: the domain extension (SNI) of the domain, or the default
 * certificate. A certificate of CAS is first made known to the load balancer's region.
 */
export function createClbTarget({ config, domain, port, region, clients, store }: TargetDesk): IngressTarget {
  const client = clients('slb', region);
  const listener = { RegionId: region, LoadBalancerId: config.instance, ListenerPort: port };
  const name = `CLB ${config.instance}:${port}`;
  /** What the region calls certificates of CAS, as far as it was asked. */
  const known = new Map<string, string>();

  /** https://api.aliyun.com/document/Slb/2014-05-15/DescribeLoadBalancerHTTPSListenerAttribute */
  async function readSlot(): Promise<Slot> {
    const answer = await client.call({
      action: 'DescribeLoadBalancerHTTPSListenerAttribute',
      method: 'POST',
      parameters: listener,
      schema: httpsListener,
      repeat: 'safe',
    });
    const extensions = answer.DomainExtensions?.DomainExtension ?? [];
    const own =
      config.sni === false ? undefined : extensions.find(({ Domain }) => Domain.toLowerCase() === domain);
    const isDefault = config.sni !== true && !own;
    return {
      status: answer.Status,
      others: extensions.filter((each) => each !== own),
      extension: own,
      serverCertificateId: isDefault ? answer.ServerCertificateId : own?.ServerCertificateId,
    };
  }

  async function stateOf(certificate: StoredCertificate | undefined): Promise<TargetState> {
    const slot = await readSlot();
    const where = slot.extension ? `the extension for ${domain}` : `listener ${port}`;
    const bound = slot.serverCertificateId;
    const isIts = bound !== undefined && (await isCertificate(bound, certificate));
    const running = slot.status === undefined || slot.status === 'running';
    return toldState({
      isChanging: slot.status === 'configuring',
      status: isIts ? (running ? 'Deployed' : 'Deploying') : undefined,
      said: `${where} has ${bound ?? 'no certificate'}${running ? '' : ` and is ${slot.status}`}`,
      binding: toBinding(slot),
    });
  }

  /** Whether a certificate of the region is that of CAS. */
  async function isCertificate(bound: string, certificate: StoredCertificate | undefined): Promise<boolean> {
    if (!certificate) return false;
    if (known.get(certificate.id) === bound) return true;
    return (await findServerCertificates(client, { region, certificate })).includes(bound);
  }

  async function setDefault(serverCertificateId: string): Promise<void> {
    // https://api.aliyun.com/document/Slb/2014-05-15/SetLoadBalancerHTTPSListenerAttribute
    await client.call({
      action: 'SetLoadBalancerHTTPSListenerAttribute',
      method: 'POST',
      parameters: { ...listener, ServerCertificateId: serverCertificateId },
      schema: accepted,
      repeat: { recover: () => isBound(serverCertificateId) },
    });
  }

  async function setExtension(extensionId: string, serverCertificateId: string): Promise<void> {
    // https://api.aliyun.com/document/Slb/2014-05-15/SetDomainExtensionAttribute
    await client.call({
      action: 'SetDomainExtensionAttribute',
      method: 'POST',
      parameters: {
        RegionId: region,
        DomainExtensionId: extensionId,
        ServerCertificateId: serverCertificateId,
      },
      schema: accepted,
      repeat: { recover: () => isBound(serverCertificateId) },
    });
  }

  async function createExtension(serverCertificateId: string): Promise<void> {
    // https://api.aliyun.com/document/Slb/2014-05-15/CreateDomainExtension
    await client.call({
      action: 'CreateDomainExtension',
      method: 'POST',
      parameters: { ...listener, Domain: domain, ServerCertificateId: serverCertificateId },
      schema: accepted,
      repeat: { recover: () => isBound(serverCertificateId) },
    });
  }

  /** Only one that `bind` made: the listener's default certificate takes its place. */
  async function deleteExtension(extensionId: string): Promise<void> {
    // https://api.aliyun.com/document/Slb/2014-05-15/DeleteDomainExtension
    await client.call({
      action: 'DeleteDomainExtension',
      method: 'POST',
      parameters: { RegionId: region, DomainExtensionId: extensionId },
      schema: accepted,
      repeat: { recover: async () => ((await readSlot()).extension ? undefined : {}) },
    });
  }

  async function isBound(serverCertificateId: string): Promise<object | undefined> {
    return (await readSlot()).serverCertificateId === serverCertificateId ? {} : undefined;
  }

  async function put(serverCertificateId: string, slot: Slot): Promise<void> {
    if (slot.extension) return setExtension(slot.extension.DomainExtensionId, serverCertificateId);
    return config.sni === true ? createExtension(serverCertificateId) : setDefault(serverCertificateId);
  }

  return {
    config,
    name,
    needsMaterial: false,
    tellsKey: false,
    writes: writesOf(config.sni),
    read: stateOf,
    readBack: stateOf,
    async bind(certificate) {
      const order = { region, certificate, storeRegion: store.store };
      const serverCertificateId = await provideServerCertificate(client, order);
      known.set(certificate.id, serverCertificateId);
      await put(serverCertificateId, await readSlot());
    },
    async survey() {
      const { others, extension: own, serverCertificateId: bound } = await readSlot();
      const isShared = config.sni !== true && !own && bound !== undefined;
      const shared = isShared ? await namesOfServerCertificate(client, { region, id: bound }) : [];
      const owned = others.map(({ Domain }) => Domain);
      return { neighbours: neighboursOf(domain, { shared, owned }), room: undefined };
    },
    whyNotRestorable: (before) =>
      before['ServerCertificateId'] === undefined && config.sni !== true ? NOTHING_BOUND : undefined,
    async restore(before) {
      const slot = await readSlot();
      const previous = before['ServerCertificateId'];
      if (previous !== undefined) return put(previous, slot);
      if (slot.extension) return deleteExtension(slot.extension.DomainExtensionId);
      throw appError('RESTORE_IMPOSSIBLE', { target: name, reason: NOTHING_BOUND });
    },
  };
}

/** Without `sni` it depends on what the listener has when it is bound. */
function writesOf(sni: boolean | undefined): readonly string[] {
  return [
    'slb:UploadServerCertificate',
    ...(sni === true ? [] : ['slb:SetLoadBalancerHTTPSListenerAttribute']),
    ...(sni === false ? [] : ['slb:SetDomainExtensionAttribute']),
    ...(sni === true ? ['slb:CreateDomainExtension', 'slb:DeleteDomainExtension'] : []),
  ];
}

function toBinding({ extension: own, serverCertificateId }: Slot): Binding {
  return {
    ...(own ? { Domain: own.Domain } : {}),
    ...(serverCertificateId === undefined ? {} : { ServerCertificateId: serverCertificateId }),
  };
}
