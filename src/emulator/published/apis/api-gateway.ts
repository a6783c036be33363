import { randomBytes } from 'node:crypto';
import { type CasAnswer, refuse, type Refusal, succeed } from '../../cas-answer.ts';
import { readCertificates, readPrivateKey } from '../../pem-material.ts';
import { type Api, type ApiCall, isRefusal, needAll } from '../api.ts';
import { change, type Front, NOTHING_BOUND, poll } from '../front.ts';
import { frontsOf } from '../state.ts';

/** The traditional API Gateway, CloudAPI 2016-07-14: it takes PEM, and gives the key away again. */
export const apiGatewayApi: Api = {
  version: '2016-07-14',
  ramPrefix: 'apigateway',
  actions: { SetDomainCertificate: setDomainCertificate, DescribeDomain: describeDomain },
};

function find(call: ApiCall): Front | Refusal {
  const given = needAll(call, ['GroupId', 'DomainName']);
  if (isRefusal(given)) return given;
  const groups = frontsOf(call.state, 'apigateway').filter(
    ({ id, region }) => id === given.GroupId && region === call.region,
  );
  if (groups.length === 0) return refuse('NotFoundApiGroup', 'The specified API group does not exist.');
  const front = groups.find(({ domain }) => domain === given.DomainName);
  return front ?? refuse('NotFoundDomain', 'The specified domain does not exist.');
}

function setDomainCertificate(call: ApiCall): CasAnswer {
  const given = needAll(call, ['CertificateName', 'CertificateBody', 'CertificatePrivateKey']);
  if (isRefusal(given)) return given;
  const front = find(call);
  if (isRefusal(front)) return front;
  const chain = readCertificates(given.CertificateBody);
  const key = readPrivateKey(given.CertificatePrivateKey);
  if (!chain || !key || !chain[0].checkPrivateKey(key)) {
    return refuse('InvalidParameter.Certificate', 'The certificate and the key do not belong together.');
  }
  const fallback = {
    ref: randomBytes(8).toString('hex'),
    name: given.CertificateName,
    leaf: chain[0],
    chainPem: given.CertificateBody,
    keyPem: given.CertificatePrivateKey,
  };
  front.isOn = true;
  change(front, { ...NOTHING_BOUND, fallback }, { faults: call.state.faults, polls: 0, action: call.action });
  return succeed({});
}

function describeDomain(call: ApiCall): CasAnswer {
  const front = find(call);
  if (isRefusal(front)) return front;
  poll(front, call.state.faults);
  const { fallback } = front.bindings;
  return succeed({
    GroupId: front.id,
    DomainName: front.domain,
    DomainBindingStatus: 'BINDING',
    DomainCNAMEStatus: 'RESOLVED',
    DomainLegalStatus: 'NORMAL',
    ...(fallback
      ? {
          CertificateId: fallback.ref,
          CertificateName: fallback.name,
          CertificateBody: fallback.chainPem,
          CertificatePrivateKey: fallback.keyPem,
          CertificateValidStart: Date.parse(fallback.leaf.validFrom),
          CertificateValidEnd: Date.parse(fallback.leaf.validTo),
        }
      : {}),
  });
}
