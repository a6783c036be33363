import { afterAll, describe, expect, it } from 'vitest';
import { toPem } from '../../src/certificates/pem.ts';
import { DOMAIN, expectedOf, serveCase } from '../support/served-case.ts';
import { ROOT, SERVED_CASES } from '../support/defective-chains.ts';
import { openssl } from '../support/openssl-command.ts';
import { closeServers } from '../support/servers.ts';

afterAll(closeServers);

/** What OpenSSL says of it: the words of its first error, where it stops. */
async function ask(port: number): Promise<string> {
  const trust = ['-CAfile', 'root.pem', '-no-CApath', '-no-CAstore', '-verify_return_error'];
  const names = ['-servername', DOMAIN, '-verify_hostname', DOMAIN];
  const argv = ['s_client', '-connect', `127.0.0.1:${port}`, ...names, ...trust];
  const { exitCode, output } = await openssl(argv, { 'root.pem': toPem([ROOT.certificate]) });
  const error = /^verify error:num=\d+:(.+)$/m.exec(output)?.[1];
  const alert = /^[0-9A-F]+:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+):/m.exec(output)?.[1];
  return exitCode === 0 ? 'accepted' : (error ?? alert ?? output);
}

describe('OpenSSL agrees', () => {
  it.concurrent.each(SERVED_CASES)('about $what', async ({ chain }) => {
    expect(await ask(await serveCase(chain))).toBe(expectedOf('openssl', chain));
  });
});
