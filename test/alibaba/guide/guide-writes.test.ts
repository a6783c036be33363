import { describe, expect, it } from 'vitest';
import { refusal } from '../../support/fake-cas.ts';
import { storedCertificate } from '../../support/deployment.ts';
import {
  bound,
  connectService,
  created,
  DOMAIN,
  gone,
  page,
  row,
  state,
  REPLACEMENT,
  UPLOAD,
} from '../../support/guide-service.ts';
import { failureOf } from '../../support/rpc-client.ts';

describe('lost answers', () => {
  it('of an upload: the certificate is found by its leaf, not uploaded again', async () => {
    const { service, cas } = await connectService({
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
    const { service, cas } = await connectService({
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
    const { service } = await connectService({
      CreateCertificate: [refusal('NameRepeat')],
      ListUserCertificateOrder: [list],
    });
    expect((await failureOf(service.upload(UPLOAD))).code).toBe('CLOUD_NAME_TAKEN');
  });

  it.each(['upload', 'request'] as const)(
    'of an %s to a service that cannot list are an error, never a second',
    async (kind) => {
      const { service, cas } = await connectService({
        CreateCertificate: ['reset', created],
        ListUserCertificateOrder: [gone],
      });
      const error = await failureOf(
        kind === 'upload' ? service.upload(UPLOAD) : service.request({ domain: DOMAIN }),
      );
      expect(error.code).toBe('CLOUD_WRITE_IN_DOUBT');
      expect(cas.actions().filter((action) => action === 'CreateCertificate')).toHaveLength(1);
    },
  );

  it('of a request: the one that was not there before is ours', async () => {
    const mine = { CertificateId: 'cert-9', CommonName: DOMAIN, Upload: false };
    const old = { ...mine, CertificateId: 'cert-8' };
    const { service, cas } = await connectService({
      CreateCertificate: ['reset'],
      ListUserCertificateOrder: [page(old), page(), page(mine, old), page()],
      DescribeCertificateStatus: [state({ CertId: 'cert-9', Status: 'Issuing' })],
    });
    expect((await service.request({ domain: DOMAIN })).id).toBe('cert-9');
    expect(cas.actions().filter((action) => action === 'CreateCertificate')).toHaveLength(1);
  });

  it('of a request, when two appeared: in doubt', async () => {
    const mine = { CertificateId: 'cert-9', CommonName: DOMAIN, Upload: false };
    const { service } = await connectService({
      CreateCertificate: ['reset'],
      ListUserCertificateOrder: [page(), page(), page(mine, { ...mine, CertificateId: 'cert-8' }), page()],
    });
    expect((await failureOf(service.request({ domain: DOMAIN }))).code).toBe('CLOUD_WRITE_IN_DOUBT');
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
    const { target, cas } = await connectService({
      DeployCertificate: ['reset', { json: { RequestId: 'R' } }],
      DescribeCertificateStatus: [before, after],
    });
    await target.bind(storedCertificate({ id: 'cert-1' }), undefined);
    expect(cas.actions().filter((action) => action === 'DeployCertificate')).toHaveLength(calls);
  });

  it.each([
    { name: 'the chain sent', after: 3, calls: 1 },
    { name: 'the chain before', after: 1, calls: 2 },
    { name: 'an unknown chain', after: undefined, calls: 2 },
  ])('of an update that left $name: sent $calls times', async ({ after, calls }) => {
    const { service, cas } = await connectService({
      UpdateCertificate: ['reset', created],
      DescribeCertificateStatus: [state(), state({ ChainLength: after })],
    });
    await service.replaceChain(REPLACEMENT);
    expect(cas.actions().filter((action) => action === 'UpdateCertificate')).toHaveLength(calls);
  });
});
