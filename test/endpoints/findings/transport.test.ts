import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createClientTrust } from '../../../src/certificates/clients/trust.ts';
import { toPem } from '../../../src/certificates/pem.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import type { ClientName } from '../../../src/config/config.ts';
import { namedBits } from '../../../src/emulator/der-writer.ts';
import { createDesk } from '../../support/certificate-desk.ts';
import { extension, mint, name, validity } from '../../support/minter.ts';
import { probeFindings } from '../../support/probed-endpoint.ts';
import { sctList, writeSct } from '../../support/sct-writer.ts';
import { type JudgingTerms, serveChain, summarize } from '../../support/served-chain.ts';
import { closeServers, serveOpenssl, serveTcp } from '../../support/servers.ts';
import { handshakeMessage, records, serverHello, tls12Certificate } from '../../support/tls-wire.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

const LONG = validity('2020-01-01', '2040-01-01');
const root = mint({ kind: 'ca', subject: name('Root'), validity: LONG });
const ecdsa = mint({ issuer: root });
const rsa = mint({ issuer: root, keys: generateKeyPairSync('rsa', { modulusLength: 2048 }) });
const { keys } = rsa;
const usage = (...bits: readonly number[]) => ({
  '2.5.29.15': extension('2.5.29.15', namedBits(...bits), true),
});
const deciphering = mint({ issuer: root, keys, extensions: usage(2) });
/** For suites with RSA key exchange too. */
const both = mint({ issuer: root, keys, extensions: usage(0, 2) });
const FILES = { rsa, ecdsa, deciphering, both };
for (const [file, minted] of Object.entries(FILES)) {
  const key = minted.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  writeFileSync(join(desk.folder, `${file}.pem`), toPem([minted.certificate]) + key);
}

/** What is found at an `openssl s_server` with these options. */
async function findings(
  options: string,
  { served = 'rsa', ...terms }: Partial<JudgingTerms> & { readonly served?: keyof typeof FILES } = {},
) {
  const file = `${served}.pem`;
  const port = await serveOpenssl(desk.folder, ['-cert', file, '-key', file, ...options.split(' ')]);
  return probeFindings(port, { roots: [root.certificate], ...terms });
}

/** A server that answers every ClientHello with this cipher suite, and leaves before it has to use it. */
async function serveSuite(cipherSuite: number): Promise<number> {
  const hello = serverHello({ cipherSuite, tls13: false });
  const done = handshakeMessage(14, Buffer.alloc(0));
  const flight = records(22, Buffer.concat([hello, tls12Certificate([rsa.certificate.der]), done]));
  return (await serveTcp((socket) => socket.once('data', () => socket.end(flight)))).port;
}

/** The option that has the server send these in the TLS extension. */
function serverinfo(...scts: readonly Buffer[]): string {
  const list = sctList(...scts);
  const header = Buffer.from([0, 18, list.length >> 8, list.length & 0xff]);
  const text = Buffer.concat([header, list]).toString('base64').replaceAll(/.{64}/g, '$&\n');
  const label = 'SERVERINFO FOR SCTS';
  writeFileSync(join(desk.folder, 'scts.pem'), `-----BEGIN ${label}-----\n${text}\n-----END ${label}-----\n`);
  return '-serverinfo scts.pem';
}

const refusedBy = ({ clientWords = [] }: { readonly clientWords?: readonly string[] }) =>
  clientWords.map((words) => words.split(':')[0]);

describe('old-protocol', () => {
  it.each(['-tls1', '-tls1_1'])('is found with %s, and no client takes it', async (version) => {
    const found = await findings(`${version} -cipher ALL:@SECLEVEL=0`);
    expect(summarize(found)).toEqual(['error old-protocol', 'warning weak-cipher']);
    expect(found.flatMap(refusedBy)).toEqual(['chrome', 'firefox', 'java', 'android', 'openssl']);
  });

  it.each(['-tls1_2', '-tls1_3'])('is not found with %s', async (version) => {
    expect(await findings(version)).toEqual([]);
  });
});

describe('weak-cipher', () => {
  it.each<[string, keyof typeof FILES, readonly ClientName[]]>([
    ['AES128-SHA', 'both', ['java']],
    ['AES256-GCM-SHA384', 'both', ['java']],
    ['DHE-RSA-AES128-GCM-SHA256', 'rsa', ['chrome', 'firefox', 'android']],
    ['ECDHE-RSA-AES128-SHA256', 'rsa', ['chrome', 'firefox', 'android']],
    ['ECDHE-RSA-AES128-SHA', 'rsa', []],
    ['ECDHE-ECDSA-AES256-SHA', 'ecdsa', ['chrome']],
  ])('is found with %s, an error for who does not offer it', async (cipher, served, clients) => {
    const found = await findings(`-tls1_2 -cipher ${cipher}`, { served });
    expect(summarize(found)).toEqual([`${clients.length > 0 ? 'error' : 'warning'} weak-cipher`]);
    expect(found.flatMap(refusedBy)).toEqual(clients);
  });

  it('shuts nobody out where the server only prefers it', async () => {
    for (const weak of ['DHE-RSA-AES128-GCM-SHA256', 'AES128-SHA', 'ECDHE-RSA-AES128-SHA256']) {
      const options = `-tls1_2 -serverpref -cipher ${weak}:ECDHE-RSA-AES128-GCM-SHA256`;
      expect(summarize(await findings(options, { served: 'both' }))).toEqual(['warning weak-cipher']);
    }
  });

  it('is found with 3DES, which not even OpenSSL takes', async () => {
    const found = await probeFindings(await serveSuite(0x000a), { roots: [root.certificate] });
    expect(summarize(found)).toEqual(['error weak-cipher']);
    expect(found[0]?.problem).toContain('TLS_RSA_WITH_3DES_EDE_CBC_SHA');
    expect(found.flatMap(refusedBy)).toHaveLength(5);
  });

  it.each<[string, keyof typeof FILES]>([
    ['-tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256', 'rsa'],
    ['-tls1_2 -cipher ECDHE-ECDSA-AES256-GCM-SHA384', 'ecdsa'],
    ['-tls1_2 -cipher ECDHE-RSA-CHACHA20-POLY1305', 'rsa'],
    ['-tls1_3 -ciphersuites TLS_CHACHA20_POLY1305_SHA256', 'ecdsa'],
  ])('is not found with %s', async (options, served) => {
    expect(await findings(options, { served })).toEqual([]);
  });
});

describe('wrong-key-usage', () => {
  it('is found where the key signs and may not', async () => {
    const found = await findings('-tls1_3', { served: 'deciphering' });
    expect(summarize(found)).toEqual(['error wrong-key-usage']);
    expect(found.flatMap(refusedBy)).toEqual(['chrome', 'java', 'android']);
    expect(found[0]?.problem).toContain('digitalSignature');
  });

  it('is found where the key deciphers and may not', async () => {
    const found = await findings('-tls1_2 -cipher AES128-GCM-SHA256', { clients: ['chrome'] });
    expect(summarize(found)).toEqual(['error wrong-key-usage', 'warning weak-cipher']);
    expect(found[0]?.clientWords).toEqual(['chrome: ERR_SSL_KEY_USAGE_INCOMPATIBLE']);
  });

  it('is not found where it may', async () => {
    const cipher = '-tls1_2 -cipher AES128-GCM-SHA256';
    expect(summarize(await findings(cipher, { served: 'deciphering', clients: ['chrome'] }))).toEqual([
      'warning weak-cipher',
    ]);
    expect(await findings('-tls1_3')).toEqual([]);
  });
});

describe('client-cert-required', () => {
  it.each(['-tls1_2', '-tls1_3'])('is found where a certificate is demanded with %s', async (version) => {
    const found = await findings(`${version} -Verify 1 -verify_return_error`);
    expect(summarize(found)).toEqual(['error client-cert-required']);
    expect(found.flatMap(refusedBy)).toHaveLength(5);
  });

  it.each(['-tls1_2', '-tls1_3'])('is not found where one is only asked for with %s', async (version) => {
    expect(await findings(`${version} -verify 1`)).toEqual([]);
  });
});

describe('missing-scts', () => {
  const stores = createTrustStore([root.certificate]);
  const trust = createClientTrust(stores, stores);

  it('is not found where the handshake brings what the certificate lacks', async () => {
    const options = serverinfo(writeSct({ log: 1 }), writeSct({ log: 2 }));
    expect(await findings(`-tls1_2 ${options}`, { trust })).toEqual([]);
  });

  it('is found where it brings those of one log', async () => {
    const options = serverinfo(writeSct({ log: 1 }), writeSct({ log: 1 }));
    const found = await findings(`-tls1_2 ${options}`, { trust });
    expect(summarize(found)).toEqual(['error missing-scts']);
    expect(found.flatMap(refusedBy)).toEqual(['chrome', 'firefox']);
  });

  it('is not found where no client asks for them', async () => {
    expect(await findings('-tls1_2', { trust, clients: ['java', 'openssl'] })).toEqual([]);
  });
});

describe('not-yet-valid', () => {
  it('tells both times', async () => {
    const late = mint({ issuer: root, validity: validity('2026-06-02', '2026-12-01') });
    const port = await serveChain({ chain: [late.certificate], key: late.keys.privateKey });
    const [found] = await probeFindings(port, { roots: [root.certificate] });
    expect(found?.problem).toContain('2026-06-02T00:00:00.000Z');
    expect(found?.problem).toContain('2026-06-01T12:00:00.000Z');
  });
});
