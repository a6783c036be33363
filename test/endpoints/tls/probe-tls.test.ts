import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, createServer, type TlsOptions } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { createTlsObserver, type ObserverTerms } from '../../../src/endpoints/tls/observe-tls.ts';
import { createTlsProbe } from '../../../src/endpoints/tls/probe-tls.ts';
import { createDesk, issueHierarchy, serving } from '../../support/certificate-desk.ts';
import { closeServers, listen, serveOpenssl, serveTcp, serveTls } from '../../support/servers.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

const { root, intermediate, leaf } = issueHierarchy(desk);
const fullChain = [leaf, intermediate] as const;
desk.openssl('req -x509 -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.pem -subj /CN=rec.example.com');
const rsaFiles = ['-cert', 'rsa.pem', '-key', 'rsa.key'];
const leafFiles = ['-cert', `${leaf.name}.pem`, '-key', `${leaf.name}.key`];

const terms: ObserverTerms = { trustAnchors: [root.pem], privateNetworks: true, timeoutMs: 5_000 };
const probe = createTlsProbe(terms);
const ways = [
  ['OpenSSL', createTlsObserver(terms)],
  ['the probe', probe],
] as const;

const VERSIONS = ['TLSv1.2', 'TLSv1.3'] as const;

function at(port: number) {
  return { domain: 'rec.example.com', address: { ip: '127.0.0.1', port, source: 'pin' as const } };
}

/** A listener of OpenSSL's for a SignedCertificateTimestampList (RFC 6962 §3.3.1) in TLS 1.2 and 1.3. */
function writeServerInfo(list: Buffer): string {
  const header = Buffer.from([0, 0, 0x11, 0x80, 0, 18, 0, list.length]);
  const base64 = Buffer.concat([header, list]).toString('base64');
  const label = 'SERVERINFOV2 FOR SCT';
  writeFileSync(
    join(desk.folder, 'sct.pem'),
    `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`,
  );
  return 'sct.pem';
}

describe.each(ways)('what %s shows of a handshake', (_way, observe) => {
  it.each(VERSIONS)('is the staple, %s', async (maxVersion) => {
    const listener = createServer({ ...serving(fullChain), maxVersion });
    listener.on('OCSPRequest', (_leaf, _issuer, answer) => answer(null, Buffer.from('response')));
    const server = await listen(listener);
    expect(await observe(at(server.port))).toMatchObject({ ocspStaple: Buffer.from('response') });
  });

  it.each(VERSIONS)('is the protocol of ALPN, %s', async (maxVersion) => {
    const server = await serveTls({ ...serving(fullChain), maxVersion, ALPNProtocols: ['http/1.1'] });
    expect(await observe(at(server.port))).toMatchObject({ alpn: 'http/1.1' });
  });

  it.each(VERSIONS)('is nothing that was not there, %s', async (maxVersion) => {
    const server = await serveTls({ ...serving(fullChain), maxVersion });
    const nothing = { alpn: undefined, ocspStaple: undefined, sctList: undefined, clientCertificate: 'none' };
    expect(await observe(at(server.port))).toMatchObject({ kind: 'handshake', ...nothing });
  });

  it.each(
    VERSIONS.flatMap((version) =>
      [
        ['X25519', 'x25519'],
        ['P-256', 'secp256r1'],
        ['P-384', 'secp384r1'],
        ['P-521', 'secp521r1'],
      ].map(([ecdhCurve = '', group = '']) => [group, version, ecdhCurve] as const),
    ),
  )('is the group %s, %s', async (group, maxVersion, ecdhCurve) => {
    const server = await serveTls({ ...serving(fullChain), maxVersion, ecdhCurve });
    expect(await observe(at(server.port))).toMatchObject({ group });
    expect(server.connections()).toBe(1);
  });

  it('is no group without an exchange of Diffie and Hellman', async () => {
    const port = await serveOpenssl(desk.folder, [...rsaFiles, '-tls1_2', '-cipher', 'AES128-GCM-SHA256']);
    expect(await observe(at(port))).toMatchObject({
      cipher: 'TLS_RSA_WITH_AES_128_GCM_SHA256',
      group: undefined,
      witness: { kind: 'refuses' },
    });
  });

  it.skipIf(!supports('X25519MLKEM768'))('is a group that only OpenSSL has', async () => {
    const server = await serveTls({ ...serving(fullChain), ecdhCurve: 'X25519MLKEM768' });
    expect(await observe(at(server.port))).toMatchObject({ group: 'X25519MLKEM768' });
  });

  it.each([
    ['TLSv1.2', 'requested', false],
    ['TLSv1.3', 'requested', false],
    ['TLSv1.2', 'required', true],
    ['TLSv1.3', 'required', true],
  ] as const)(
    'is the wish for a client certificate, %s: %s',
    async (maxVersion, wish, rejectUnauthorized) => {
      const demand = { requestCert: true, rejectUnauthorized, ca: [root.pem], maxVersion };
      const server = await serveTls({ ...serving(fullChain), ...demand });
      const observation = await observe(at(server.port));
      expect(observation).toMatchObject({ protocol: maxVersion, clientCertificate: wish });
      expect(observation).toMatchObject({ receivedChain: [{}, {}] });
    },
  );
});

describe('the probe', () => {
  it.each(VERSIONS)('does the handshake itself, in one connection, %s', async (maxVersion) => {
    const server = await serveTls({ ...serving(fullChain), maxVersion });
    expect(await probe(at(server.port))).toMatchObject({ protocol: maxVersion, witness: { kind: 'none' } });
    expect(server.connections()).toBe(1);
    await server.idle();
  });

  it.each([
    ['-tls1_2', []],
    ['-tls1_3', []],
  ] as const)('is given SCTs by the TLS extension, %s', async (version, args) => {
    const list = Buffer.from('00060004deadbeef', 'hex');
    const info = ['-serverinfo', writeServerInfo(list)];
    const port = await serveOpenssl(desk.folder, [...leafFiles, version, ...info, ...args]);
    expect(await probe(at(port))).toMatchObject({ sctList: list, witness: { kind: 'none' } });
  });

  it.each([
    ['TLSv1', 'RSA'],
    ['TLSv1.1', 'RSA'],
    ['TLSv1', 'ECDSA'],
    ['TLSv1.1', 'ECDSA'],
  ] as const)('sees a server that speaks only %s, %s', async (version, key) => {
    const args = [version === 'TLSv1' ? '-tls1' : '-tls1_1', '-cipher', 'DEFAULT@SECLEVEL=0'];
    const files = key === 'RSA' ? rsaFiles : leafFiles;
    const port = await serveOpenssl(desk.folder, [...files, ...args]);
    expect(await probe(at(port))).toMatchObject({
      protocol: version,
      cipher: expect.stringContaining(`TLS_ECDHE_${key}_`),
      group: 'x25519',
      witness: { kind: 'none' },
    });
  });

  it.each([
    [
      'RSA key exchange in TLS 1.1',
      ['-tls1_1', '-cipher', 'AES128-SHA@SECLEVEL=0'],
      'TLS_RSA_WITH_AES_128_CBC_SHA',
    ],
    [
      'DHE in TLS 1.2',
      ['-tls1_2', '-cipher', 'DHE-RSA-AES128-GCM-SHA256'],
      'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
    ],
    ['RSA in TLS 1.3', ['-tls1_3'], 'TLS_AES_128_GCM_SHA256'],
  ] as const)('sees %s', async (_name, args, cipher) => {
    const ciphers = args[0] === '-tls1_3' ? ['-ciphersuites', cipher] : [];
    const port = await serveOpenssl(desk.folder, [...rsaFiles, ...args, ...ciphers]);
    expect(await probe(at(port))).toMatchObject({ cipher, witness: { kind: 'none' } });
  });

  it.each([
    ['ed25519', 'ed25519'],
    ['ed448', 'ed448'],
  ])('sees a key of %s', async (_name, algorithm) => {
    const file = `${algorithm}.pem`;
    desk.openssl(
      `req -x509 -newkey ${algorithm} -nodes -keyout ${algorithm}.key -out ${file} -subj /CN=rec.example.com`,
    );
    const port = await serveOpenssl(desk.folder, ['-cert', file, '-key', `${algorithm}.key`, '-tls1_3']);
    expect(await probe(at(port))).toMatchObject({ witness: { kind: 'none' } });
  });

  it('asks OpenSSL where its own ClientHello finds no answer', async () => {
    const server = await serveTls(serving(fullChain));
    let seen = 0;
    const proxy = await serveTcp((client) => {
      seen += 1;
      if (seen === 1) return void client.destroy();
      const upstream = connect(server.port, '127.0.0.1').on('error', () => undefined);
      client.pipe(upstream).pipe(client);
    });
    expect(await probe(at(proxy.port))).toMatchObject({ witness: { kind: 'accepts' } });
    expect(seen).toBe(2);
  });

  it('does not believe a signature that was tampered with', async () => {
    const server = await serveTls({ ...serving(fullChain), maxVersion: 'TLSv1.2' });
    const proxy = await serveTcp((client) => {
      const upstream = connect(server.port, '127.0.0.1').on('error', () => undefined);
      client.pipe(upstream);
      client.once('close', () => upstream.destroy());
      upstream.once('data', (flight: Buffer) => {
        // The last message is the ServerHelloDone, nine octets with its record; before it ends the signature.
        const tampered = Buffer.from(flight);
        tampered[flight.length - 10] = (flight[flight.length - 10] ?? 0) ^ 1;
        client.write(tampered);
      });
    });
    expect(await probe(at(proxy.port))).toMatchObject({ kind: 'failure', stage: 'tls' });
    expect(proxy.connections()).toBe(2);
  });

  it('does not believe a recording', async () => {
    const flights: Buffer[] = [];
    const server = await serveTls(serving(fullChain));
    const proxy = await serveTcp((client) => {
      const upstream = connect(server.port, '127.0.0.1').on('error', () => undefined);
      client.pipe(upstream);
      client.once('close', () => upstream.destroy());
      upstream.on('data', (bytes) => {
        flights.push(bytes);
        client.write(bytes);
      });
    });
    expect(await probe(at(proxy.port))).toMatchObject({ witness: { kind: 'none' } });
    const player = await serveTcp((client) => client.once('data', () => client.end(Buffer.concat(flights))));
    expect(await probe(at(player.port))).toMatchObject({ kind: 'failure', stage: 'tls' });
  });
});

function supports(ecdhCurve: NonNullable<TlsOptions['ecdhCurve']>): boolean {
  try {
    return createSecureContext({ ecdhCurve }) !== undefined;
  } catch {
    return false;
  }
}
