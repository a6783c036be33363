import { gzipSync } from 'node:zlib';
import { fetchIssuers } from '../../../../src/endpoints/network/fetch-issuers.ts';
import { mutateBytes } from '../byte-mutators.ts';
import { certsOnlyMessage, makeCorpus } from '../corpus.ts';
import { HABITS, startHostileServer } from '../hostile-server.ts';
import type { Random } from '../random.ts';
import { mutateText } from '../text-mutators.ts';
import type { FuzzTarget, Input } from '../target.ts';

/** Long enough for an answer on loopback, and short of what counts as a hang. */
const TIMEOUT_MS = 200;

const PASSWORD_HEAD = '\r\nLocation: http://user:hunter2hunter2@127.0.0.1/\r\n';

const HEADS = [
  'HTTP/1.1 200 OK\r\nContent-Type: application/pkix-cert\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000000\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n',
  'HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n',
  `HTTP/1.1 301 Moved${PASSWORD_HEAD}\r\n`,
  'HTTP/1.1 307 Temporary\r\nLocation: //[::1]:1/\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
  `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  `HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(4_000)}\r\n`,
  'HTTP/1.1 404 Not Found\r\n\r\n',
  'SSH-2.0-OpenSSH_9.9\r\n',
] as const;

/** A server that is asked for an issuer's certificate. */
export const aia: FuzzTarget = {
  name: 'aia',
  codes: [
    'AIA_ANSWER_INVALID',
    'AIA_HTTP_STATUS',
    'AIA_TOO_LARGE',
    'AIA_UNREACHABLE',
    'AIA_URL_HTTPS',
    'AIA_URL_REFUSED',
  ],
  cases: 25,
  async prepare() {
    const server = await startHostileServer();
    const url = `http://127.0.0.1:${server.port}/issuer.cer`;
    return {
      generate,
      run: async ([habit = Buffer.alloc(1), bytes = Buffer.alloc(0)]: Input) => {
        server.answer(bytes, HABITS[habit[0] ?? 0] ?? 'close');
        await fetchIssuers(url, { privateNetworks: true, timeoutMs: TIMEOUT_MS });
      },
      // As a password; a word of a path is none.
      secretsIn: ([, bytes]) => (bytes?.includes(PASSWORD_HEAD) ? ['hunter2hunter2'] : []),
      close: () => server.close(),
    };
  },
};

function generate(random: Random): Input {
  const { ders } = makeCorpus();
  const body = random.pick([
    ...ders,
    certsOnlyMessage(ders),
    gzipSync(Buffer.alloc(10_000_000)),
    Buffer.alloc(70_000),
  ]);
  const head = random.pick(HEADS);
  const changed = random.oneIn(2) ? mutateText(head, random) : head;
  const whole = Buffer.concat([Buffer.from(changed), random.oneIn(4) ? mutateBytes(body, random) : body]);
  // Most close at once: waiting for the others takes its time.
  const habit = random.oneIn(6) ? random.below(HABITS.length) : 0;
  return [Buffer.of(habit), whole];
}
