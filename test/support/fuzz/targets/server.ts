import type { TlsObservation } from '../../../../src/endpoints/observation.ts';
import { createTlsObserver } from '../../../../src/endpoints/tls/observe-tls.ts';
import { createTlsProbe } from '../../../../src/endpoints/tls/probe-tls.ts';
import { makeCorpus } from '../corpus.ts';
import { HABITS, startHostileServer } from '../hostile-server.ts';
import type { Random } from '../random.ts';
import { mutateText } from '../text-mutators.ts';
import type { FuzzTarget, Input } from '../target.ts';
import { hostileFlight } from '../tls-mutators.ts';

const TIMEOUT_MS = 400;

const BANNERS = [
  'SSH-2.0-OpenSSH_9.9\r\n',
  '220 mail.example.com ESMTP\r\n',
  'HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n<html>\u001b[31m\u202e',
  '\u0015\u0003\u0003\u0000\u0002\u0002(',
] as const;

/** A server on the network that breaks a handshake somewhere: a failure as data, in time, for both observers. */
export const server: FuzzTarget = {
  name: 'server',
  codes: [],
  cases: 40,
  async prepare() {
    const hostile = await startHostileServer();
    const terms = { trustAnchors: [], privateNetworks: true, timeoutMs: TIMEOUT_MS };
    const observers = [createTlsProbe(terms), createTlsObserver(terms)] as const;
    const address = { ip: '127.0.0.1', port: hostile.port, source: 'pin' } as const;
    return {
      generate,
      run: async ([way = Buffer.alloc(2), bytes = Buffer.alloc(0)]: Input) => {
        hostile.answer(bytes, HABITS[way[0] ?? 0] ?? 'close');
        const observe = observers[way[1] ?? 0] ?? observers[0];
        checkPrintable(await observe({ domain: 'rec.example.com', address }));
      },
      close: () => hostile.close(),
    };
  },
};

function generate(random: Random): Input {
  const habit = random.oneIn(8) ? random.below(HABITS.length) : 0;
  const way = Buffer.of(habit, random.below(2));
  if (random.oneIn(4)) return [way, Buffer.from(mutateText(random.pick(BANNERS), random))];
  return [way, hostileFlight(random, makeCorpus().ders).inbound];
}

function checkPrintable(observation: TlsObservation): void {
  if (observation.kind !== 'failure') return;
  // oxlint-disable-next-line no-control-regex -- to find them is the purpose
  if (/[\u0000-\u001f\u007f-\u009f\u202e]/.test(observation.detail))
    throw new Error('a detail that is not printable');
}
