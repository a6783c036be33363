import { createHash } from 'node:crypto';
import {
  alertRecord,
  createEncryptor,
  handshakeMessage,
  records,
  serverHello,
  tls12Certificate,
  tls13Certificate,
  TLS_AES_128_GCM_SHA256,
} from '../tls-wire.ts';
import { mutateBytes } from './byte-mutators.ts';
import { sctList } from './corpus.ts';
import { mutateDer } from './der-mutators.ts';
import type { Random } from './random.ts';

/** What a server sends, and the secret that opens it in TLS 1.3. */
export interface Flight {
  readonly inbound: Buffer;
  readonly trafficSecret: Buffer;
}

/** A message that is cut in one place and whole in the next shows whether pieces are put together rightly. */
const FRAGMENT_LENGTHS = [1, 2, 5, 40, 1_000, 16_384, 16_384, 16_384] as const;

const EDGES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x4000, 0x4001, 0xffff, 0x1_8fff, 0xff_ffff] as const;

/** The first flight of a server, TLS 1.2 or 1.3, with some of it changed. */
export function hostileFlight(random: Random, ders: readonly Buffer[]): Flight {
  const chain = hostileChain(random, ders);
  const flight = random.oneIn(2) ? tls12(chain, random) : tls13(chain, random);
  return random.oneIn(4) ? { ...flight, inbound: mutateBytes(flight.inbound, random) } : flight;
}

function hostileChain(random: Random, ders: readonly Buffer[]): readonly Buffer[] {
  const sent = Array.from({ length: random.pick([1, 2, 3, 4, 25]) }, () => random.pick(ders));
  return sent.map((der) => (random.oneIn(10) ? mutateDer(der, random, ders) : der));
}

function tls12(chain: readonly Buffer[], random: Random): Flight {
  const messages = [
    serverHello({ cipherSuite: 0xc02b, tls13: false }),
    tls12Certificate(chain),
    handshakeMessage(22, Buffer.from('010000040a030a01', 'hex')),
    handshakeMessage(12, Buffer.concat([Buffer.from('03001d20', 'hex'), Buffer.alloc(32, 9), signature()])),
    handshakeMessage(13, Buffer.from('01400004040308040000', 'hex')),
    handshakeMessage(14, Buffer.alloc(0)),
  ];
  const pieces = fragments(Buffer.concat(changeMessages(messages, random)), random);
  const inbound = pieces.flatMap((piece) => [...strayRecords(random), records(22, piece)]);
  return { inbound: Buffer.concat(inbound), trafficSecret: Buffer.alloc(32) };
}

function tls13(chain: readonly Buffer[], random: Random): Flight {
  const { secret, encrypt } = createEncryptor();
  const cipherSuite = random.oneIn(10) ? random.below(0x10000) : TLS_AES_128_GCM_SHA256;
  const hello = serverHello({ cipherSuite, tls13: true });
  const retry = serverHello({ cipherSuite, tls13: true, random: retryRandom() });
  const hellos = changeMessages(random.oneIn(4) ? [retry, hello] : [hello], random, 6);
  const pieces = fragments(tls13Messages(chain, random), random);
  const encrypted = pieces.map((piece) =>
    encrypt(random.oneIn(20) ? 21 : 22, piece, random.pick([0, 0, 1, 200])),
  );
  const inbound = [records(22, Buffer.concat(hellos)), ...strayRecords(random), ...encrypted];
  const trafficSecret = random.oneIn(10) ? random.bytes(random.below(40)) : secret;
  return { inbound: Buffer.concat(inbound), trafficSecret };
}

/** What a TLS 1.3 server says after its ServerHello, with some of it changed. */
function tls13Messages(chain: readonly Buffer[], random: Random): Buffer {
  const messages = [
    handshakeMessage(8, Buffer.from('000f00100005000302683200050000000a00', 'hex')),
    handshakeMessage(13, Buffer.from('000008000d000400020403', 'hex')),
    tls13Certificate(chain),
    handshakeMessage(11, Buffer.concat([Buffer.alloc(1), entriesWithScts(chain)])),
    handshakeMessage(15, Buffer.concat([Buffer.from([4, 3]), signature()])),
    handshakeMessage(20, Buffer.alloc(32, 3)),
  ].filter(() => !random.oneIn(8));
  return Buffer.concat(changeMessages(messages, random));
}

/** The same for a chain of some of `ders`. */
export function hostileMessages(random: Random, ders: readonly Buffer[]): Buffer {
  return tls13Messages(hostileChain(random, ders), random);
}

/** Some messages changed inside, said twice, left out or in another place. */
function changeMessages(messages: readonly Buffer[], random: Random, rarity = 3): readonly Buffer[] {
  const changed = messages.map((message) =>
    random.oneIn(rarity) ? changeMessage(message, random) : message,
  );
  const at = random.below(changed.length + 1);
  if (random.oneIn(8)) return [...changed, ...changed.slice(at)];
  if (random.oneIn(8)) return [...changed.slice(at), ...changed.slice(0, at)];
  if (random.oneIn(20))
    return Array.from({ length: 400 }, () => handshakeMessage(random.below(30), Buffer.alloc(0)));
  return random.oneIn(8) ? changed.toSpliced(at, 1) : changed;
}

function changeMessage(message: Buffer, random: Random): Buffer {
  const changed = Buffer.from(message);
  const at = random.oneIn(3) ? 1 : random.below(Math.max(1, Math.min(changed.length - 3, 80)));
  const size = random.pick([1, 2, 3] as const);
  if (at + size > changed.length || random.oneIn(3)) {
    const [type = 0] = changed;
    return handshakeMessage(type, mutateBytes(changed.subarray(4), random).subarray(0, 0xff_ffff));
  }
  changed.writeUIntBE(random.pick(EDGES) % 2 ** (8 * size), at, size);
  return changed;
}

/** `bytes` in pieces that a record holds, of lengths that change. */
function fragments(bytes: Buffer, random: Random): readonly Buffer[] {
  const pieces: Buffer[] = [];
  const length = random.pick(FRAGMENT_LENGTHS);
  for (let at = 0; at < bytes.length && pieces.length < 2_000;) {
    const end = at + (random.oneIn(4) ? random.pick(FRAGMENT_LENGTHS) : length);
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}

/** Records that may come between those of a handshake, or may not. */
function strayRecords(random: Random): readonly Buffer[] {
  if (!random.oneIn(12)) return [];
  return [
    random.pick([
      alertRecord(112),
      records(20, Buffer.of(1)),
      records(23, Buffer.alloc(40)),
      Buffer.of(22, 3, 3, 0, 0),
      Buffer.of(22, 3, 1, 0x48, 0x01),
      Buffer.of(24, 3, 3, 0, 1, 1),
      Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'),
    ]),
  ];
}

/** CertificateEntry with status_request and signed_certificate_timestamp (RFC 8446 §4.4.2.1). */
function entriesWithScts(chain: readonly Buffer[]): Buffer {
  const scts = sctList();
  const extensions = [
    Buffer.from('0005000901000005300302', 'hex'),
    Buffer.from('0a01', 'hex'),
    Buffer.of(0, 18, 0, scts.length),
    scts,
  ];
  const tail = withLength(Buffer.concat(extensions), 2);
  return withLength(Buffer.concat(chain.map((der) => Buffer.concat([withLength(der, 3), tail]))), 3);
}

function withLength(bytes: Buffer, size: 2 | 3): Buffer {
  const length = Buffer.alloc(size);
  length.writeUIntBE(bytes.length, 0, size);
  return Buffer.concat([length, bytes]);
}

function signature(): Buffer {
  return withLength(Buffer.alloc(70, 5), 2);
}

function retryRandom(): Buffer {
  return createHash('sha256').update('HelloRetryRequest').digest();
}
