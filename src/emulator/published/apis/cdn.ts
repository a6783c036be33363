import { type CasAnswer, refuse, type Refusal, succeed } from '../../cas-answer.ts';
import { readCertificates, readPrivateKey } from '../../pem-material.ts';
import { type Api, type ApiCall, isRefusal, needAll } from '../api.ts';
import { type Bound, change, type Front, NOTHING_BOUND, poll } from '../front.ts';
import { frontsOf } from '../state.ts';

interface Words {
  readonly product: 'cdn' | 'dcdn';
  readonly describe: (front: Front) => object;
}

function find(call: ApiCall, { product }: Words): Front | Refusal {
  const given = needAll(call, ['DomainName']);
  if (isRefusal(given)) return given;
  const front = frontsOf(call.state, product).find(({ id }) => id === given.DomainName);
  return front ?? refuse('InvalidDomain.NotFound', 'The domain provided does not belong to you.');
}

/** Describe…DomainCertificateInfo: one look. */
function describeWith(words: Words) {
  return (call: ApiCall): CasAnswer => {
    const front = find(call, words);
    if (isRefusal(front)) return front;
    poll(front, call.state.faults);
    return succeed({ CertInfos: { CertInfo: [words.describe(front)] } });
  };
}

/** Set…DomainSSLCertificate. */
function setWith(words: Words) {
  return (call: ApiCall): CasAnswer => {
    const given = needAll(call, ['DomainName', 'SSLProtocol']);
    if (isRefusal(given)) return given;
    const front = find(call, words);
    if (isRefusal(front)) return front;
    if (front.pending) return refuse('ServiceBusy', 'The specified domain is being configured.');
    const { faults, polls } = call.state;
    const terms = { faults, polls, action: call.action };
    if (given.SSLProtocol === 'off') {
      front.isOn = false;
      change(front, NOTHING_BOUND, terms);
      return succeed({});
    }
    if (given.SSLProtocol !== 'on')
      return refuse('InvalidSSLProtocol.ValueNotSupported', 'SSLProtocol is on or off.');
    const bound = boundOf(call);
    if (isRefusal(bound)) return bound;
    front.isOn = true;
    change(front, { ...NOTHING_BOUND, fallback: bound }, terms);
    return succeed({});
  };
}

function boundOf(call: ApiCall): Bound | Refusal {
  const { parameters, state } = call;
  if (!parameters.has('CertName')) return refuse('MissingParameter.CertName', 'You must specify CertName.');
  if (parameters.get('CertType') === 'cas') {
    const given = needAll(call, ['CertId']);
    if (isRefusal(given)) return given;
    const region = parameters.get('CertRegion') ?? 'cn-hangzhou';
    const found = state.certificates.find(({ id, store }) => id === given.CertId && store === region);
    if (!found) return refuse('Certificate.NotFound', 'The certificate does not exist.');
    return {
      ref: `${found.id}@${region}`,
      name: parameters.get('CertName') ?? '',
      leaf: found.leaf,
      chainPem: found.chainPem,
      keyPem: found.keyPem,
    };
  }
  const given = needAll(call, ['SSLPub', 'SSLPri']);
  // As the product says it, also when CertType was forgotten.
  if (isRefusal(given)) return refuse('SSLPri.MissingParameter', 'SSLPri is missing.');
  const chain = readCertificates(given.SSLPub);
  const key = readPrivateKey(given.SSLPri);
  if (!chain || !key || !chain[0].checkPrivateKey(key))
    return refuse('InvalidSSLPub', 'The certificate is not valid.');
  return {
    ref: '',
    name: parameters.get('CertName') ?? '',
    leaf: chain[0],
    chainPem: given.SSLPub,
    keyPem: given.SSLPri,
  };
}

function certificateOf({ bindings, pending, isOn }: Front): Record<string, unknown> {
  const bound = pending?.to.fallback ?? bindings.fallback;
  const [id = '', region = ''] = (bound?.ref ?? '').split('@');
  if (!bound || !isOn) return { CertType: '', CertId: '', CertName: '' };
  return {
    CertType: id === '' ? 'upload' : 'cas',
    CertId: id,
    CertName: bound.name,
    CertRegion: region,
    Status: pending ? 'checking' : 'success',
  };
}

const cdn: Words = {
  product: 'cdn',
  describe: (front) => ({
    DomainName: front.id,
    ServerCertificateStatus: front.isOn ? 'on' : 'off',
    ServerCertificate: front.bindings.fallback?.chainPem ?? '',
    ...certificateOf(front),
  }),
};

const dcdn: Words = {
  product: 'dcdn',
  describe: (front) => ({
    DomainName: front.id,
    SSLProtocol: front.isOn ? 'on' : 'off',
    SSLPub: front.bindings.fallback?.chainPem ?? '',
    ...certificateOf(front),
  }),
};

/** CDN, 2018-05-10. */
export const cdnApi: Api = {
  version: '2018-05-10',
  ramPrefix: 'cdn',
  actions: { SetCdnDomainSSLCertificate: setWith(cdn), DescribeDomainCertificateInfo: describeWith(cdn) },
};

/** DCDN, 2018-01-15. */
export const dcdnApi: Api = {
  version: '2018-01-15',
  ramPrefix: 'dcdn',
  actions: {
    SetDcdnDomainSSLCertificate: setWith(dcdn),
    DescribeDcdnDomainCertificateInfo: describeWith(dcdn),
  },
};
