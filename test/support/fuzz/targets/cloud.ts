import { createPublishedCloud } from '../../../../src/alibaba/published-cloud.ts';
import { CLOUD_PRODUCTS, type IngressConfig } from '../../../../src/config/config.ts';
import { Secret } from '../../../../src/errors/secret.ts';
import { HABITS, startHostileServer } from '../hostile-server.ts';
import type { Random } from '../random.ts';
import { mutateText } from '../text-mutators.ts';
import type { FuzzTarget, Input } from '../target.ts';

const CALL_MS = 150;
const ACCESS_KEY_SECRET = 'fuzz-access-key-secret';
const LEAF = 'ab'.repeat(32);

const TARGETS: readonly IngressConfig[] = [
  { type: 'CLB', instance: 'lb-1' },
  { type: 'ALB', instance: 'lsn-1' },
  { type: 'NLB', instance: 'nlb-1' },
  { type: 'CDN', instance: 'rec.example.com' },
  { type: 'DCDN', instance: 'rec.example.com', enableHttps: true },
  { type: 'API_GATEWAY', instance: 'group-1' },
  { type: 'APIG', instance: 'd-1' },
];
/** The reads of the store, then one for each target. */
const READS = 3 + TARGETS.length;

const STORED = {
  id: '1',
  identifier: '1-cn-hangzhou',
  name: 'n',
  status: 'Issued',
  leafFingerprint: LEAF,
  chainLength: 2,
  targets: undefined,
} as const;

const BODIES = [
  '{"RequestId":"R","AccountId":"1","Arn":"acs:ram::1:user/x"}',
  `{"RequestId":"R","TotalCount":1,"CertificateOrderList":[{"CertificateId":1,"Name":"airec-https_a_0123456789ab_cdef","CommonName":"rec.example.com","Sans":"a,b","Sha2":"${LEAF}","Upload":true}]}`,
  '{"RequestId":"R","CertIdentifier":"1-cn-hangzhou","NotBefore":1,"NotAfter":2,"UsingProductList":[],"CertificateChainList":[{"NotBefore":1,"NotAfter":2}]}',
  '{"ServerCertificateId":"s","Status":"running","DomainExtensions":{"DomainExtension":[{"DomainExtensionId":"d","Domain":"rec.example.com","ServerCertificateId":"t"}]}}',
  '{"ServerCertificates":{"ServerCertificate":[{"ServerCertificateId":"s","AliCloudCertificateId":1}]}}',
  '{"Listeners":[{"ListenerId":"lsn-1","ListenerPort":443,"ListenerProtocol":"HTTPS"}],"ListenerStatus":"Running"}',
  '{"NextToken":"again","Certificates":[{"CertificateId":"1-cn-hangzhou","IsDefault":true,"Status":"Associated"}]}',
  '{"CertInfos":{"CertInfo":[{"CertId":"1","CertName":"n","CertRegion":"cn-hangzhou","ServerCertificateStatus":"on","SSLProtocol":"on"}]}}',
  '{"CertificateId":"c","CertificateName":"n","CertificateBody":"-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----"}',
  '{"requestId":"R","code":"Ok","data":{"domainId":"d-1","protocol":"HTTPS","certIdentifier":"1-cn-hangzhou"}}',
  `{"code":"Forbidden.RAM","message":"${ACCESS_KEY_SECRET}","AccessDeniedDetail":{"AuthAction":"x:y"}}`,
] as const;

/** What the published APIs, or whoever answers in their place, say of the store and of what is bound. */
export const cloud: FuzzTarget = {
  name: 'cloud',
  codes: [
    'CLOUD_ANSWER_UNEXPECTED',
    'CLOUD_ANSWER_UNREADABLE',
    'CLOUD_AUTHENTICATION',
    'CLOUD_PERMISSION',
    'CLOUD_REFUSED',
    'CLOUD_THROTTLED',
    'CLOUD_UNAVAILABLE',
    'CLOUD_UNREACHABLE',
    'TARGET_UNFIT',
  ],
  cases: 40,
  async prepare() {
    const server = await startHostileServer();
    const endpoint = `http://127.0.0.1:${server.port}`;
    const accessKeySecret = new Secret(ACCESS_KEY_SECRET);
    const opened = createPublishedCloud({
      config: {
        region: 'cn-hangzhou',
        cas: { api: '2020-04-07', endpoint, contacts: [], retention: undefined },
        cloudEndpoints: Object.fromEntries(CLOUD_PRODUCTS.map((product) => [product, endpoint])),
      },
      credentials: () => Promise.resolve({ accessKeyId: 'fuzz', accessKeySecret, securityToken: undefined }),
      callMs: CALL_MS,
    });
    const reads: readonly (() => Promise<unknown>)[] = [
      () => opened.identify(),
      () => opened.store.find({ domain: 'rec.example.com', leafFingerprint: LEAF }),
      () => opened.store.read('1'),
      ...opened
        .targetsOf({ domain: 'rec.example.com', port: 443, ingress: TARGETS })
        .map((target) => () => target.read(STORED)),
    ];
    return {
      generate,
      run: async ([way = Buffer.alloc(2), bytes = Buffer.alloc(0)]: Input) => {
        server.answer(bytes, HABITS[way[0] ?? 0] ?? 'close');
        await reads[way[1] ?? 0]?.();
      },
      secretsIn: () => [ACCESS_KEY_SECRET],
      close: () => server.close(),
    };
  },
};

function generate(random: Random): Input {
  const whole = random.pick(BODIES);
  const body = random.oneIn(6) ? whole : mutateText(whole, random, BODIES);
  const status = random.pick([200, 200, 200, 400, 403, 429, 503, 302]);
  const length = random.oneIn(10) ? 2 ** 40 : Buffer.byteLength(body);
  const head = `HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`;
  const habit = random.oneIn(10) ? random.below(HABITS.length) : 0;
  return [Buffer.of(habit, random.below(READS)), Buffer.from(head + body)];
}
