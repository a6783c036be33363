import { createCipheriv, createHash } from 'node:crypto';
import { parseCertificate } from '../../../../src/certificates/parse-certificate.ts';
import { startHandshake } from '../../../../src/endpoints/tls/client-handshake.ts';
import { describeFlight } from '../../../../src/endpoints/tls/describe-flight.ts';
import type { KeyShares } from '../../../../src/endpoints/tls/key-shares.ts';
import { parseReceivedFlight } from '../../../../src/endpoints/tls/parse-flight.ts';
import {
  handshakeSecrets,
  tls13Suite,
  trafficKey,
} from '../../../../src/endpoints/tls/tls13-key-schedule.ts';
import { handshakeMessage, records, TLS_AES_128_GCM_SHA256 } from '../../tls-wire.ts';
import { mutateBytes } from '../byte-mutators.ts';
import { makeCorpus } from '../corpus.ts';
import type { FuzzTarget, Input } from '../target.ts';
import { hostileFlight, hostileMessages } from '../tls-mutators.ts';

const CODES = ['TLS_HANDSHAKE_UNREADABLE', 'CERTIFICATE_LIST_MALFORMED', 'CERTIFICATE_MALFORMED'] as const;
const NOTHING = Buffer.alloc(0);

/** What a server sends in a handshake, with the key that opens it. */
export const handshake: FuzzTarget = {
  name: 'handshake',
  codes: CODES,
  cases: 300,
  prepare() {
    const { ders } = makeCorpus();
    return {
      generate: (random) => {
        const { inbound, trafficSecret } = hostileFlight(random, ders);
        return [inbound, trafficSecret];
      },
      run: ([inbound = NOTHING, trafficSecret]) => {
        const received = parseReceivedFlight({ inbound, trafficSecret });
        if (!received) return;
        describeFlight(received);
        const { length } = received.receivedChain;
        if (length === 0 || length > 20) throw new Error(`a chain of ${length}`);
      },
    };
  },
};

/** The project's own client against a server that goes along, then sends what it likes, encrypted rightly. */
export const client: FuzzTarget = {
  name: 'client',
  codes: CODES,
  cases: 300,
  prepare() {
    const { ders } = makeCorpus();
    return {
      generate: (random) => {
        const length = Buffer.of(random.pick([1, 7, 40, 255]));
        if (random.oneIn(3)) return [length, hostileFlight(random, ders).inbound];
        const hello = random.oneIn(4) ? mutateBytes(agreeableHello(), random) : agreeableHello();
        return [length, hello, hostileMessages(random, ders)];
      },
      run: converse,
    };
  },
};

/** A client whose key exchange agrees on a secret that the other side here knows. */
const KEY_SHARES: KeyShares = {
  publicKey: (group) => (group === 29 || group === 23 ? Buffer.alloc(32, group) : undefined),
  agree: () => SHARED_SECRET,
};
const SHARED_SECRET = Buffer.alloc(32, 1);

/** ServerHello (RFC 8446 §4.1.3) with supported_versions and a key share of x25519. */
function agreeableHello(): Buffer {
  const extensions = Buffer.concat([
    Buffer.from('002e002b0002030400330024001d0020', 'hex'),
    Buffer.alloc(32, 9),
  ]);
  const suite = Buffer.from('130100', 'hex');
  return handshakeMessage(
    2,
    Buffer.concat([Buffer.of(3, 3), Buffer.alloc(32, 7), Buffer.of(0), suite, extensions]),
  );
}

/** With two parts: the octets of the server; with three, its ServerHello and what it says encrypted. */
function converse([length = NOTHING, first = NOTHING, encrypted]: Input): void {
  const handshakeOfOurs = startHandshake({
    domain: 'rec.example.com',
    keyShares: KEY_SHARES,
    parse: parseCertificate,
  });
  const sent = encrypted
    ? Buffer.concat([records(22, first), seal(encrypted, [handshakeOfOurs.opening.subarray(5), first])])
    : first;
  const step = (length[0] ?? 1) * 16;
  for (let at = 0; at < sent.length; at += step) {
    if (handshakeOfOurs.receive(sent.subarray(at, at + step)).kind === 'finished') return;
  }
}

/** `plain` in records under the server's handshake key (RFC 8446 §5.2, §7.1), after the hellos in `said`. */
function seal(plain: Buffer, said: readonly Buffer[]): Buffer {
  const suite = tls13Suite(TLS_AES_128_GCM_SHA256);
  const transcriptHash = createHash('sha256').update(Buffer.concat(said)).digest();
  const secrets = handshakeSecrets(suite, { sharedSecret: SHARED_SECRET, transcriptHash });
  const { key, iv } = trafficKey(suite, secrets.server);
  const sealed: Buffer[] = [];
  for (let at = 0; at < plain.length; at += 4_000) {
    const inner = Buffer.concat([plain.subarray(at, at + 4_000), Buffer.of(22)]);
    const header = Buffer.of(23, 3, 3, (inner.length + 16) >> 8, (inner.length + 16) & 0xff);
    const nonce = Buffer.from(iv);
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ (at / 4_000)) >>> 0, 8);
    const cipher = createCipheriv('aes-128-gcm', key, nonce).setAAD(header);
    sealed.push(header, cipher.update(inner), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(sealed);
}
