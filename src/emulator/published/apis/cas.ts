import { createHash, randomBytes } from 'node:crypto';
import { type CasAnswer, refuse, type Refusal, succeed } from '../../cas-answer.ts';
import { hits } from '../../faults.ts';
import { hostNames, leafOnly, readCertificates, readPrivateKey } from '../../pem-material.ts';
import { deploymentJobActions } from './cas-jobs.ts';
import { type Api, type ApiCall, isRefusal, needAll } from '../api.ts';
import { type CasCertificate, type CasOrder, identifierOf, nextId, type StoreName } from '../state.ts';

const LONGEST_NAME = 64;
const PAGE = /^[1-9]\d{0,5}$/;

/** CAS 2020-04-07. Each host is a store of its own. */
export const casApi: Api = {
  version: '2020-04-07',
  ramPrefix: 'yundun-cert',
  actions: {
    ListUserCertificateOrder: listUserCertificateOrder,
    UploadUserCertificate: uploadUserCertificate,
    GetCertificateDetail: getCertificateDetail,
    GetUserCertificateDetail: getUserCertificateDetail,
    DeleteUserCertificate: deleteUserCertificate,
    DescribePackageState: describePackageState,
    CreateCertificateForPackageRequest: createRequest,
    DescribeCertificateState: describeCertificateState,
    DeleteCertificateRequest: deleteRequest,
    ...deploymentJobActions,
  },
};

function storeOf({ region }: ApiCall): StoreName {
  return region.startsWith('cn-') ? 'cn-hangzhou' : 'ap-southeast-1';
}

function uploadUserCertificate(call: ApiCall): CasAnswer {
  const given = needAll(call, ['Name', 'Cert', 'Key']);
  if (isRefusal(given)) return given;
  const { state } = call;
  const store = storeOf(call);
  if (given.Name.length > LONGEST_NAME)
    return refuse('InvalidParameter.Name', 'Name has more than 64 characters.');
  const chain = readCertificates(given.Cert);
  if (!chain) return refuse('InvalidParameter.Cert', 'The certificate cannot be read.');
  const key = readPrivateKey(given.Key);
  if (!key) return refuse('PrivateKeyFormatException', 'The private key cannot be read.');
  const [leaf] = chain;
  if (!leaf.checkPrivateKey(key)) {
    return refuse('NotMatch.CertificateAndPrivateKey', 'The certificate does not match the private key.');
  }
  if (Date.parse(leaf.validTo) < state.now().getTime()) {
    return refuse('CertificateExpired', 'The certificate has expired.');
  }
  // Measured: the same ClientToken makes no difference.
  if (state.certificates.some((other) => other.store === store && other.name === given.Name)) {
    return refuse('NameRepeat', 'The certificate name already exists.');
  }
  const stripped = state.faults.take('leaf-only') !== undefined;
  const certificate: CasCertificate = {
    id: nextId(),
    store,
    name: given.Name,
    source: 'upload',
    domain: hostNames(leaf)[0] ?? '',
    leaf,
    chainPem: stripped ? leafOnly(leaf) : given.Cert,
    keyPem: given.Key,
  };
  state.certificates.push(certificate);
  return succeed({ CertId: Number(certificate.id), ResourceId: `cas-upload-${certificate.id}` });
}

function listUserCertificateOrder(call: ApiCall): CasAnswer {
  const { parameters, state } = call;
  const orderType = parameters.get('OrderType') ?? 'CPACK';
  const page = parameters.get('CurrentPage') ?? '1';
  const size = parameters.get('ShowSize') ?? '50';
  if (!['CPACK', 'BUY', 'UPLOAD', 'CERT'].includes(orderType))
    return refuse('InvalidParameter.OrderType', 'OrderType is unknown.');
  if (!PAGE.test(page) || !PAGE.test(size))
    return refuse('InvalidParameter', 'CurrentPage and ShowSize are positive numbers.');
  const keyword = parameters.get('Keyword') ?? '';
  const wanted = parameters.get('Status');
  const rows =
    orderType === 'CPACK' || orderType === 'BUY'
      ? state.orders.filter(({ domain }) => domain.includes(keyword)).map(orderRow)
      : state.certificates
          .filter(
            ({ store, source }) => store === storeOf(call) && (orderType === 'CERT' || source === 'upload'),
          )
          .filter(({ leaf }) => hostNames(leaf).some((name) => name.includes(keyword)))
          .filter((each) => (wanted === 'EXPIRED') === isExpired(each, state.now()))
          .map((each) => certificateRow(each, state.now()));
  const from = (Number(page) - 1) * Number(size);
  return succeed({
    TotalCount: rows.length,
    CurrentPage: Number(page),
    ShowSize: Number(size),
    CertificateOrderList: rows.toReversed().slice(from, from + Number(size)),
  });
}

function orderRow({ id, domain, state, certificateId }: CasOrder): object {
  const status = {
    domain_verify: 'CHECKING',
    process: 'CHECKING',
    certificate: 'ISSUED',
    verify_fail: 'CHECKED_FAIL',
  }[state];
  return {
    OrderId: id,
    Domain: domain,
    Status: status,
    ProductCode: 'digicert-free-1-free',
    ...(certificateId === undefined ? {} : { CertificateId: Number(certificateId) }),
  };
}

function certificateRow(each: CasCertificate, now: Date): object {
  const { id, name, leaf, domain, source } = each;
  return {
    CertificateId: Number(id),
    Name: name,
    CommonName: domain,
    Sans: hostNames(leaf).join(','),
    Upload: source === 'upload',
    Sha2: digest('sha256', leaf.raw),
    Fingerprint: digest('sha1', leaf.raw),
    // The real service pads too, which breaks comparison as text.
    SerialNo: leaf.serialNumber.padStart(40, '0'),
    StartDate: day(leaf.validFrom),
    EndDate: day(leaf.validTo),
    Expired: isExpired(each, now),
    Status: isExpired(each, now) ? 'EXPIRED' : 'ISSUED',
  };
}

function find(call: ApiCall, name: string): CasCertificate | Refusal {
  const given = needAll(call, [name]);
  if (isRefusal(given)) return given;
  const found = call.state.certificates.find(
    ({ id, store }) => id === given[name] && store === storeOf(call),
  );
  return found ?? refuse('NotFound', `The certificate does not exist: ${given[name] ?? ''}.`);
}

function getCertificateDetail(call: ApiCall): CasAnswer {
  if (!call.state.hasCertificateDetail)
    return refuse('InvalidAction.NotFound', 'The specified action is not found.');
  const certificate = find(call, 'CertificateId');
  if (isRefusal(certificate)) return certificate;
  const { leaf, chainPem, domain, name, source } = certificate;
  const used = call.state.fronts.filter((front) => front.bindings.fallback?.chainPem === chainPem);
  return succeed({
    CertIdentifier: identifierOf(certificate),
    CertificateName: name,
    CertificateStatus: isExpired(certificate, call.state.now()) ? 'expired' : 'issued',
    CertificateSource: source,
    ExistPrivateKey: true,
    Domain: domain,
    FingerPrint: digest('sha1', leaf.raw),
    Serial: leaf.serialNumber,
    NotBefore: Date.parse(leaf.validFrom),
    NotAfter: Date.parse(leaf.validTo),
    UsingProductList: [...new Set(used.map(({ product }) => product))],
    CertificateChainList: (readCertificates(chainPem) ?? []).map((each) => ({
      Subject: each.subject.replaceAll('\n', ','),
      Issuer: each.issuer.replaceAll('\n', ','),
      NotBefore: Date.parse(each.validFrom),
      NotAfter: Date.parse(each.validTo),
    })),
  });
}

function getUserCertificateDetail(call: ApiCall): CasAnswer {
  const certificate = find(call, 'CertId');
  if (isRefusal(certificate)) return certificate;
  const { leaf, chainPem, domain, name, keyPem, id } = certificate;
  const material = call.parameters.get('CertFilter') === 'true' ? {} : { Cert: chainPem, Key: keyPem };
  return succeed({
    Id: Number(id),
    CertIdentifier: identifierOf(certificate),
    Name: name,
    Common: domain,
    Sans: hostNames(leaf).join(','),
    Fingerprint: digest('sha1', leaf.raw),
    Sha2: digest('sha256', leaf.raw),
    SerialNo: leaf.serialNumber.padStart(40, '0'),
    StartDate: day(leaf.validFrom),
    EndDate: day(leaf.validTo),
    NotBefore: Date.parse(leaf.validFrom),
    NotAfter: Date.parse(leaf.validTo),
    Expired: isExpired(certificate, call.state.now()),
    CertChain: (readCertificates(chainPem) ?? []).map((each) => ({
      CommonName: each.subject,
      IssuerCommonName: each.issuer,
      NotBefore: Date.parse(each.validFrom),
      NotAfter: Date.parse(each.validTo),
    })),
    ...material,
  });
}

function deleteUserCertificate(call: ApiCall): CasAnswer {
  const certificate = find(call, 'CertId');
  if (isRefusal(certificate)) return certificate;
  const { state } = call;
  if (state.fronts.some((front) => front.bindings.fallback?.chainPem === certificate.chainPem)) {
    return refuse('CertificateIsReferenced', 'The certificate is deployed to a cloud product.');
  }
  state.certificates.splice(state.certificates.indexOf(certificate), 1);
  return succeed({});
}

function describePackageState({ state }: ApiCall): CasAnswer {
  return succeed({
    ProductCode: 'digicert-free-1-free',
    TotalCount: state.quota,
    UsedCount: state.orders.length,
  });
}

function createRequest(call: ApiCall): CasAnswer {
  const given = needAll(call, ['Domain', 'ValidateType']);
  if (isRefusal(given)) return given;
  const { state } = call;
  if (storeOf(call) !== 'cn-hangzhou')
    return refuse('NotSupport', 'Free certificates are those of the China site.');
  if (state.orders.length >= state.quota) return refuse('QuotaExceeded', 'The package is used up.');
  const id =
    `98${String(Date.now()).slice(-6)}${randomBytes(5).readUIntBE(0, 5).toString().padStart(13, '1')}`.slice(
      0,
      19,
    );
  state.orders.push({
    id,
    domain: given.Domain,
    pollsLeft: state.polls,
    state: 'domain_verify',
    certificateId: undefined,
    record: { name: `_dnsauth.${given.Domain}`, value: randomBytes(16).toString('hex') },
  });
  return succeed({ OrderId: id });
}

function describeCertificateState(call: ApiCall): CasAnswer {
  const given = needAll(call, ['OrderId']);
  if (isRefusal(given)) return given;
  const { state } = call;
  const order = state.orders.find(({ id }) => id === given.OrderId);
  if (!order) return refuse('NotFound', 'The order does not exist.');
  advance(order, call);
  const { name, value } = order.record;
  if (order.state === 'domain_verify') {
    return succeed({
      Type: 'domain_verify',
      RecordDomain: name,
      RecordType: 'TXT',
      RecordValue: value,
      ValidateType: 'DNS',
    });
  }
  const certificate = state.certificates.find(({ id }) => id === order.certificateId);
  if (!certificate) return succeed({ Type: order.state });
  const { chainPem, keyPem, id } = certificate;
  return succeed({ Type: 'certificate', Certificate: chainPem, PrivateKey: keyPem, CertId: id });
}

/** One look: time passes in looks. */
function advance(order: CasOrder, call: ApiCall): void {
  const { state } = call;
  if (order.state !== 'domain_verify' && order.state !== 'process') return;
  if (state.faults.take('failed-deploy', hits('DescribeCertificateState'))) {
    order.state = 'verify_fail';
    return;
  }
  const isThere = state.records.some(
    ({ rr, zone, type, value }) =>
      `${rr}.${zone}` === order.record.name && type === 'TXT' && value === order.record.value,
  );
  if (!isThere && order.state === 'domain_verify') return;
  order.state = 'process';
  if (order.pollsLeft > 0) {
    order.pollsLeft -= 1;
    return;
  }
  const { bundlePem, keyPem } = state.authority.issue({ names: [order.domain] });
  const chain = readCertificates(bundlePem);
  if (!chain) throw new Error('the authority issues what can be read');
  const id = nextId();
  state.certificates.push({
    id,
    store: storeOf(call),
    name: `cert-${order.id}`,
    source: 'request',
    domain: order.domain,
    leaf: chain[0],
    chainPem: bundlePem,
    keyPem,
  });
  order.certificateId = id;
  order.state = 'certificate';
}

function deleteRequest(call: ApiCall): CasAnswer {
  const given = needAll(call, ['OrderId']);
  if (isRefusal(given)) return given;
  const { orders } = call.state;
  const index = orders.findIndex(({ id }) => id === given.OrderId);
  if (index < 0) return refuse('NotFound', 'The order does not exist.');
  orders.splice(index, 1);
  return succeed({});
}

function isExpired({ leaf }: CasCertificate, now: Date): boolean {
  return Date.parse(leaf.validTo) < now.getTime();
}

function digest(algorithm: 'sha1' | 'sha256', der: Buffer): string {
  return createHash(algorithm).update(der).digest('hex').toUpperCase();
}

function day(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}
