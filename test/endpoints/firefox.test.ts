import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { SERVED_CASES } from '../support/defective-chains.ts';
import { CONNECTIONS } from '../support/defective-connections.ts';
import { HAS_FIREFOX, startFirefox } from '../support/firefox.ts';
import { DOMAIN, expectedOf, serveCase, wordsAt } from '../support/served-case.ts';
import { closeServers } from '../support/servers.ts';

/** Chains that end before any authority: what Firefox makes of a root of ours is not asked. */
const UNANCHORED = SERVED_CASES.filter(({ chain }) => chain.length === 1);

/** Firefox takes the banner for the beginning of a long record, and waits; the client certificate wants a trusted root. */
const ANSWERED = CONNECTIONS.filter(([what]) => !/^a (banner|demand)/.test(what));

/** Skipped, and said so, where there is no Firefox. */
describe.skipIf(!HAS_FIREFOX)('Firefox agrees', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startFirefox(DOMAIN);
  });

  afterAll(async () => {
    await browser.close();
    await closeServers();
  });

  const load = async (port: number) => (await browser.load(`https://${DOMAIN}:${port}/`)) ?? 'accepted';

  it.each(UNANCHORED)('about $what', async ({ chain }) => {
    expect(await load(await serveCase(chain))).toBe(expectedOf('firefox', chain));
  });

  it.each(ANSWERED)('about %s', async (_name, start) => {
    const port = await start();
    const theirs = await load(port);
    expect(await wordsAt('firefox', port)).toBe(theirs);
  });
});
