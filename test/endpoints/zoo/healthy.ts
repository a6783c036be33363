import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:https';
import { implicit, sequence } from '../../../src/emulator/der-writer.ts';
import { toPem } from '../../../src/certificates/pem.ts';
import { NOW } from '../../support/deployment.ts';
import { authority, crossSign, server } from '../../support/minted-hierarchy.ts';
import {
  type Deviation,
  dnsName,
  mint,
  name,
  nameConstraints,
  newKeys,
  validity,
} from '../../support/minter.ts';
import { writeOcsp } from '../../support/ocsp-writer.ts';
import { embedded, writeSct } from '../../support/sct-writer.ts';
import { listen } from '../../support/servers.ts';
import { type Exhibit, type Manner, publicTrust, serve, type Specimen } from '../../support/zoo.ts';
import {
  around,
  CLIENT_AUTH,
  dns,
  ISSUING,
  ladder,
  LEAF,
  LOW_LEAF,
  LOWER,
  names,
  purposes,
  ROOT,
  RSA_KEYS,
  RSA_WITH,
  SERVER_AUTH,
  serving,
  STRANGER,
  UPPER,
  usage,
} from './material.ts';

function fine(what: string, show: Specimen['show']): Specimen {
  return { what, show, finds: [], verdict: 'healthy' };
}

function leaf(what: string, deviation: Deviation, terms: Partial<Exhibit> = {}): Specimen {
  return fine(what, () => serving([server(ISSUING, deviation), ISSUING], {}, terms)());
}

function manner(what: string, tls: Manner, terms: Partial<Exhibit> = {}): Specimen {
  return fine(what, serving([LEAF, ISSUING], tls, terms));
}

/** Under a public authority, ten days after it was issued, with SCTs of so many logs. */
function underPublic(what: string, dates: readonly [string, string], logs: number): Specimen {
  const scts = Array.from({ length: logs }, (_, index) =>
    writeSct({ log: index + 1, timestamp: BigInt(Date.parse(dates[0])) }),
  );
  const minted = mint({ issuer: ISSUING, validity: validity(...dates), extensions: embedded(...scts) });
  const time = new Date(Date.parse(dates[0]) + 10 * 86_400_000);
  return fine(what, serving([minted, ISSUING], {}, { trust: publicTrust(ROOT), time }));
}

const rsaLeaf = server(ISSUING, { keys: RSA_KEYS });
const rsaRoot = authority('Zoo RSA Root', undefined, { keys: RSA_KEYS, algorithm: RSA_WITH.sha256 });
const rsaIssuing = authority('Zoo RSA CA', rsaRoot, {
  keys: generateKeyPairSync('rsa', { modulusLength: 3072 }),
  algorithm: RSA_WITH.sha256,
});
const ladderOf3 = ladder(3);
const crossed = crossSign(ROOT, STRANGER);
const constrained = authority('Zoo Constrained CA', ROOT, {
  extensions: {
    '2.5.29.30': nameConstraints({
      permitted: [dnsName('example.com')],
      excluded: [dnsName('mail.example.com')],
    }),
  },
});
const manyNames = Array.from({ length: 400 }, (_, index) => `shop-${index}.example.com`);
const ipv4 = implicit(7, Buffer.from([127, 0, 0, 1]));
const ipv6 = implicit(7, Buffer.concat([Buffer.alloc(15), Buffer.of(1)]));
const wildcardPem = toPem([LEAF.certificate, ISSUING.certificate]);
const keyPem = LEAF.keys.privateKey.export({ type: 'pkcs8', format: 'pem' });

/** Endpoints of which there is nothing to say. */
export const HEALTHY: readonly Specimen[] = [
  fine('one intermediate', serving([LEAF, ISSUING])),
  fine('two intermediates', serving([LOW_LEAF, LOWER, UPPER])),
  fine('three intermediates', serving([server(ladderOf3[0]), ...ladderOf3])),
  fine('no intermediate, straight from the root', serving([server(ROOT)])),
  fine(
    'RSA through and through',
    serving(
      [server(rsaIssuing, { keys: RSA_KEYS, algorithm: RSA_WITH.sha256 }), rsaIssuing],
      {},
      { roots: [rsaRoot] },
    ),
  ),
  fine('an RSA leaf under an ECDSA authority', serving([rsaLeaf, ISSUING])),
  leaf('P-384', { keys: newKeys('P-384') }),
  leaf('RSA-4096', { keys: generateKeyPairSync('rsa', { modulusLength: 4096 }) }),
  fine(
    'a cross-sign that holds, under both anchors',
    serving([LEAF, ISSUING, crossed], {}, { roots: [ROOT, STRANGER] }),
  ),
  fine('a cross-sign that holds, under the new root alone', serving([LEAF, ISSUING, crossed])),
  fine(
    'a cross-sign that holds, under the old root alone',
    serving([LEAF, ISSUING, crossed], {}, { roots: [STRANGER] }),
  ),
  fine('name constraints that are kept', serving([server(constrained), constrained])),
  leaf('a wildcard', { extensions: dns('*.example.com') }),
  leaf('a wildcard beside its domain', {
    subject: name('example.com'),
    extensions: dns('*.example.com', 'example.com'),
  }),
  leaf('the name in capitals', { extensions: dns('REC.Example.COM') }),
  leaf('an IDN', { extensions: dns('xn--bcher-kva.example.com') }, { domain: 'xn--bcher-kva.example.com' }),
  leaf('an IPv4 address', { extensions: names(ipv4) }, { domain: '127.0.0.1' }),
  fine('an IPv6 address', async () => {
    const port = await serve([server(ISSUING, { extensions: names(ipv6) }), ISSUING], { host: '::1' });
    return { addresses: [{ ip: '::1', port }], domain: '::1', roots: [ROOT] };
  }),
  leaf('a subject of UTF-8', { subject: name('推荐服务') }),
  leaf('no subject at all', {
    subject: sequence(),
    extensions: {
      '2.5.29.17': sequence(
        Buffer.from('0603551d11', 'hex'),
        Buffer.from('0101ff', 'hex'),
        wrapNames('rec.example.com'),
      ),
    },
  }),
  leaf('four hundred names', { extensions: dns('rec.example.com', ...manyNames) }),
  leaf('for clients too', { extensions: purposes(SERVER_AUTH, CLIENT_AUTH) }),
  leaf('no extendedKeyUsage', { extensions: { '2.5.29.37': 'none' } }),
  leaf('no keyUsage', { extensions: { '2.5.29.15': 'none' } }),
  leaf('keyUsage for signatures and encryption', { keys: RSA_KEYS, extensions: usage(0, 2) }),
  leaf('keyUsage for signatures and agreement', { extensions: usage(0, 4) }),
  leaf('a serial number of twenty octets', {
    serial: Buffer.concat([Buffer.of(2, 20, 0x7f), Buffer.alloc(19, 0xaa)]),
  }),
  leaf('half of its life left', { validity: around(45, 45) }),
  leaf('six days, five left', { validity: around(1, 5) }),
  leaf('a life beyond 2050', { validity: validity('2020-01-01', '2060-01-01') }),
  underPublic('398 days of 2025, three SCTs', ['2025-06-01T00:00:00Z', '2026-07-03T23:59:59Z'], 3),
  underPublic('200 days of 2026, three SCTs', ['2026-04-01T00:00:00Z', '2026-10-17T23:59:59Z'], 3),
  underPublic('90 days, two SCTs', ['2026-04-01T00:00:00Z', '2026-06-29T23:59:59Z'], 2),
  manner('TLS 1.2 alone', { maxVersion: 'TLSv1.2' }),
  manner('TLS 1.3 alone', { minVersion: 'TLSv1.3' }),
  manner('ChaCha20 alone, in TLS 1.3', { minVersion: 'TLSv1.3', ciphers: 'TLS_CHACHA20_POLY1305_SHA256' }),
  fine(
    'ChaCha20 alone, in TLS 1.2',
    serving([rsaLeaf, ISSUING], { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-CHACHA20-POLY1305' }),
  ),
  manner('AES-256 alone, in TLS 1.3', { minVersion: 'TLSv1.3', ciphers: 'TLS_AES_256_GCM_SHA384' }),
  manner('a group that takes a second ClientHello', { ecdhCurve: 'P-521' }),
  manner('P-256 alone, in TLS 1.2', { ecdhCurve: 'P-256', maxVersion: 'TLSv1.2' }),
  manner('HTTP/2', { ALPNProtocols: ['h2', 'http/1.1'] }),
  manner('a good staple', { staple: writeOcsp(LEAF, ISSUING) }, { time: NOW }),
  manner('optional client certificates', { requestCert: true, rejectUnauthorized: false }),
  manner('another certificate for other names', {
    SNICallback: (_name, done) => done(null),
  }),
  fine('two addresses that agree', async () => ({
    ports: [await serve([LEAF, ISSUING]), await serve([LEAF, ISSUING])],
    roots: [ROOT],
  })),
  fine('an address on IPv4 and one on IPv6', async () => ({
    addresses: [
      { ip: '127.0.0.1', port: await serve([LEAF, ISSUING]) },
      { ip: '::1', port: await serve([LEAF, ISSUING], { host: '::1' }) },
    ],
    roots: [ROOT],
  })),
  fine('a health request that is answered', async () => {
    const { port } = await listen(
      createServer({ cert: wildcardPem, key: keyPem }, (_, response) => response.end('ok')),
    );
    return { ports: [port], roots: [ROOT], health: { path: '/', method: 'GET', accept: [200] } };
  }),
];

/** OCTET STRING of a subjectAltName with one DNS name. */
function wrapNames(text: string): Buffer {
  const value = sequence(dnsName(text));
  return Buffer.concat([Buffer.of(4, value.length), value]);
}
