import type { TlsOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeClient } from '../../src/certificates/clients/judge-client.ts';
import { PROFILES, wordsOf } from '../../src/certificates/clients/profiles.ts';
import { toPem } from '../../src/certificates/pem.ts';
import { type Browser, HAS_CHROMIUM, startChromium } from '../support/chromium.ts';
import { ROOT, SERVED_CASES, type ServedCase } from '../support/defective-chains.ts';
import { trustIn } from '../support/deployment.ts';
import { authority, issuersAt, publish, server } from '../support/minted-hierarchy.ts';
import type { Minted } from '../support/minter.ts';
import { certificatesOf, DOMAIN, serveCase } from '../support/served-case.ts';
import { checkPorts, serveChain } from '../support/served-chain.ts';
import { closeServers, serveTcp } from '../support/servers.ts';
import { alertRecord } from '../support/tls-wire.ts';

/** Old keys and hashes are among what is served. */
const ANYTHING = { ciphers: 'DEFAULT:@SECLEVEL=0' };

const issuing = authority('Issuing', ROOT);
const good = server(issuing);

/** A good chain, served in this manner. */
const served = (tls: TlsOptions) =>
  serveChain({
    chain: certificatesOf([good, issuing]),
    key: good.keys.privateKey,
    tls: { ...ANYTHING, ...tls },
  });

/** A port that answers the first bytes that come with these, and closes. */
const answers = async (bytes: Buffer | string) =>
  (await serveTcp((socket) => socket.once('data', () => socket.end(bytes)))).port;

async function closedPort(): Promise<number> {
  const closed = await serveTcp();
  await closed.close();
  return closed.port;
}

/** Defects of the connection and of the handshake, whatever the certificates. */
const CONNECTIONS: readonly (readonly [string, () => Promise<number>])[] = [
  ['a closed port', closedPort],
  [
    'a reset',
    async () => (await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()))).port,
  ],
  ['an end without an answer', () => answers('')],
  ['plain HTTP', () => answers('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['a banner', async () => (await serveTcp((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'))).port],
  ['no common cipher', () => answers(alertRecord(40))],
  ['no common version', () => answers(alertRecord(70))],
  ['no certificate for the name', () => answers(alertRecord(112))],
  ['an internal error', () => answers(alertRecord(80))],
  ['TLS 1.1 alone', () => served({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })],
  [
    'CBC with HMAC-SHA-256 alone',
    () => served({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' }),
  ],
  ['a demand for a client certificate', () => served({ requestCert: true, maxVersion: 'TLSv1.2' })],
];

/** What we expect Chrome to say of it. */
function judge(chain: ServedCase['chain']): string {
  const presented = { chain: certificatesOf(chain), domain: DOMAIN, transport: undefined };
  const terms = { trust: trustIn(ROOT.certificate), time: new Date() };
  const [first] = judgeClient(PROFILES.chrome, presented, terms).refusals;
  return first ? wordsOf('chrome', first, DOMAIN) : 'accepted';
}

/** Skipped, and said so, where there is no Chromium with NSS's certutil. */
describe.skipIf(!HAS_CHROMIUM)('Chromium agrees', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startChromium(toPem([ROOT.certificate]), DOMAIN);
  });

  afterAll(async () => {
    await browser.close();
    await closeServers();
  });

  /** Chrome writes NET:: before what is about certificates, where it tells people. */
  const load = async (port: number) => (await browser.load(`https://${DOMAIN}:${port}/`)) ?? 'accepted';

  it.each(SERVED_CASES)('about $what', async ({ chain }) => {
    expect(await load(await serveCase(chain))).toBe(judge(chain).replace('NET::', ''));
  });

  it.each(CONNECTIONS)('about %s', async (_name, start) => {
    const port = await start();
    const theirs = await load(port);
    const { clients } = await checkPorts([port], { roots: [ROOT.certificate], clients: ['chrome'] });
    const [ours] = clients;
    expect(ours?.accepts ? 'accepted' : ours?.error?.replace('NET::', '')).toBe(theirs);
  });

  it.each([true, false])('about an issuer that is not sent and is published: %s', async (isPublished) => {
    const published = authority('Published', ROOT);
    const url = await publish(new Map<string, Minted>(isPublished ? [['/issuing', published]] : []));
    const leaf = server(published, { extensions: issuersAt(`${url}/issuing`) });
    const port = await serveCase([leaf]);
    const { clients } = await checkPorts([port], { roots: [ROOT.certificate], clients: ['chrome'] });
    const theirs = await load(port);
    expect(clients[0]).toMatchObject({ accepts: isPublished, byLuck: isPublished });
    expect(theirs === 'ERR_CERT_AUTHORITY_INVALID').toBe(!isPublished);
  });
});
