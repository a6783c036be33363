import { describe, expect, it, onTestFinished } from 'vitest';
import { createGuideCertificateService } from '../../src/alibaba/guide-certificate-service.ts';
import type { CertificateService } from '../../src/alibaba/certificate-service.ts';
import { Secret } from '../../src/errors/secret.ts';
import {
  FAKE_KEY,
  type FakeCas,
  refusal,
  type Scripted,
  scripted,
  startFakeCas,
} from '../support/fake-cas.ts';
import { failureOf, KEY_PEM } from '../support/rpc-client.ts';

const DOMAIN = 'rec.example.com';
const LEAF = 'ab'.repeat(32);
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const TARGET = { type: 'SLB', instance: 'lb-ai-rec-01' } as const;
const UPLOAD = {
  domain: DOMAIN,
  name: 'rec_ab',
  chainPem: CERTIFICATE,
  leafFingerprint: LEAF,
  key: new Secret(KEY_PEM),
};

async function connect(
  script: Record<string, readonly Scripted[]>,
): Promise<{ service: CertificateService; cas: FakeCas }> {
  const cas = await startFakeCas(scripted(script));
  onTestFinished(() => cas.close());
  const accessKeySecret = new Secret(FAKE_KEY.secret);
  const service = createGuideCertificateService({
    endpoint: cas.endpoint,
    credentials: () =>
      Promise.resolve({ accessKeyId: FAKE_KEY.id, accessKeySecret, securityToken: undefined }),
    callMs: 5000,
  });
  return { service, cas };
}

const created: Scripted = { json: { RequestId: 'R', CertId: 'cert-1' } };
const gone: Scripted = refusal('InvalidAction.NotFound', { status: 404 });

function state(fields: object = {}): Scripted {
  return {
    json: {
      RequestId: 'R',
      CertId: 'cert-1',
      Status: 'Issued',
      Sha2: LEAF.toUpperCase(),
      ChainLength: 1,
      ...fields,
    },
  };
}

function bound(status: string): Scripted {
  const Deployments = [{ TargetType: 'SLB', InstanceId: TARGET.instance, Status: status }];
  return state({ Status: status, Deployments });
}

function page(...rows: object[]): Scripted {
  return { json: { RequestId: 'R', TotalCount: rows.length, CertificateOrderList: rows } };
}

const row = {
  CertificateId: 'cert-1',
  Name: UPLOAD.name,
  CommonName: DOMAIN,
  Sha2: LEAF.toUpperCase(),
  Upload: true,
};

/** The parameters of the call number `index` that are its own. */
function own(cas: FakeCas, index = 0): Record<string, string> {
  const common = /^(Action|Format|Version|Timestamp|AccessKeyId|Signature.*)$/;
  return Object.fromEntries([...(cas.calls[index]?.parameters ?? [])].filter(([name]) => !common.test(name)));
}

describe("the guide's calls", () => {
  it('upload by POST, the key in the body, and read back', async () => {
    const { service, cas } = await connect({
      CreateCertificate: [created],
      DescribeCertificateStatus: [state()],
    });
    expect(await service.upload(UPLOAD)).toEqual({
      id: 'cert-1',
      status: 'Issued',
      leafFingerprint: LEAF,
      chainLength: 1,
      targets: undefined,
    });
    expect(cas.calls[0]).toMatchObject({ httpMethod: 'POST', url: '/', signed: true });
    expect(cas.calls[0]?.parameters.get('Version')).toBe('2020-04-07');
    expect(own(cas)).toEqual({ Name: 'rec_ab', Cert: CERTIFICATE, Key: KEY_PEM });
    expect(cas.actions()).toEqual(['CreateCertificate', 'DescribeCertificateStatus']);
  });

  it('request by POST', async () => {
    const { service, cas } = await connect({
      ListUserCertificateOrder: [page()],
      CreateCertificate: [created],
      DescribeCertificateStatus: [state({ Status: 'Issuing', Sha2: null, ChainLength: undefined })],
    });
    const certificate = await service.request(DOMAIN);
    expect(certificate).toMatchObject({ id: 'cert-1', status: 'Issuing', leafFingerprint: undefined });
    expect(cas.calls[2]).toMatchObject({ httpMethod: 'POST', action: 'CreateCertificate' });
    expect(own(cas, 2)).toEqual({ DomainName: DOMAIN, CertType: 'DV' });
  });

  it('deploy by POST', async () => {
    const { service, cas } = await connect({
      DeployCertificate: [{ json: { RequestId: 'R', Status: 'Deploying' } }],
      DescribeCertificateStatus: [state({ Deployments: [] })],
    });
    await service.deploy('cert-1', TARGET);
    expect(cas.calls[1]).toMatchObject({ httpMethod: 'POST', url: '/', action: 'DeployCertificate' });
    expect(own(cas, 1)).toEqual({ CertId: 'cert-1', TargetType: 'SLB', InstanceId: TARGET.instance });
  });

  it('read by GET; ids as numbers, foreign targets and unknown fields tolerated', async () => {
    const Deployments = [
      { TargetType: 'SLB', InstanceId: TARGET.instance, Status: 'Deployed' },
      { TargetType: 'WAF', InstanceId: 'waf-1', Status: 'Deployed' },
    ];
    const { service, cas } = await connect({
      DescribeCertificateStatus: [state({ CertId: 27_080_721, Status: 'Deployed', Deployments, New: {} })],
    });
    const { id, targets } = await service.read('27080721');
    expect({ id, targets }).toEqual({ id: '27080721', targets: [{ ...TARGET, status: 'Deployed' }] });
    expect(cas.calls[0]).toMatchObject({ httpMethod: 'GET', signed: true });
    expect(own(cas)).toEqual({ CertId: '27080721' });
  });

  it('diagnose by POST; what is said is printable', async () => {
    const Problems = [{ Code: 'ERR_CERT_AUTHORITY_INVALID', Message: 'missing\u0007 CN=I' }, { Code: 'X' }];
    const { service, cas } = await connect({
      DiagnoseCertificate: [{ json: { CertId: 1, Result: 'failed', Problems } }],
    });
    const { passed, problems } = await service.diagnose('cert-1');
    expect(passed).toBe(false);
    expect(problems).toEqual(['ERR_CERT_AUTHORITY_INVALID: missing\\u{7} CN=I', 'X']);
    expect(cas.calls[0]?.httpMethod).toBe('POST');
    expect(own(cas)).toEqual({ CertId: 'cert-1', CheckType: 'chain_validation', Client: 'chrome' });
  });

  it('update by PUT, the chain in the body', async () => {
    const { service, cas } = await connect({
      UpdateCertificate: [created],
      DescribeCertificateStatus: [state(), state({ ChainLength: 3 })],
    });
    expect((await service.updateChain('cert-1', CERTIFICATE.repeat(3))).chainLength).toBe(3);
    expect(cas.calls[1]).toMatchObject({ httpMethod: 'PUT', url: '/', signed: true });
    expect(own(cas, 1)).toEqual({ CertId: 'cert-1', PEMChain: CERTIFICATE.repeat(3) });
  });

  it.each([
    { name: 'no such certificate', answer: refusal('NotFound', { status: 404 }), code: 'CLOUD_NOT_FOUND' },
    {
      name: 'a status of another dialect',
      answer: state({ Status: 'issued' }),
      code: 'CLOUD_ANSWER_UNEXPECTED',
    },
    { name: 'an id that is none', answer: state({ CertId: '../x y' }), code: 'CLOUD_ANSWER_UNEXPECTED' },
  ])('read: $name is $code', async ({ answer, code }) => {
    const { service } = await connect({ DescribeCertificateStatus: [answer] });
    expect((await failureOf(service.read('cert-1'))).code).toBe(code);
  });
});

describe('finding', () => {
  const query = { domain: DOMAIN, leafFingerprint: LEAF };

  it('goes through all pages', async () => {
    const others = Array.from({ length: 50 }, (_, index) => ({
      ...row,
      CertificateId: index,
      Sha2: 'cd'.repeat(32),
    }));
    const { service, cas } = await connect({
      ListUserCertificateOrder: [page(...others), page(row)],
      DescribeCertificateStatus: [state({ Sha2: undefined })],
    });
    expect(await service.find(query)).toMatchObject({ id: 'cert-1', leafFingerprint: LEAF });
    expect(own(cas, 1)).toEqual({ OrderType: 'CERT', Keyword: DOMAIN, CurrentPage: '2', ShowSize: '50' });
  });

  it('gives up on a list without end', async () => {
    const full = page(...Array.from({ length: 50 }, () => ({ ...row, Sha2: undefined })));
    const { service, cas } = await connect({ ListUserCertificateOrder: [full] });
    expect((await failureOf(service.find(query))).code).toBe('CLOUD_ANSWER_UNEXPECTED');
    expect(cas.calls).toHaveLength(40);
  });

  it('prefers the complete of two chains with the same leaf', async () => {
    const { service } = await connect({
      ListUserCertificateOrder: [page(row, { ...row, CertificateId: 'cert-2' })],
      DescribeCertificateStatus: [state(), state({ CertId: 'cert-2', ChainLength: 2 })],
    });
    expect((await service.find(query))?.id).toBe('cert-2');
  });

  it.each([
    { name: 'nothing listed', answer: page() },
    { name: 'no list at all', answer: { json: { RequestId: 'R' } } },
    { name: 'another leaf', answer: page({ ...row, Sha2: 'cd'.repeat(32) }) },
    { name: 'a service that cannot list', answer: gone },
  ] satisfies { name: string; answer: Scripted }[])('finds nothing: $name', async ({ answer }) => {
    const { service } = await connect({ ListUserCertificateOrder: [answer] });
    expect(await service.find(query)).toBeUndefined();
    expect(await service.findIssued(DOMAIN)).toBeUndefined();
  });

  it('gives what was issued last and has not failed', async () => {
    const requested = { ...row, Upload: false };
    const { service, cas } = await connect({
      ListUserCertificateOrder: [
        page(),
        page(
          { ...requested, CertificateId: 'old', EndDate: '2026-01-01' },
          { ...requested, CertificateId: 'uploaded', Upload: true, EndDate: '2029-01-01' },
          { ...requested, CertificateId: 'other', CommonName: `x.${DOMAIN}`, EndDate: '2029-01-01' },
          { ...requested, CertificateId: 'expired', Expired: true },
          { ...requested, CertificateId: 'failed', CommonName: '', Sans: `www.${DOMAIN}, ${DOMAIN}` },
          { ...requested, CertificateId: 'new', EndDate: '2026-09-01' },
        ),
      ],
      DescribeCertificateStatus: [state({ CertId: 'failed', Status: 'Failed' }), state({ CertId: 'new' })],
    });
    expect((await service.findIssued(DOMAIN))?.id).toBe('new');
    expect(cas.calls.slice(2).map(({ parameters }) => parameters.get('CertId'))).toEqual(['failed', 'new']);
  });
});

describe('lost answers', () => {
  it('of an upload: the certificate is found by its leaf, not uploaded again', async () => {
    const { service, cas } = await connect({
      CreateCertificate: ['reset'],
      ListUserCertificateOrder: [page(row)],
      DescribeCertificateStatus: [state()],
    });
    expect((await service.upload(UPLOAD)).id).toBe('cert-1');
    expect(cas.actions()).toEqual([
      'CreateCertificate',
      'ListUserCertificateOrder',
      'DescribeCertificateStatus',
    ]);
  });

  it('of an upload that a lagging list hides: its name proves it', async () => {
    const { service, cas } = await connect({
      CreateCertificate: ['reset', refusal('NameRepeat')],
      ListUserCertificateOrder: [page(), page(row)],
      DescribeCertificateStatus: [state()],
    });
    expect((await service.upload(UPLOAD)).id).toBe('cert-1');
    expect(cas.actions().filter((action) => action === 'CreateCertificate')).toHaveLength(2);
  });

  it.each([
    { name: 'another leaf', list: page({ ...row, Sha2: 'cd'.repeat(32) }) },
    { name: 'a certificate that cannot be listed', list: gone },
  ])('a name taken by $name is an error', async ({ list }) => {
    const { service } = await connect({
      CreateCertificate: [refusal('NameRepeat')],
      ListUserCertificateOrder: [list],
    });
    expect((await failureOf(service.upload(UPLOAD))).code).toBe('CLOUD_NAME_TAKEN');
  });

  it.each(['upload', 'request'] as const)(
    'of an %s to a service that cannot list are an error, never a second',
    async (kind) => {
      const { service, cas } = await connect({
        CreateCertificate: ['reset', created],
        ListUserCertificateOrder: [gone],
      });
      const error = await failureOf(kind === 'upload' ? service.upload(UPLOAD) : service.request(DOMAIN));
      expect(error.code).toBe('CLOUD_WRITE_IN_DOUBT');
      expect(cas.actions().filter((action) => action === 'CreateCertificate')).toHaveLength(1);
    },
  );

  it('of a request: the one that was not there before is ours', async () => {
    const mine = { CertificateId: 'cert-9', CommonName: DOMAIN, Upload: false };
    const old = { ...mine, CertificateId: 'cert-8' };
    const { service, cas } = await connect({
      CreateCertificate: ['reset'],
      ListUserCertificateOrder: [page(old), page(), page(mine, old), page()],
      DescribeCertificateStatus: [state({ CertId: 'cert-9', Status: 'Issuing' })],
    });
    expect((await service.request(DOMAIN)).id).toBe('cert-9');
    expect(cas.actions().filter((action) => action === 'CreateCertificate')).toHaveLength(1);
  });

  it('of a request, when two appeared: in doubt', async () => {
    const mine = { CertificateId: 'cert-9', CommonName: DOMAIN, Upload: false };
    const { service } = await connect({
      CreateCertificate: ['reset'],
      ListUserCertificateOrder: [page(), page(), page(mine, { ...mine, CertificateId: 'cert-8' }), page()],
    });
    expect((await failureOf(service.request(DOMAIN))).code).toBe('CLOUD_WRITE_IN_DOUBT');
  });

  it.each([
    { name: 'now Deploying', before: state({ Deployments: [] }), after: bound('Deploying'), calls: 1 },
    { name: 'now Deployed', before: state({ Deployments: [] }), after: bound('Deployed'), calls: 1 },
    {
      name: 'still not bound',
      before: state({ Deployments: [] }),
      after: state({ Deployments: [] }),
      calls: 2,
    },
    { name: 'Deployed as before', before: bound('Deployed'), after: bound('Deployed'), calls: 2 },
    { name: 'Deploying, no targets told', before: state(), after: state({ Status: 'Deploying' }), calls: 1 },
    { name: 'Issued as before, no targets told', before: state(), after: state(), calls: 2 },
  ])('of a deployment $name: deployed $calls times', async ({ before, after, calls }) => {
    const { service, cas } = await connect({
      DeployCertificate: ['reset', { json: { RequestId: 'R' } }],
      DescribeCertificateStatus: [before, after],
    });
    await service.deploy('cert-1', TARGET);
    expect(cas.actions().filter((action) => action === 'DeployCertificate')).toHaveLength(calls);
  });

  it.each([
    { name: 'the chain sent', after: 3, calls: 1 },
    { name: 'the chain before', after: 1, calls: 2 },
    { name: 'an unknown chain', after: undefined, calls: 2 },
  ])('of an update that left $name: sent $calls times', async ({ after, calls }) => {
    const { service, cas } = await connect({
      UpdateCertificate: ['reset', created],
      DescribeCertificateStatus: [state(), state({ ChainLength: after })],
    });
    await service.updateChain('cert-1', CERTIFICATE.repeat(3));
    expect(cas.actions().filter((action) => action === 'UpdateCertificate')).toHaveLength(calls);
  });
});
