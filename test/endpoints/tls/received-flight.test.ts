import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readReceivedFlight, type Transcript } from '../../../src/endpoints/tls/received-flight.ts';
import { hasCode } from '../../../src/errors/catalogue.ts';
import {
  alertRecord,
  createEncryptor,
  handshakeMessage,
  records,
  serverHello,
  TLS_AES_128_GCM_SHA256,
  tls12Certificate,
  tls12Flight,
  tls13Certificate,
} from '../../support/tls-wire.ts';

const CHAIN = [Buffer.from('leaf'), Buffer.from('stray'), Buffer.from('leaf')];
const CHANGE_CIPHER_SPEC = Buffer.from([20, 3, 3, 0, 1, 1]);
const HELLO = serverHello({ cipherSuite: TLS_AES_128_GCM_SHA256, tls13: true });
const RETRY = serverHello({
  cipherSuite: TLS_AES_128_GCM_SHA256,
  tls13: true,
  random: createHash('sha256').update('HelloRetryRequest').digest(),
});
const ENCRYPTED_EXTENSIONS = handshakeMessage(8, Buffer.from([0, 0]));

function chainOf(transcript: Transcript): readonly Buffer[] | undefined {
  return readReceivedFlight(transcript)?.certificates;
}

function tls12(inbound: Buffer): Transcript {
  return { inbound, trafficSecret: undefined };
}

/** A TLS 1.3 transcript: the hellos in the clear, then `messages`, cut into encrypted records. */
function tls13(messages: Buffer, { hello = records(22, HELLO), cut = 16_384, padding = 0 } = {}): Transcript {
  const { secret, encrypt } = createEncryptor();
  const sealed: Buffer[] = [];
  for (let start = 0; start < messages.length; start += cut) {
    sealed.push(encrypt(22, messages.subarray(start, start + cut), padding));
  }
  return { inbound: Buffer.concat([hello, CHANGE_CIPHER_SPEC, ...sealed]), trafficSecret: secret };
}

const flight13 = Buffer.concat([ENCRYPTED_EXTENSIONS, tls13Certificate(CHAIN)]);

describe('a TLS 1.2 transcript', () => {
  it.each([1, 3, 16, 16_384])('gives the chain from records of %i bytes', (length) => {
    const hello = serverHello({ cipherSuite: 0xc02b, tls13: false });
    const inbound = records(22, Buffer.concat([hello, tls12Certificate(CHAIN)]), length);
    expect(chainOf(tls12(inbound))).toEqual(CHAIN);
  });

  it('gives the chain whatever follows it', () => {
    const done = records(22, handshakeMessage(14, Buffer.alloc(0)));
    const inbound = Buffer.concat([tls12Flight(CHAIN), done, Buffer.from('anything')]);
    expect(chainOf(tls12(inbound))).toEqual(CHAIN);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a warning', records(21, Buffer.from([1, 112]))],
    ['a record cut short', tls12Flight(CHAIN).subarray(0, -1)],
    [
      'encryption without a certificate',
      Buffer.concat([CHANGE_CIPHER_SPEC, records(22, Buffer.alloc(40, 11))]),
    ],
  ])('gives none from %s', (_name, inbound) => {
    expect(chainOf(tls12(inbound))).toBeUndefined();
  });
});

describe('a TLS 1.3 transcript', () => {
  it.each([
    ['one record', {}],
    ['tiny records', { cut: 3 }],
    ['more records than one byte counts', { cut: 1, padding: 2 }],
    ['padded records', { padding: 1_000 }],
    [
      'a HelloRetryRequest',
      { hello: Buffer.concat([records(22, RETRY), CHANGE_CIPHER_SPEC, records(22, HELLO)]) },
    ],
  ])('gives the chain from %s', (_name, options) => {
    const chain = [...CHAIN, Buffer.alloc(300, 5)];
    const messages = Buffer.concat([ENCRYPTED_EXTENSIONS, tls13Certificate(chain)]);
    expect(chainOf(tls13(messages, options))).toEqual(chain);
  });

  it('gives none when no secret was agreed on', () => {
    expect(chainOf({ ...tls13(flight13), trafficSecret: undefined })).toBeUndefined();
  });

  it('gives none when it ends in the middle', () => {
    const transcript = tls13(flight13);
    expect(chainOf({ ...transcript, inbound: transcript.inbound.subarray(0, -1) })).toBeUndefined();
  });
});

/** The code of the error that reading `transcript` throws. */
function codeOf(transcript: Transcript): string {
  try {
    readReceivedFlight(transcript);
    return 'none';
  } catch (error) {
    return hasCode(error, 'TLS_HANDSHAKE_UNREADABLE', 'CERTIFICATE_LIST_MALFORMED')
      ? error.code
      : String(error);
  }
}

const hello12 = serverHello({ cipherSuite: 0xc02b, tls13: false });
const list12 = (...body: number[]): Transcript =>
  tls12(records(22, Buffer.concat([hello12, handshakeMessage(11, Buffer.from(body))])));
const list13 = (...body: number[]): Transcript => tls13(handshakeMessage(11, Buffer.from(body)));

describe('a malformed transcript', () => {
  it.each([
    ['an empty message', list12()],
    ['an empty list', list12(0, 0, 0)],
    ['a list longer than its message', list12(0, 0, 9, 0, 0, 1, 5)],
    ['a certificate longer than its list', list12(0, 0, 4, 0, 0, 9, 5)],
    ['a length cut short', list12(0, 0, 2, 0, 0)],
    ['bytes after the list', list12(0, 0, 4, 0, 0, 1, 5, 5)],
    ['entries without extensions', list13(0, 0, 0, 4, 0, 0, 1, 5)],
    ['201 certificates', tls12(tls12Flight(Array.from({ length: 201 }, () => Buffer.from('leaf'))))],
    ['more than 100 KiB', tls12(tls12Flight([Buffer.alloc(101 * 1024)]))],
  ])('has %s', (_name, transcript) => {
    expect(codeOf(transcript)).toBe('CERTIFICATE_LIST_MALFORMED');
  });

  it.each([
    ['no records', tls12(Buffer.from('HTTP/1.1 400 Bad Request'))],
    ['a fatal alert', tls12(alertRecord(40))],
    ['application data', tls12(records(23, Buffer.from('early')))],
    ['two ServerHellos', tls12(records(22, Buffer.concat([hello12, hello12])))],
    [
      'two Certificate messages',
      tls12(Buffer.concat([tls12Flight(CHAIN), records(22, tls12Certificate(CHAIN))])),
    ],
    ['a record of 32 KiB', tls12(Buffer.from([22, 3, 3, 0x80, 0, 0]))],
    ['a ServerHello cut short', tls12(records(22, handshakeMessage(2, Buffer.from([3, 3]))))],
    ['a huge ServerHello', tls12(records(22, Buffer.from([2, 255, 255, 255])))],
    [
      'an unknown TLS 1.3 cipher suite',
      tls13(flight13, { hello: records(22, serverHello({ cipherSuite: 0x13ff, tls13: true })) }),
    ],
    ['a record that is not authentic', { ...tls13(flight13), trafficSecret: Buffer.alloc(32) }],
    [
      'an encrypted record without content',
      {
        inbound: Buffer.concat([records(22, HELLO), records(23, Buffer.alloc(16))]),
        trafficSecret: Buffer.alloc(32),
      },
    ],
  ])('has %s', (_name, transcript) => {
    expect(codeOf(transcript)).toBe('TLS_HANDSHAKE_UNREADABLE');
  });
});

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy with some bytes changed, removed or repeated. */
function mutate(bytes: Buffer, random: () => number): Buffer {
  let result = Buffer.from(bytes);
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes -= 1) {
    const at = Math.floor(random() * result.length);
    const end = at + Math.floor(random() * 8);
    const kind = random();
    if (kind < 0.7) result[at] = Math.floor(random() * 256);
    else if (kind < 0.85) result = Buffer.concat([result.subarray(0, at), result.subarray(end)]);
    else result = Buffer.concat([result.subarray(0, end), result.subarray(at)]);
  }
  return result;
}

describe('any transcript at all', () => {
  const random = createRandom(20_261_123);
  const flight12 = tls12Flight(CHAIN);
  const sealed = tls13(flight13);
  const mutants: readonly (readonly [string, () => Transcript])[] = [
    ['TLS 1.2', () => tls12(mutate(flight12, random))],
    ['TLS 1.3 on the wire', () => ({ ...sealed, inbound: mutate(sealed.inbound, random) })],
    [
      'TLS 1.3 before encryption',
      () => tls13(mutate(flight13, random), { cut: 16 + Math.floor(random() * 100) }),
    ],
  ];

  it.each(mutants)('gives a chain, none, or a catalogued error: %s', (_name, mutant) => {
    const outcomes = new Set<string>();
    for (let run = 0; run < 2_000; run += 1) outcomes.add(codeOf(mutant()));
    const known = ['none', 'TLS_HANDSHAKE_UNREADABLE', 'CERTIFICATE_LIST_MALFORMED'];
    expect([...outcomes].filter((outcome) => !known.includes(outcome))).toEqual([]);
    expect(outcomes.size).toBeGreaterThan(1);
  });
});
