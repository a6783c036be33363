import { describe, expect, it } from 'vitest';
import { storedCertificate } from '../../support/deployment.ts';
import { refusal, type Scripted } from '../../support/fake-cas.ts';
import { toPem } from '../../../src/certificates/pem.ts';
import {
  CERTIFICATE,
  connectService,
  created,
  DOMAIN,
  gone,
  intermediate,
  LEAF,
  leaf,
  NAME,
  own,
  page,
  root,
  row,
  state,
  TARGET,
  REPLACEMENT,
  UPLOAD,
} from '../../support/guide-service.ts';
import { failureOf, KEY_PEM } from '../../support/rpc-client.ts';

describe("the guide's calls", () => {
  it('upload by POST, the key in the body, and read back', async () => {
    const { service, cas } = await connectService({
      CreateCertificate: [created],
      DescribeCertificateStatus: [state()],
    });
    expect(await service.upload(UPLOAD)).toEqual({
      id: 'cert-1',
      identifier: undefined,
      name: undefined,
      status: 'Issued',
      leafFingerprint: LEAF,
      chainLength: 1,
      targets: undefined,
    });
    expect(cas.calls[0]).toMatchObject({ httpMethod: 'POST', url: '/', signed: true });
    expect(cas.calls[0]?.parameters.get('Version')).toBe('2020-04-07');
    expect(own(cas)).toEqual({ Name: NAME, Cert: CERTIFICATE, Key: KEY_PEM });
    expect(cas.actions()).toEqual(['CreateCertificate', 'DescribeCertificateStatus']);
  });

  it('request by POST', async () => {
    const { service, cas } = await connectService({
      ListUserCertificateOrder: [page()],
      CreateCertificate: [created],
      DescribeCertificateStatus: [state({ Status: 'Issuing', Sha2: null, ChainLength: undefined })],
    });
    const certificate = await service.request({ domain: DOMAIN });
    expect(certificate).toMatchObject({ id: 'cert-1', status: 'Issuing', leafFingerprint: undefined });
    expect(cas.calls[2]).toMatchObject({ httpMethod: 'POST', action: 'CreateCertificate' });
    expect(own(cas, 2)).toEqual({ DomainName: DOMAIN, CertType: 'DV' });
  });

  it('deploy by POST', async () => {
    const { target, cas } = await connectService({
      DeployCertificate: [{ json: { RequestId: 'R', Status: 'Deploying' } }],
      DescribeCertificateStatus: [state({ Deployments: [] })],
    });
    await target.bind(storedCertificate({ id: 'cert-1' }), undefined);
    expect(cas.calls[1]).toMatchObject({ httpMethod: 'POST', url: '/', action: 'DeployCertificate' });
    expect(own(cas, 1)).toEqual({ CertId: 'cert-1', TargetType: 'SLB', InstanceId: TARGET.instance });
  });

  it('read by GET; ids as numbers, foreign targets and unknown fields tolerated', async () => {
    const Deployments = [
      { TargetType: 'SLB', InstanceId: TARGET.instance, Status: 'Deployed' },
      { TargetType: 'WAF', InstanceId: 'waf-1', Status: 'Deployed' },
    ];
    const { service, cas } = await connectService({
      DescribeCertificateStatus: [state({ CertId: 27_080_721, Status: 'Deployed', Deployments, New: {} })],
    });
    const { id, targets } = await service.read('27080721');
    expect({ id, targets }).toEqual({ id: '27080721', targets: [{ ...TARGET, status: 'Deployed' }] });
    expect(cas.calls[0]).toMatchObject({ httpMethod: 'GET', signed: true });
    expect(own(cas)).toEqual({ CertId: '27080721' });
  });

  it('diagnose by POST; what is said is printable', async () => {
    const Problems = [{ Code: 'ERR_CERT_AUTHORITY_INVALID', Message: 'missing\u0007 CN=I' }, { Code: 'X' }];
    const { service, cas } = await connectService({
      DiagnoseCertificate: [{ json: { CertId: 1, Result: 'failed', Problems } }],
    });
    const { passed, problems } = (await service.diagnose('cert-1')) ?? { passed: true, problems: [] };
    expect(passed).toBe(false);
    expect(problems).toEqual(['ERR_CERT_AUTHORITY_INVALID: missing\\u{7} CN=I', 'X']);
    expect(cas.calls[0]?.httpMethod).toBe('POST');
    expect(own(cas)).toEqual({ CertId: 'cert-1', CheckType: 'chain_validation', Client: 'chrome' });
  });

  it('update by PUT, the chain in the body', async () => {
    const { service, cas } = await connectService({
      UpdateCertificate: [created],
      DescribeCertificateStatus: [state(), state({ ChainLength: 3 })],
    });
    expect((await service.replaceChain(REPLACEMENT)).chainLength).toBe(3);
    expect(cas.calls[1]).toMatchObject({ httpMethod: 'PUT', url: '/', signed: true });
    expect(own(cas, 1)).toEqual({ CertId: 'cert-1', PEMChain: toPem([leaf, intermediate, root]) });
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
    const { service } = await connectService({ DescribeCertificateStatus: [answer] });
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
    const { service, cas } = await connectService({
      ListUserCertificateOrder: [page(...others), page(row)],
      DescribeCertificateStatus: [state({ Sha2: undefined })],
    });
    expect(await service.find(query)).toMatchObject({ id: 'cert-1', leafFingerprint: LEAF });
    expect(own(cas, 1)).toEqual({ OrderType: 'CERT', Keyword: DOMAIN, CurrentPage: '2', ShowSize: '50' });
  });

  it('gives up on a list without end', async () => {
    const full = page(...Array.from({ length: 50 }, () => ({ ...row, Sha2: undefined })));
    const { service, cas } = await connectService({ ListUserCertificateOrder: [full] });
    expect((await failureOf(service.find(query))).code).toBe('CLOUD_ANSWER_UNEXPECTED');
    expect(cas.calls).toHaveLength(40);
  });

  it('prefers the complete of two chains with the same leaf', async () => {
    const { service } = await connectService({
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
    const { service } = await connectService({ ListUserCertificateOrder: [answer] });
    expect(await service.find(query)).toBeUndefined();
    expect(await service.findIssued(DOMAIN)).toBeUndefined();
  });

  it('gives what was issued last and has not failed', async () => {
    const requested = { ...row, Upload: false };
    const { service, cas } = await connectService({
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
