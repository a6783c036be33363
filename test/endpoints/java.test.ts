import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPem } from '../../src/certificates/pem.ts';
import { ROOT, SERVED_CASES } from '../support/defective-chains.ts';
import { CONNECTIONS } from '../support/defective-connections.ts';
import { HAS_JAVA, type JavaClient, startJava } from '../support/java.ts';
import { DOMAIN, expectedOf, serveCase, wordsAt } from '../support/served-case.ts';
import { closeServers } from '../support/servers.ts';

/** JSSE wraps what refuses in it; ours are without. */
const WRAPPED = /^javax\.net\.ssl\.SSLHandshakeException: /;

/**
 * Where Java 17 says something else. SHA-1 it refuses below public authorities alone; with MD5 it is the server that gives
 * up; it takes wildcards inside a label, and looks at the CN where there is no DNS name. To its words of small keys it adds
 * which.
 */
const DIFFERS: ReadonlySet<string> = new Set([
  'a wildcard in a label',
  'no name at all',
  'RSA with SHA-1',
  'misnamed, RSA with SHA-1',
  'expired, RSA with SHA-1',
  'RSA with MD5',
  'twelve intermediates',
  ...SERVED_CASES.flatMap(({ what }) => (what.includes('RSA-768') ? [what] : [])),
]);

const DEMAND = 'a demand for a client certificate';

/** Skipped, and said so, where there is no JDK. */
describe.skipIf(!HAS_JAVA)('Java agrees', () => {
  let java: JavaClient;

  beforeAll(async () => {
    java = await startJava(toPem([ROOT.certificate]));
  });

  afterAll(async () => {
    await java.close();
    await closeServers();
  });

  it.each(SERVED_CASES)('about $what', async ({ what, chain }) => {
    const theirs = (await java.ask(await serveCase(chain), DOMAIN)).replace(WRAPPED, '');
    expect(theirs === expectedOf('java', chain)).toBe(!DIFFERS.has(what));
  });

  it.each(CONNECTIONS.filter(([what]) => what !== DEMAND))('about %s', async (_what, start) => {
    const port = await start();
    const theirs = await java.ask(port, DOMAIN);
    expect(await wordsAt('java', port)).toBe(theirs);
  });

  // Node's server resets such a connection, and what Java reads is the alert or the reset.
  it.each(CONNECTIONS.filter(([what]) => what === DEMAND))('about %s', async (_what, start) => {
    expect(await java.ask(await start(), DOMAIN)).not.toBe('accepted');
  });
});
