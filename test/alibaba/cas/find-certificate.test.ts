import { describe, expect, it, onTestFinished } from 'vitest';
import { findCertificate } from '../../../src/alibaba/cas/find-certificate.ts';
import { certificateName } from '../../../src/certificates/bundle.ts';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { issueFull } from '../../support/deployment.ts';
import { refusal, type Scripted, scripted, startFakeCas } from '../../support/fake-cas.ts';
import { clientOf } from '../../support/rpc-client.ts';

const DOMAIN = 'rec.example.com';
const { leaf, intermediate, root } = issueFull();
const bundle = [leaf, intermediate] as const;

const link = ({ notBefore, notAfter }: Certificate) => ({
  NotBefore: notBefore.getTime(),
  NotAfter: notAfter.getTime(),
});

const row = (name: string) => ({
  CertificateId: 42,
  Name: name,
  CommonName: DOMAIN,
  Sha2: leaf.fingerprint.toUpperCase(),
});

const detail = (chain: readonly Certificate[] | undefined, ofLeaf = leaf): Scripted => ({
  json: {
    CertIdentifier: '42-cn-hangzhou',
    ...link(ofLeaf),
    ...(chain ? { CertificateChainList: chain.map(link) } : {}),
  },
});

/** What is found among `rows` when each has this detail. */
async function find(rows: readonly object[], script: Record<string, readonly Scripted[]>, wanted = bundle) {
  const cas = await startFakeCas(
    scripted({ ListUserCertificateOrder: [{ json: { CertificateOrderList: rows } }], ...script }),
  );
  onTestFinished(() => cas.close());
  const client = clientOf(cas.endpoint, { callMs: 3000, token: undefined });
  const query = { domain: DOMAIN, leafFingerprint: leaf.fingerprint, bundle: wanted };
  const found = await findCertificate({ client, store: 'cn-hangzhou' }, query);
  return { found, actions: cas.actions() };
}

describe('a certificate of the store', () => {
  it.each([
    {
      how: 'by its name',
      name: certificateName(DOMAIN, bundle),
      chain: undefined,
      identifier: '42-cn-hangzhou',
    },
    {
      how: 'by a later name of its own',
      name: certificateName(DOMAIN, bundle, 3),
      chain: undefined,
      identifier: '42-cn-hangzhou',
    },
    {
      how: 'not by the name of another chain',
      name: certificateName(DOMAIN, [leaf]),
      chain: [leaf, intermediate],
      identifier: undefined,
    },
    {
      how: 'not by its name, when CAS tells that it holds less',
      name: certificateName(DOMAIN, bundle),
      chain: [leaf],
      identifier: undefined,
    },
    {
      how: 'by the chain it has, the leaf among it',
      name: 'theirs',
      chain: [leaf, intermediate],
      identifier: '42-cn-hangzhou',
    },
    {
      how: 'by the chain it has, the leaf not among it',
      name: 'theirs',
      chain: [intermediate],
      identifier: '42-cn-hangzhou',
    },
    {
      how: 'with the root that somebody added',
      name: 'theirs',
      chain: [leaf, intermediate, root],
      identifier: '42-cn-hangzhou',
    },
    { how: 'not with the leaf alone', name: 'theirs', chain: [leaf], identifier: undefined },
    { how: 'not with another intermediate', name: 'theirs', chain: [leaf, root], identifier: undefined },
    { how: 'not when nobody tells its chain', name: 'theirs', chain: undefined, identifier: undefined },
  ])('is found $how', async ({ name, chain, identifier }) => {
    const { found } = await find([row(name)], { GetCertificateDetail: [detail(chain)] });
    expect(found?.identifier).toBe(identifier);
  });

  it('is read by the older call, without its key, where the newer is missing', async () => {
    const { found, actions } = await find([row('theirs')], {
      GetCertificateDetail: [refusal('InvalidAction.NotFound', { status: 404 })],
      GetUserCertificateDetail: [
        { json: { CertIdentifier: '42-cn-hangzhou', ...link(leaf), CertChain: bundle.map(link) } },
      ],
    });
    expect(found).toMatchObject({ id: '42', identifier: '42-cn-hangzhou', chainLength: 2 });
    expect(actions).toEqual(['ListUserCertificateOrder', 'GetCertificateDetail', 'GetUserCertificateDetail']);
  });

  it('is not read at all when its leaf is another', async () => {
    const { found, actions } = await find([{ ...row('theirs'), Sha2: 'ab'.repeat(32) }], {});
    expect([found, actions]).toEqual([undefined, ['ListUserCertificateOrder']]);
  });
});
