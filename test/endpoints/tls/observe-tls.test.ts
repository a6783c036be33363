import { createHash, getCurves } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext, type TlsOptions } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import type { Handshake, TlsObservation } from '../../../src/endpoints/observation.ts';
import {
  createTlsObserver,
  type ObserverTerms,
  type ObserveTls,
} from '../../../src/endpoints/tls/observe-tls.ts';
import { createTlsProbe } from '../../../src/endpoints/tls/probe-tls.ts';
import { createDesk, type Issued, issueHierarchy, serving } from '../../support/certificate-desk.ts';
import { closeServers, serveOpenssl, serveProxy, serveTls } from '../../support/servers.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

const domain = 'rec.example.com';
const { make, root, intermediate, leaf, stray } = issueHierarchy(desk);
const fullChain = [leaf, intermediate] as const;

const terms: ObserverTerms = { trustAnchors: [root.pem], privateNetworks: true, timeoutMs: 5_000 };
const ways = [
  ['OpenSSL', createTlsObserver(terms)],
  ['the probe', createTlsProbe(terms)],
] as const;

function at(port: number, ip = '127.0.0.1') {
  return { domain, address: { ip, port, source: 'pin' as const } };
}

function expectHandshake(observation: TlsObservation): Handshake {
  if (observation.kind === 'failure') throw new Error(`${observation.reason}: ${observation.detail}`);
  return observation;
}

/** DER by DER: what came is what was sent. */
function expectReceived(observation: TlsObservation, sent: readonly Issued[]): void {
  const received = expectHandshake(observation).receivedChain.map(({ der }) => der.toString('hex'));
  expect(received).toEqual(sent.map(({ certificate }) => certificate.der.toString('hex')));
}

async function observeServer(observe: ObserveTls, options: TlsOptions): Promise<TlsObservation> {
  const server = await serveTls(options);
  return observe(at(server.port));
}

describe.each(ways)('the received chain, seen by %s,', (_way, observe) => {
  const shapes: readonly (readonly [string, readonly [Issued, ...Issued[]]])[] = [
    ['the leaf alone', [leaf]],
    ['leaf and intermediate', [leaf, intermediate]],
    ['with the root', [leaf, intermediate, root]],
    ['in the wrong order', [leaf, root, intermediate]],
    ['with a stray in between', [leaf, stray, intermediate]],
    ['with duplicates', [leaf, intermediate, intermediate, leaf, root, root]],
    ['of a hundred', [leaf, ...Array.from({ length: 99 }, () => stray)]],
  ];

  it.each(
    shapes.flatMap(([name, chain]) =>
      (['TLSv1.2', 'TLSv1.3'] as const).map((version) => [name, version, chain] as const),
    ),
  )('is exactly what was sent: %s, %s', async (_name, version, chain) => {
    const observation = await observeServer(observe, {
      ...serving(chain),
      minVersion: version,
      maxVersion: version,
    });
    expectReceived(observation, chain);
    expect(expectHandshake(observation).protocol).toBe(version);
  });

  it.each([
    ['TLS_AES_128_GCM_SHA256', 'TLSv1.3', 'TLS_AES_128_GCM_SHA256'],
    ['TLS_AES_256_GCM_SHA384', 'TLSv1.3', 'TLS_AES_256_GCM_SHA384'],
    ['TLS_CHACHA20_POLY1305_SHA256', 'TLSv1.3', 'TLS_CHACHA20_POLY1305_SHA256'],
    ['ECDHE-ECDSA-AES128-GCM-SHA256', 'TLSv1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
    ['ECDHE-ECDSA-AES256-GCM-SHA384', 'TLSv1.2', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
    ['ECDHE-ECDSA-CHACHA20-POLY1305', 'TLSv1.2', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256'],
    ['ECDHE-ECDSA-AES128-SHA256', 'TLSv1.2', 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256'],
  ] as const)('comes through %s in %s', async (ciphers, version, cipher) => {
    const observation = await observeServer(observe, { ...serving(fullChain), ciphers, maxVersion: version });
    expectReceived(observation, fullChain);
    expect(expectHandshake(observation)).toMatchObject({ protocol: version, cipher });
  });

  it.each(supportedGroups())('comes through the group %s', async (ecdhCurve) => {
    expectReceived(await observeServer(observe, { ...serving(fullChain), ecdhCurve }), fullChain);
  });

  it('comes after a HelloRetryRequest', async () => {
    const server = await serveTls({ ...serving(fullChain), ecdhCurve: 'P-521' });
    const proxy = await serveProxy(server.port);
    expectReceived(await observe(at(proxy.port)), fullChain);
    const retryRandom = createHash('sha256').update('HelloRetryRequest').digest();
    expect(proxy.sent().includes(retryRandom)).toBe(true);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('comes in pieces of any size, %s', async (maxVersion) => {
    const server = await serveTls({ ...serving(fullChain), maxVersion });
    const proxy = await serveProxy(server.port, 7);
    expectReceived(await observe(at(proxy.port)), fullChain);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'comes beside a request for a client certificate, %s',
    async (maxVersion) => {
      const options = { requestCert: true, rejectUnauthorized: false, ca: [root.pem], maxVersion };
      expectReceived(await observeServer(observe, { ...serving(fullChain), ...options }), fullChain);
    },
  );

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('spans several records, %s', async (maxVersion) => {
    const chain = [leaf, ...Array.from({ length: 9 }, () => longCertificate(5_000))] as const;
    expectReceived(await observeServer(observe, { ...serving(chain), maxVersion }), chain);
  });

  it.each([
    ['small records', '-tls1_2', ['-max_send_frag', '512', '-split_send_frag', '512']],
    ['small records', '-tls1_3', ['-max_send_frag', '512', '-split_send_frag', '512']],
    ['padded records', '-tls1_3', ['-record_padding', '4096']],
  ] as const)('comes from openssl in %s, %s', async (_name, version, args) => {
    const sent = [leaf, stray, root, stray, intermediate];
    writeFileSync(
      join(desk.folder, 'strays.pem'),
      sent
        .slice(1)
        .map(({ pem }) => pem)
        .join(''),
    );
    const files = ['-cert', `${leaf.name}.pem`, '-key', `${leaf.name}.key`, '-cert_chain', 'strays.pem'];
    const port = await serveOpenssl(desk.folder, [version, ...files, ...args]);
    expectReceived(await observe(at(port)), sent);
  });
});

describe("OpenSSL's verdict", () => {
  const expired = make({
    kind: 'leaf',
    subject: '/CN=rec.example.com',
    issuer: intermediate,
    notAfter: '20210101000000Z',
  });
  const elsewhere = make({
    kind: 'leaf',
    subject: '/CN=else.example.com',
    issuer: intermediate,
    extensions: { subjectAltName: 'DNS:else.example.com' },
  });

  it.each([
    ['a complete chain', { chain: [leaf, intermediate], anchors: [root], witness: { kind: 'accepts' } }],
    [
      'the root sent as well',
      { chain: [leaf, intermediate, root], anchors: [root], witness: { kind: 'accepts' } },
    ],
    [
      'another host name',
      { chain: [elsewhere, intermediate], anchors: [root], witness: { kind: 'accepts' } },
    ],
    [
      'the leaf alone',
      {
        chain: [leaf],
        anchors: [root],
        witness: { kind: 'refuses', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
      },
    ],
    [
      'an expired leaf',
      {
        chain: [expired, intermediate],
        anchors: [root],
        witness: { kind: 'refuses', code: 'CERT_HAS_EXPIRED' },
      },
    ],
    [
      'a root nobody trusts',
      {
        chain: [leaf, intermediate, root],
        anchors: [stray],
        witness: { kind: 'refuses', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
      },
    ],
    [
      'no trust at all',
      {
        chain: [leaf, intermediate],
        anchors: [],
        witness: { kind: 'refuses', code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' },
      },
    ],
    [
      'an intermediate as trust anchor',
      {
        chain: [leaf],
        anchors: [intermediate],
        witness: { kind: 'refuses', code: 'UNABLE_TO_GET_ISSUER_CERT' },
      },
    ],
  ] as const)('on %s', async (_name, { chain, anchors, witness }) => {
    const { port } = await serveTls(serving(chain));
    const trustAnchors = anchors.map(({ pem }) => pem);
    const observation = await createTlsObserver({ ...terms, trustAnchors })(at(port));
    expect(expectHandshake(observation).witness).toEqual(witness);
  });
});

describe.each(ways)('the server name that %s sends', (_way, observe) => {
  it('is the domain', async () => {
    expect(await sentName(observe, at(0))).toBe(domain);
  });

  it('is left out for an IP literal', async () => {
    expect(await sentName(observe, { ...at(0), domain: '127.0.0.1' })).toBeUndefined();
  });
});

/** The server name that came when `target`, at its own port, was observed; undefined: none. */
async function sentName(observe: ObserveTls, target: ReturnType<typeof at>): Promise<string | undefined> {
  let name: string | undefined;
  const SNICallback: TlsOptions['SNICallback'] = (sent, done) => {
    name = sent;
    done(null);
  };
  const server = await serveTls({ ...serving(fullChain), SNICallback });
  const seen = { ...target, address: { ...target.address, port: server.port } };
  expectHandshake(await observe(seen));
  return name;
}

/** The groups that this OpenSSL has, the post-quantum one from 3.5 on. */
function supportedGroups(): readonly string[] {
  return ['X25519', 'P-256', 'P-384', 'P-521', 'X25519MLKEM768'].filter((ecdhCurve) => {
    try {
      return createSecureContext({ ecdhCurve }) !== undefined;
    } catch {
      return getCurves().includes(ecdhCurve);
    }
  });
}

let longOne: Issued | undefined;
/** A certificate of about `length` bytes. */
function longCertificate(length: number): Issued {
  const names = Array.from(
    { length: Math.ceil(length / 42) },
    (_, n) => `DNS:${'n'.repeat(24)}${n}.rec.example.com`,
  );
  longOne ??= make({
    kind: 'leaf',
    subject: '/CN=long.example.com',
    extensions: { subjectAltName: names.join(',') },
  });
  return longOne;
}
