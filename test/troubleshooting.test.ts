import { readFile } from 'node:fs/promises';
import { get } from 'node:https';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT as FOLDER } from '../script/bundle.ts';
import { toPem } from '../src/certificates/pem.ts';
import type { ClientName } from '../src/config/config.ts';
import { ROOT, SERVED_CASES } from './support/defective-chains.ts';
import { DOMAIN, expectedOf, serveCase } from './support/served-case.ts';
import { closeServers } from './support/servers.ts';

afterAll(closeServers);

const page = await readFile(path.join(FOLDER, 'docs/troubleshooting.md'), 'utf8');

/** What the table of a section says that a client says. */
function saidBy(section: string, client: string): string {
  const [, text = ''] = page.split(`\n## ${section}\n`);
  return new RegExp(String.raw`^\| ${client} +\| (.*)`, 'm').exec(text)?.[1] ?? '';
}

const TITLES: readonly (readonly [ClientName, string])[] = [
  ['chrome', 'Chrome'],
  ['firefox', 'Firefox'],
  ['java', 'Java'],
  ['android', 'Android'],
  ['openssl', 'OpenSSL'],
];

const CASES = [
  ['An intermediate is missing', 'no intermediate'],
  ['The authority is not trusted', 'an unknown root, not sent'],
  ['The authority is not trusted', 'an unknown root, sent'],
  ['The authority is not trusted', 'a certificate that signs itself'],
  ['The name does not match', 'another name'],
  ['The dates do not fit', 'an expired leaf'],
  ['The dates do not fit', 'an expired intermediate'],
] as const;

describe.each(CASES)('docs/troubleshooting.md, %s, of %s', (section, what) => {
  const chain = SERVED_CASES.find((served) => served.what === what)?.chain;
  if (!chain) throw new Error(`There is no case ${what}`);

  it.each(TITLES)('has the words of %s, which real clients are held against', (client, title) => {
    expect(saidBy(section, title)).toContain(`\`${expectedOf(client, chain)}\``);
  });

  it('has the code of Node.js', async () => {
    const port = await serveCase(chain);
    const code = await new Promise<string>((resolve) => {
      const ca = toPem([ROOT.certificate]);
      const request = get({ host: '127.0.0.1', port, servername: DOMAIN, ca, agent: false });
      request.on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
    });
    expect(saidBy(section, 'Node.js')).toContain(`\`${code}\``);
  });
});
