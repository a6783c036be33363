import { certificatePage } from '../../../../src/alibaba/cas/certificate-listing.ts';
import { certificateState, changedCertificate, diagnosis } from '../../../../src/alibaba/guide/answers.ts';
import { readAnswer } from '../../../../src/alibaba/rpc/rpc-answer.ts';
import { exchange } from '../../../../src/alibaba/rpc/exchange.ts';
import { Secret } from '../../../../src/errors/secret.ts';
import { HABITS, startHostileServer } from '../hostile-server.ts';
import type { Random } from '../random.ts';
import { mutateText } from '../text-mutators.ts';
import type { FuzzTarget, Input } from '../target.ts';

const TIMEOUT_MS = 300;
const ACCESS_KEY_SECRET = 'fuzz-access-key-secret';

const BODIES = [
  '{"RequestId":"R-1","CertId":"cert-1","Status":"Issued","Sha2":"AB:CD","ChainLength":2,"Deployments":[{"TargetType":"SLB","InstanceId":"lb","Status":"Deployed"}]}',
  '{"RequestId":"R-1","TotalCount":1,"CertificateOrderList":[{"CertificateId":12345678901234567890,"Name":"n","CommonName":"rec.example.com","Sans":"a,b","EndDate":1.5,"Upload":true}]}',
  '{"RequestId":"R-1","Result":"failed","Problems":[{"Code":"incomplete","Message":"chain"}]}',
  '{"Code":"Throttling.User","Message":"slow down","RequestId":"R-1","HostId":"cas","Recommend":"https://x"}',
  `{"Code":"SignatureDoesNotMatch","Message":"${ACCESS_KEY_SECRET}& \\u001b[31m","RequestId":"R-1"}`,
  '<html><body>502 Bad Gateway</body></html>',
] as const;

const SCHEMAS = [certificateState, certificatePage, diagnosis, changedCertificate] as const;

/** What an API endpoint answers, or whoever answers in its place. */
export const cas: FuzzTarget = {
  name: 'cas',
  codes: [
    'CLOUD_ANSWER_UNEXPECTED',
    'CLOUD_ANSWER_UNREADABLE',
    'CLOUD_AUTHENTICATION',
    'CLOUD_REFUSED',
    'CLOUD_THROTTLED',
    'CLOUD_UNAVAILABLE',
    'CLOUD_UNREACHABLE',
  ],
  cases: 40,
  async prepare() {
    const server = await startHostileServer();
    const endpoint = `http://127.0.0.1:${server.port}`;
    const accessKeySecret = new Secret(ACCESS_KEY_SECRET);
    const credentials = { accessKeyId: 'fuzz', accessKeySecret, securityToken: undefined };
    const request = {
      endpoint,
      apiVersion: '2020-04-07',
      action: 'Read',
      method: 'POST',
      parameters: {},
    } as const;
    return {
      generate,
      run: async ([way = Buffer.alloc(2), bytes = Buffer.alloc(0)]: Input) => {
        server.answer(bytes, HABITS[way[0] ?? 0] ?? 'close');
        const answer = await exchange({ ...request, credentials, timeoutMs: TIMEOUT_MS });
        const schema = SCHEMAS[way[1] ?? 0] ?? certificateState;
        const outcome = readAnswer<object>(answer, { call: 'Read', endpoint, schema, timeoutMs: TIMEOUT_MS });
        if ('error' in outcome) throw outcome.error;
      },
      secretsIn: () => [ACCESS_KEY_SECRET],
      close: () => server.close(),
    };
  },
};

function generate(random: Random): Input {
  const body = mutateBody(random.pick(BODIES), random);
  const status = random.pick([200, 200, 200, 400, 403, 429, 500, 503, 302]);
  const length = random.oneIn(10) ? 2 ** 40 : Buffer.byteLength(body);
  const head = `HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
  const changed = random.oneIn(10) ? mutateText(head, random) : head;
  const habit = random.oneIn(10) ? random.below(HABITS.length) : 0;
  return [Buffer.of(habit, random.below(SCHEMAS.length)), Buffer.from(changed + body)];
}

function mutateBody(body: string, random: Random): string {
  if (random.oneIn(30)) return '{"a":'.repeat(100_000);
  if (random.oneIn(30)) return `{"CertId":${'9'.repeat(200_000)}}`;
  return random.oneIn(8) ? body : mutateText(body, random, BODIES);
}
