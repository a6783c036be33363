import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPem } from '../../src/certificates/pem.ts';
import { ROOT, SERVED_CASES } from '../support/defective-chains.ts';
import { CONNECTIONS } from '../support/defective-connections.ts';
import { hasProgram } from '../support/programs.ts';
import { DOMAIN, expectedOf, serveCase, wordsAt } from '../support/served-case.ts';
import { closeServers } from '../support/servers.ts';

/** Of TLS 1.1, and of TLS 1.2 without a client certificate, curl's words depend on how its OpenSSL is configured. */
const ANSWERED = CONNECTIONS.filter(([what]) => !/^(TLS 1\.1 alone|a demand)/.test(what));

/** Skipped, and said so, where there is no curl. */
describe.skipIf(!hasProgram('curl --version'))('curl agrees', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'airec-https-curl-'));
    await writeFile(path.join(folder, 'root.pem'), toPem([ROOT.certificate]));
  });

  afterAll(async () => {
    await closeServers();
    await rm(folder, { recursive: true });
  });

  /** Its message, or `accepted`. */
  function ask(port: number): Promise<string> {
    const options = ['-sS', '--noproxy', '*', '--max-time', '5', '--cacert', 'root.pem'];
    const argv = [...options, '--resolve', `${DOMAIN}:${port}:127.0.0.1`, `https://${DOMAIN}:${port}/`];
    return new Promise((resolve) => {
      execFile('curl', argv, { cwd: folder }, (error, _stdout, stderr) =>
        resolve(error ? stderr : 'accepted'),
      );
    });
  }

  it.concurrent.each(SERVED_CASES)('about $what', async ({ chain }) => {
    const theirs = await ask(await serveCase(chain));
    expect(theirs === 'accepted').toBe(expectedOf('openssl', chain) === 'accepted');
  });

  it.each(ANSWERED)('about %s', async (_what, start) => {
    const port = await start();
    expect(await ask(port)).toContain(await wordsAt('openssl', port));
  });
});
