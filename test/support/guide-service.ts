import { onTestFinished } from 'vitest';
import type { CertificateService } from '../../src/alibaba/certificate-service.ts';
import { createGuideCertificateService } from '../../src/alibaba/guide-certificate-service.ts';
import { Secret } from '../../src/errors/secret.ts';
import { FAKE_KEY, type FakeCas, refusal, type Scripted, scripted, startFakeCas } from './fake-cas.ts';
import { KEY_PEM } from './rpc-client.ts';

export const DOMAIN = 'rec.example.com';
export const LEAF = 'ab'.repeat(32);
export const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
export const TARGET = { type: 'SLB', instance: 'lb-ai-rec-01' } as const;
export const UPLOAD = {
  domain: DOMAIN,
  name: 'rec_ab',
  chainPem: CERTIFICATE,
  leafFingerprint: LEAF,
  key: new Secret(KEY_PEM),
};

export async function connectService(
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
  Name: UPLOAD.name,
  CommonName: DOMAIN,
  Sha2: LEAF.toUpperCase(),
  Upload: true,
};

/** The parameters of the call number `index` that are its own. */
export function own(cas: FakeCas, index = 0): Record<string, string> {
  const common = /^(Action|Format|Version|Timestamp|AccessKeyId|Signature.*)$/;
  return Object.fromEntries([...(cas.calls[index]?.parameters ?? [])].filter(([name]) => !common.test(name)));
}
