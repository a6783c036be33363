import { createHash, randomBytes } from 'node:crypto';
import { type CasAnswer, refuse, type Refusal, succeed } from '../../cas-answer.ts';
import { hostNames, readCertificates, readPrivateKey } from '../../pem-material.ts';
import { type Api, type ApiCall, isRefusal, needAll } from '../api.ts';
import { type Bindings, type Bound, change, type Front, poll } from '../front.ts';
import { frontsOf, type ServerCertificate } from '../state.ts';

/** Classic Load Balancer, 2014-05-15. What is written takes effect at once; a listener may be busy all the same. */
export const clbApi: Api = {
  version: '2014-05-15',
  ramPrefix: 'slb',
  actions: {
    UploadServerCertificate: uploadServerCertificate,
    DescribeServerCertificates: describeServerCertificates,
    DescribeLoadBalancerHTTPSListenerAttribute: describeListener,
    SetLoadBalancerHTTPSListenerAttribute: setListener,
    DescribeDomainExtensions: describeExtensions,
    CreateDomainExtension: createExtension,
    SetDomainExtensionAttribute: setExtension,
    DeleteDomainExtension: deleteExtension,
  },
};

function listenerOf(call: ApiCall): Front | Refusal {
  const given = needAll(call, ['RegionId', 'LoadBalancerId', 'ListenerPort']);
  if (isRefusal(given)) return given;
  const balancers = frontsOf(call.state, 'slb').filter(
    ({ id, region }) => id === given.LoadBalancerId && region === given.RegionId,
  );
  if (balancers.length === 0) {
    return refuse('InvalidLoadBalancerId.NotFound', 'The specified LoadBalancerId does not exist.');
  }
  const front = balancers.find(({ port }) => String(port) === given.ListenerPort);
  if (!front) return refuse('InvalidParameter', 'The specified listener does not exist.');
  poll(front, call.state.faults);
  return front;
}

function describeListener(call: ApiCall): CasAnswer {
  const front = listenerOf(call);
  if (isRefusal(front)) return front;
  const { fallback } = front.bindings;
  return succeed({
    ListenerPort: front.port,
    Status: front.pending ? 'configuring' : front.isOn ? 'running' : 'stopped',
    ...(fallback ? { ServerCertificateId: fallback.ref } : {}),
    DomainExtensions: { DomainExtension: extensionsOf(front) },
  });
}

function extensionsOf({ bindings }: Front): readonly object[] {
  return [...bindings.extensions].map(([id, { domain, bound }]) => ({
    DomainExtensionId: id,
    Domain: domain,
    ServerCertificateId: bound.ref,
  }));
}

function describeExtensions(call: ApiCall): CasAnswer {
  const front = listenerOf(call);
  if (isRefusal(front)) return front;
  return succeed({ DomainExtensions: { DomainExtension: extensionsOf(front) } });
}

function boundOf(call: ApiCall): Bound | Refusal {
  const given = needAll(call, ['RegionId', 'ServerCertificateId']);
  if (isRefusal(given)) return given;
  const found = call.state.serverCertificates.find(
    ({ id, region }) => id === given.ServerCertificateId && region === given.RegionId,
  );
  if (!found)
    return refuse('ServerCertificateId.NotFound', 'The specified ServerCertificateId does not exist.');
  return {
    ref: found.id,
    name: found.name,
    leaf: found.leaf,
    chainPem: found.chainPem,
    keyPem: found.keyPem,
  };
}

function write(call: ApiCall, front: Front, to: Bindings): CasAnswer {
  if (front.pending) return refuse('ServiceIsConfiguring', 'The listener is being configured.');
  // The change itself is done when it is answered; only a fault makes it last.
  change(front, to, { faults: call.state.faults, polls: 0, action: call.action });
  return succeed({});
}

function setListener(call: ApiCall): CasAnswer {
  const front = listenerOf(call);
  if (isRefusal(front)) return front;
  const bound = boundOf(call);
  if (isRefusal(bound)) return bound;
  return write(call, front, { ...front.bindings, fallback: bound });
}

function createExtension(call: ApiCall): CasAnswer {
  const front = listenerOf(call);
  if (isRefusal(front)) return front;
  const bound = boundOf(call);
  if (isRefusal(bound)) return bound;
  const given = needAll(call, ['Domain']);
  if (isRefusal(given)) return given;
  if ([...front.bindings.extensions.values()].some(({ domain }) => domain === given.Domain)) {
    return refuse('DomainExtensionAlreadyExist', 'The domain has an extension already.');
  }
  const id = `de-${randomBytes(4).toString('hex')}`;
  const extensions = new Map([...front.bindings.extensions, [id, { domain: given.Domain, bound }] as const]);
  const answer = write(call, front, { ...front.bindings, extensions });
  return answer.kind === 'success' ? succeed({ DomainExtensionId: id }) : answer;
}

function extensionOf(call: ApiCall): { front: Front; id: string; domain: string } | Refusal {
  const given = needAll(call, ['RegionId', 'DomainExtensionId']);
  if (isRefusal(given)) return given;
  for (const front of frontsOf(call.state, 'slb')) {
    const found = front.bindings.extensions.get(given.DomainExtensionId);
    if (found && front.region === given.RegionId) {
      return { front, id: given.DomainExtensionId, domain: found.domain };
    }
  }
  return refuse('InvalidParameter.DomainExtensionId', 'The specified DomainExtensionId does not exist.');
}

function setExtension(call: ApiCall): CasAnswer {
  const found = extensionOf(call);
  if (isRefusal(found)) return found;
  const bound = boundOf(call);
  if (isRefusal(bound)) return bound;
  const { front, id, domain } = found;
  const extensions = new Map([...front.bindings.extensions, [id, { domain, bound }] as const]);
  return write(call, front, { ...front.bindings, extensions });
}

function deleteExtension(call: ApiCall): CasAnswer {
  const found = extensionOf(call);
  if (isRefusal(found)) return found;
  const { front, id } = found;
  const extensions = new Map([...front.bindings.extensions].filter(([each]) => each !== id));
  return write(call, front, { ...front.bindings, extensions });
}

function uploadServerCertificate(call: ApiCall): CasAnswer {
  const given = needAll(call, ['RegionId']);
  if (isRefusal(given)) return given;
  const material = call.parameters.has('AliCloudCertificateId') ? fromCas(call) : fromPem(call);
  if (isRefusal(material)) return material;
  const certificate: ServerCertificate = {
    ...material,
    id: `${call.state.accountId}_${randomBytes(6).toString('hex')}_${call.state.serverCertificates.length + 1}`,
    region: given.RegionId,
    name: call.parameters.get('ServerCertificateName') ?? 'certificate',
  };
  call.state.serverCertificates.push(certificate);
  return succeed(describe(certificate));
}

type Material = Pick<ServerCertificate, 'casId' | 'leaf' | 'chainPem' | 'keyPem'>;

function fromCas(call: ApiCall): Material | Refusal {
  const given = needAll(call, [
    'AliCloudCertificateId',
    'AliCloudCertificateName',
    'AliCloudCertificateRegionId',
  ]);
  if (isRefusal(given)) return given;
  const found = call.state.certificates.find(
    ({ id, store }) => id === given.AliCloudCertificateId && store === given.AliCloudCertificateRegionId,
  );
  if (!found)
    return refuse(
      'AliCloudCertificateId.NotFound',
      'The certificate is not found in the certificate service.',
    );
  return { casId: found.id, leaf: found.leaf, chainPem: found.chainPem, keyPem: found.keyPem };
}

function fromPem(call: ApiCall): Material | Refusal {
  const given = needAll(call, ['ServerCertificate', 'PrivateKey']);
  if (isRefusal(given)) return given;
  const chain = readCertificates(given.ServerCertificate);
  const key = readPrivateKey(given.PrivateKey);
  if (!chain || !key || !chain[0].checkPrivateKey(key)) {
    return refuse(
      'InvalidParameter.ServerCertificate',
      'The certificate and the key do not belong together.',
    );
  }
  return { casId: undefined, leaf: chain[0], chainPem: given.ServerCertificate, keyPem: given.PrivateKey };
}

function describeServerCertificates(call: ApiCall): CasAnswer {
  const given = needAll(call, ['RegionId']);
  if (isRefusal(given)) return given;
  const wanted = call.parameters.get('ServerCertificateId');
  const found = call.state.serverCertificates.filter(
    ({ region, id }) => region === given.RegionId && (wanted === undefined || id === wanted),
  );
  return succeed({ ServerCertificates: { ServerCertificate: found.map(describe) } });
}

function describe({ id, name, region, casId, leaf }: ServerCertificate): Record<string, unknown> {
  return {
    ServerCertificateId: id,
    ServerCertificateName: name,
    RegionId: region,
    // SHA-1 with colons, as the product gives it.
    Fingerprint: createHash('sha1').update(leaf.raw).digest('hex').match(/../g)?.join(':'),
    CommonName: hostNames(leaf)[0],
    SubjectAlternativeNames: { SubjectAlternativeName: hostNames(leaf) },
    IsAliCloudCertificate: casId === undefined ? 0 : 1,
    ...(casId === undefined ? {} : { AliCloudCertificateId: casId }),
  };
}
