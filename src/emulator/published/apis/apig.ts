import { type CasAnswer, refuse, type Refusal, succeed } from '../../cas-answer.ts';
import { type Api, type ApiCall, isRefusal, needAll } from '../api.ts';
import { change, type Front, NOTHING_BOUND, poll } from '../front.ts';
import { findByIdentifier, frontsOf } from '../state.ts';

/** The cloud-native API Gateway, APIG 2024-03-27 (ROA). */
export const apigApi: Api = {
  version: '2024-03-27',
  ramPrefix: 'apig',
  actions: { ListDomains: listDomains, GetDomain: getDomain, UpdateDomain: updateDomain },
  route(method, path) {
    if (path === '/v1/domains' && method === 'GET') return { action: 'ListDomains', parameters: {} };
    const domainId = /^\/v1\/domains\/([^/]+)$/.exec(path)?.[1];
    if (domainId === undefined) return undefined;
    if (method === 'GET') return { action: 'GetDomain', parameters: { domainId } };
    return method === 'PUT' ? { action: 'UpdateDomain', parameters: { domainId } } : undefined;
  },
};

function listDomains(call: ApiCall): CasAnswer {
  const gateway = call.parameters.get('gatewayId');
  const like = call.parameters.get('nameLike') ?? '';
  const found = frontsOf(call.state, 'apig').filter(
    ({ id, domain, region }) =>
      region === call.region && (gateway === undefined || id === gateway) && domain.includes(like),
  );
  return succeed({
    code: 'Ok',
    data: {
      totalSize: found.length,
      items: found.map(({ domainId, domain }) => ({ domainId, name: domain })),
    },
  });
}

function find(call: ApiCall): Front | Refusal {
  const given = needAll(call, ['domainId']);
  if (isRefusal(given)) return given;
  const front = frontsOf(call.state, 'apig').find(
    ({ domainId, region }) => domainId === given.domainId && region === call.region,
  );
  return front ?? refuse('NotFound.DomainNotFound', 'The domain is not found.');
}

function getDomain(call: ApiCall): CasAnswer {
  const front = find(call);
  if (isRefusal(front)) return front;
  poll(front, call.state.faults);
  const { fallback } = front.bindings;
  return succeed({
    code: 'Ok',
    data: {
      domainId: front.domainId,
      name: front.domain,
      protocol: front.isOn ? 'HTTPS' : 'HTTP',
      forceHttps: true,
      http2Option: 'Open',
      tlsMin: 'TLS 1.2',
      tlsMax: 'TLS 1.3',
      ...(fallback ? { certIdentifier: fallback.ref } : {}),
    },
  });
}

function updateDomain(call: ApiCall): CasAnswer {
  const front = find(call);
  if (isRefusal(front)) return front;
  const { protocol, certIdentifier, tlsMin } = call.json;
  const terms = { faults: call.state.faults, polls: 0, action: call.action };
  if (protocol === 'HTTP') {
    front.isOn = false;
    change(front, NOTHING_BOUND, terms);
    return succeed({ code: 'Ok' });
  }
  if (protocol !== 'HTTPS' || typeof certIdentifier !== 'string') {
    return refuse('BadRequest.InvalidParameter', 'protocol and certIdentifier are mandatory.');
  }
  // What is not given again is reset: a caller that forgets it weakens the gateway.
  if (tlsMin !== 'TLS 1.2') return refuse('BadRequest.InvalidParameter', 'tlsMin would be reset.');
  const found = findByIdentifier(call.state, certIdentifier);
  if (!found) return refuse('NotFound.CertificateNotFound', 'The certificate is not found.');
  const fallback = {
    ref: certIdentifier,
    name: found.name,
    leaf: found.leaf,
    chainPem: found.chainPem,
    keyPem: found.keyPem,
  };
  front.isOn = true;
  change(front, { ...NOTHING_BOUND, fallback }, terms);
  return succeed({ code: 'Ok' });
}
