import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { parseCertificate } from '../../../src/certificates/parse-certificate.ts';
import {
  type ClientHandshake,
  type FinishedHandshake,
  startHandshake,
} from '../../../src/endpoints/tls/client-handshake.ts';
import { createKeyShares } from '../../../src/endpoints/tls/key-shares.ts';
import { hasCode } from '../../../src/errors/catalogue.ts';
import { createDesk, issueHierarchy, serving } from '../../support/certificate-desk.ts';
import { closeServers, serveTls } from '../../support/servers.ts';
import { handshakeMessage, records, serverHello, tls12Flight } from '../../support/tls-wire.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

const { intermediate, leaf, stray } = issueHierarchy(desk);
const keyShares = createKeyShares();

function start(
  domain = 'rec.example.com',
  parse: (der: Buffer) => Certificate = parseCertificate,
): ClientHandshake {
  return startHandshake({ domain, keyShares, parse });
}

/** Runs a handshake with a server on loopback. */
async function finish(port: number, handshake: ClientHandshake): Promise<FinishedHandshake> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write(handshake.opening);
    for (;;) {
      const [bytes] = (await once(socket, 'data')) as [Buffer];
      const step = handshake.receive(bytes);
      if (step.kind === 'finished') return step;
      socket.write(step.reply);
    }
  } finally {
    socket.destroy();
  }
}

describe('the ClientHello', () => {
  it.each([1, 60, 150, 200, 253])('is never of a length at which load balancers hang: %i', (length) => {
    const { opening } = start('n'.repeat(length));
    const message = opening.length - 5;
    expect(opening.readUInt16BE(3)).toBe(message);
    expect(message < 256 || message > 511).toBe(true);
  });

  it('is another one each time', () => {
    expect(start().opening.equals(start().opening)).toBe(false);
  });
});

describe("the proof of the leaf's key", () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)('holds for the leaf that was sent, %s', async (maxVersion) => {
    const { port } = await serveTls({ ...serving([leaf, intermediate]), maxVersion });
    expect(await finish(port, start())).toMatchObject({ proven: true });
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('does not hold for another key, %s', async (maxVersion) => {
    const { port } = await serveTls({ ...serving([leaf, intermediate]), maxVersion });
    const swapped = start('rec.example.com', () => stray.certificate);
    await expect(finish(port, swapped)).rejects.toMatchObject({ code: 'TLS_HANDSHAKE_UNREADABLE' });
  });
});

/** The codes with which a handshake ends that gets `flight` in pieces of `length`; undefined: it waits for more. */
function codeOf(flight: Buffer, length = flight.length): string | undefined {
  const handshake = start();
  try {
    for (let at = 0; at < flight.length; at += length) {
      if (handshake.receive(flight.subarray(at, at + length)).kind === 'finished') return 'finished';
    }
    return undefined;
  } catch (error) {
    return hasCode(error, 'TLS_HANDSHAKE_UNREADABLE', 'CERTIFICATE_LIST_MALFORMED', 'CERTIFICATE_MALFORMED')
      ? error.code
      : String(error);
  }
}

const hello12 = serverHello({ cipherSuite: 0xc02b, tls13: false });
const done = handshakeMessage(14, Buffer.alloc(0));
const keyExchange = (...body: number[]) => handshakeMessage(12, Buffer.from(body));
const chain12 = tls12Flight([leaf.certificate.der]);
const after12 = (...messages: readonly Buffer[]) =>
  Buffer.concat([chain12, records(22, Buffer.concat(messages))]);

describe('a hostile server', () => {
  it.each([
    ['sends no ServerHello', records(22, done)],
    ['sends no certificate', records(22, Buffer.concat([hello12, done]))],
    ['chooses a suite not offered', records(22, serverHello({ cipherSuite: 0x0005, tls13: false }))],
    ['mixes versions and suites', records(22, serverHello({ cipherSuite: 0xc02b, tls13: true }))],
    ['sends no key share', records(22, serverHello({ cipherSuite: 0x1301, tls13: true }))],
    ['signs with nothing', after12(keyExchange(3, 0, 29, 1, 5), done)],
    ['signs with garbage', after12(keyExchange(3, 0, 29, 1, 5, 4, 3, 0, 2, 1, 1), done)],
    ['names no curve', after12(keyExchange(1, 0, 29, 1, 5, 4, 3, 0, 2, 1, 1), done)],
    ['sends an alert', Buffer.from([21, 3, 3, 0, 2, 2, 40])],
    ['goes on for ever with warnings', records(21, Buffer.from([1, 90]), 2)],
  ])('%s', (name, flight) => {
    const stream = name.includes('for ever')
      ? Buffer.concat(Array.from({ length: 40_000 }, () => flight))
      : flight;
    expect(codeOf(stream, 16_384)).toBe('TLS_HANDSHAKE_UNREADABLE');
  });

  it('cannot go on for ever with empty messages', () => {
    const endless = records(22, Buffer.alloc(300 * 1024));
    expect(codeOf(Buffer.concat([records(22, hello12), endless]), 16_384)).toBe('TLS_HANDSHAKE_UNREADABLE');
  });

  it('sends certificates of garbage', () => {
    const garbage = Buffer.concat([tls12Flight([Buffer.from('garbage')]), records(22, done)]);
    expect(codeOf(garbage)).toBe('CERTIFICATE_MALFORMED');
  });

  it.each([1, 7, 100])('is waited for, in pieces of %i', (length) => {
    expect(codeOf(chain12, length)).toBeUndefined();
  });

  it('proves nothing without a signature', () => {
    const handshake = start();
    expect(handshake.receive(after12(done))).toMatchObject({ kind: 'finished', proven: false });
  });

  it('gets an answer to any octet changed', () => {
    const flight = after12(keyExchange(3, 0, 29, 1, 5, 4, 3, 0, 2, 1, 1), done);
    const outcomes = new Set<string | undefined>();
    for (let at = 0; at < flight.length; at += 1) {
      const mutant = Buffer.from(flight);
      mutant[at] = (mutant[at] ?? 0) ^ 0x11;
      outcomes.add(codeOf(mutant));
    }
    const known = [undefined, 'finished', 'TLS_HANDSHAKE_UNREADABLE', 'CERTIFICATE_LIST_MALFORMED'];
    expect([...outcomes].filter((code) => ![...known, 'CERTIFICATE_MALFORMED'].includes(code))).toEqual([]);
  });
});
