import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPem } from '../../src/certificates/pem.ts';
import type { Browser } from '../support/browser.ts';
import { HAS_CHROMIUM, startChromium } from '../support/chromium.ts';
import { ROOT, SERVED_CASES } from '../support/defective-chains.ts';
import { CONNECTIONS } from '../support/defective-connections.ts';
import { authority, issuersAt, publish, server } from '../support/minted-hierarchy.ts';
import type { Minted } from '../support/minter.ts';
import { DOMAIN, expectedOf, serveCase, wordsAt } from '../support/served-case.ts';
import { checkPorts } from '../support/served-chain.ts';
import { closeServers } from '../support/servers.ts';

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
    expect(await load(await serveCase(chain))).toBe(expectedOf('chrome', chain).replace('NET::', ''));
  });

  it.each(CONNECTIONS)('about %s', async (_name, start) => {
    const port = await start();
    const theirs = await load(port);
    expect((await wordsAt('chrome', port)).replace('NET::', '')).toBe(theirs);
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
