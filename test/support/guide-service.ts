import { onTestFinished } from 'vitest';
import type { CertificateStore } from '../../src/alibaba/certificate-store.ts';
import { createGuideCloud } from '../../src/alibaba/guide/guide-cloud.ts';
import type { IngressTarget } from '../../src/alibaba/ingress-target.ts';
import { certificateName } from '../../src/certificates/bundle.ts';
import { toPem } from '../../src/certificates/pem.ts';
import { Secret } from '../../src/errors/secret.ts';
import { FAKE_KEY, type FakeCas, refusal, type Scripted, scripted, startFakeCas } from './fake-cas.ts';
import { issueFull, storedCertificate } from './deployment.ts';
import { KEY_PEM } from './rpc-client.ts';

export const DOMAIN = 'rec.example.com';
export const { leaf, intermediate, root } = issueFull({ names: [DOMAIN] });
export const LEAF = leaf.fingerprint;
export const CERTIFICATE = toPem([leaf]);
export const NAME = certificateName(DOMAIN, [leaf]);
export const TARGET = { type: 'SLB', instance: 'lb-ai-rec-01' } as const;
export const UPLOAD = { domain: DOMAIN, bundle: [leaf] as const, key: new Secret(KEY_PEM) };

export async function connectService(
  script: Record<string, readonly Scripted[]>,
): Promise<{ service: CertificateStore; target: IngressTarget; cas: FakeCas }> {
  const cas = await startFakeCas(scripted(script));
  onTestFinished(() => cas.close());
  const accessKeySecret = new Secret(FAKE_KEY.secret);
  const cloud = createGuideCloud({
    endpoint: cas.endpoint,
    credentials: () =>
      Promise.resolve({ accessKeyId: FAKE_KEY.id, accessKeySecret, securityToken: undefined }),
    callMs: 5000,
  });
  const [target] = cloud.targetsOf({ domain: DOMAIN, port: 443, ingress: [TARGET] });
  if (!target) throw new Error('there is one target');
  return { service: cloud.store, target, cas };
}

export const created: Scripted = { json: { RequestId: 'R', CertId: 'cert-1' } };
export const gone: Scripted = refusal('InvalidAction.NotFound', { status: 404 });

export function state(fields: object = {}): Scripted {
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

export function bound(status: string): Scripted {
  const Deployments = [{ TargetType: 'SLB', InstanceId: TARGET.instance, Status: status }];
  return state({ Status: status, Deployments });
}

export function page(...rows: object[]): Scripted {
  return { json: { RequestId: 'R', TotalCount: rows.length, CertificateOrderList: rows } };
}

export const row = {
  CertificateId: 'cert-1',
  Name: NAME,
  CommonName: DOMAIN,
  Sha2: LEAF.toUpperCase(),
  Upload: true,
};

/** The parameters of the call number `index` that are its own. */
export function own(cas: FakeCas, index = 0): Record<string, string> {
  const common = /^(Action|Format|Version|Timestamp|AccessKeyId|Signature.*)$/;
  return Object.fromEntries([...(cas.calls[index]?.parameters ?? [])].filter(([name]) => !common.test(name)));
}

/** The same leaf with its whole chain. */
export const REPLACEMENT = {
  held: storedCertificate({ id: 'cert-1' }),
  domain: DOMAIN,
  bundle: [leaf, intermediate] as const,
  anchor: root,
  key: undefined,
};
