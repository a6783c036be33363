import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPem } from '../../src/certificates/pem.ts';
import { loadClientTrust } from '../../src/certificates/clients/trust.ts';
import type { LeafRequest } from '../../src/emulator/authority.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { checkEndpoint } from '../../src/endpoints/check-endpoint.ts';
import type { ClientVerdict } from '../../src/endpoints/client-verdicts.ts';
import { fetchIssuers } from '../../src/endpoints/network/fetch-issuers.ts';
import { createEndpointObserver } from '../../src/endpoints/observe-endpoint.ts';
import { type Browser, HAS_CHROMIUM, prepareChromium } from '../support/chromium.ts';

const DOMAIN = 'rec.example.com';
const INSTANCE = 'lb-ai-rec-01';
const TIMEOUT_MS = 5000;

interface Defect {
  readonly what: string;
  readonly request?: Partial<LeafRequest>;
  readonly content?: 'bundlePem' | 'leafPem' | 'fullChainPem';
  readonly aiaDown?: boolean;
  /** By whom it is issued: the authority whose root is trusted, or one that nobody knows. */
  readonly stranger?: boolean;
}

const DEFECTS: readonly Defect[] = [
  { what: 'a good chain' },
  { what: 'a good chain with its root', content: 'fullChainPem' },
  { what: 'a leaf alone, with its issuer at the AIA address', content: 'leafPem' },
  { what: 'a leaf alone, with nothing at the AIA address', content: 'leafPem', aiaDown: true },
  { what: 'a whole chain to an unknown root', content: 'fullChainPem', stranger: true },
  {
    what: 'an expired leaf',
    request: { notBefore: new Date('2025-10-01'), notAfter: new Date('2026-01-01') },
  },
  {
    what: 'a leaf of the future',
    request: { notBefore: new Date('2048-01-01'), notAfter: new Date('2048-03-01') },
  },
  { what: 'another name', request: { names: ['www.example.com'] } },
  { what: 'a wildcard over two labels', request: { names: ['*.com'] } },
  { what: 'a wildcard that fits', request: { names: ['*.example.com'] } },
];

/** Skipped, and said so, where there is no Chromium with NSS's certutil. */
describe.skipIf(!HAS_CHROMIUM)('Chromium agrees', () => {
  let trusted: Emulator;
  let stranger: Emulator;
  let browser: Browser;

  beforeAll(async () => {
    trusted = await startEmulator();
    stranger = await startEmulator();
    browser = await prepareChromium(trusted.rootPem);
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all([trusted.close(), stranger.close()]);
  });

  async function judgeAsChrome(port: number): Promise<ClientVerdict | undefined> {
    const root = { text: trusted.rootPem, source: 'root' };
    const terms = {
      trustAnchors: [...rootCertificates, trusted.rootPem],
      privateNetworks: true,
      timeoutMs: TIMEOUT_MS,
    };
    const addresses = [{ ip: '127.0.0.1', port }];
    const endpoint = {
      domain: DOMAIN,
      port: 443,
      addresses,
      clients: ['chrome'],
      health: undefined,
    } as const;
    const { clients } = await checkEndpoint(endpoint, {
      observe: createEndpointObserver(terms),
      observeWith: (helpers) =>
        createEndpointObserver({ ...terms, trustAnchors: [...terms.trustAnchors, toPem(helpers)] }),
      fetchIssuers: (url) => fetchIssuers(url, terms),
      trust: loadClientTrust({ bundled: rootCertificates, own: [root] }),
      now: () => new Date(),
    });
    return clients[0];
  }

  it.each(DEFECTS)('about $what', async ({ request, content = 'bundlePem', aiaDown, stranger: unknown }) => {
    const emulator = unknown ? stranger : trusted;
    const issued = emulator.authority.issue({ names: [DOMAIN], ...request });
    emulator.place({
      instanceId: INSTANCE,
      chainPem: issued[content],
      keyPem: issued.keyPem,
      servedFor: [DOMAIN],
    });
    const restore = aiaDown ? emulator.inject({ kind: 'aia-down' }) : undefined;
    try {
      const port = emulator.edges(INSTANCE)[0]?.port ?? 0;
      const ours = await judgeAsChrome(port);
      const theirs = await browser.load(`https://${DOMAIN}/`, `127.0.0.1:${port}`);
      const said = ours?.accepts ? 'accepted' : ours?.error;
      expect(said).toBe(theirs === undefined ? 'accepted' : `NET::${theirs}`);
    } finally {
      restore?.();
    }
  });
});
