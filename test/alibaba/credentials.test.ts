import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { resolveCredentials } from '../../src/alibaba/credentials.ts';
import { hasCode } from '../../src/errors/catalogue.ts';
import { renderError } from '../../src/errors/render.ts';

const ID = 'LTAI-key-id';
const SECRET = 'a-secret-of-thirty-characters!';
const VARIABLES = { ALIBABA_CLOUD_ACCESS_KEY_ID: ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET: SECRET };

async function failureOf(environment: Record<string, string>): Promise<unknown> {
  return resolveCredentials(environment).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the variables', () => {
  it('give a lasting key', async () => {
    const credentials = await (await resolveCredentials(VARIABLES))();
    expect(credentials.accessKeyId).toBe(ID);
    expect(credentials.accessKeySecret.reveal()).toBe(SECRET);
    expect(credentials.securityToken).toBeUndefined();
    expect(inspect(credentials) + JSON.stringify(credentials)).not.toContain(SECRET);
  });

  it('give a temporary key, white space around the values dropped', async () => {
    const token = { ALIBABA_CLOUD_SECURITY_TOKEN: ' a-token\n' };
    const source = await resolveCredentials({
      ...token,
      ALIBABA_CLOUD_ACCESS_KEY_ID: `${ID}\n`,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: SECRET,
    });
    const credentials = await source();
    expect(credentials.accessKeyId).toBe(ID);
    expect(credentials.securityToken?.reveal()).toBe('a-token');
  });

  it.each([
    { present: 'ALIBABA_CLOUD_ACCESS_KEY_ID', absent: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET' },
    { present: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET', absent: 'ALIBABA_CLOUD_ACCESS_KEY_ID' },
  ])('are refused when only $present is set', async ({ present, absent }) => {
    const error = await failureOf({ [present]: 'something-set', [absent]: '' });
    if (!hasCode(error, 'CREDENTIALS_MISSING')) throw error;
    expect(error.message).toContain(absent);
    expect(error.message).not.toContain(present);
  });

  it('keep the large library unloaded', () => {
    const script = `
      import { createRequire } from 'node:module';
      const { resolveCredentials } = await import('./src/alibaba/credentials.ts');
      await (await resolveCredentials(process.env))();
      const loaded = Object.keys(createRequire(import.meta.url).cache ?? {});
      if (loaded.some((path) => path.includes('@alicloud'))) process.exit(3);`;
    const run = (): Buffer =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, ...VARIABLES },
      });
    expect(run).not.toThrow();
  });
});

describe('the chain', () => {
  // The providers read the process's own environment, whatever machine the tests run on.
  beforeEach(() => {
    for (const name of Object.keys(process.env).filter((key) => key.startsWith('ALIBABA_CLOUD_'))) {
      vi.stubEnv(name, undefined);
    }
    vi.stubEnv('ALIBABA_CLOUD_CLI_PROFILE_DISABLED', 'true');
    vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_FILE', '/nonexistent/credentials');
    onTestFinished(() => void vi.unstubAllEnvs());
  });

  it('gives the credentials of a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'airec-https-credentials-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'credentials');
    writeFileSync(
      file,
      `[default]\ntype = access_key\naccess_key_id = ${ID}\naccess_key_secret = ${SECRET}\n`,
    );
    vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_FILE', file);
    const credentials = await (await resolveCredentials({}))();
    expect(credentials.accessKeyId).toBe(ID);
    expect(credentials.accessKeySecret.reveal()).toBe(SECRET);
  });

  it('gives those of a credentials URI, read again before each call', async () => {
    const served = { AccessKeyId: ID, AccessKeySecret: SECRET, SecurityToken: 'the-served-token' };
    // Ends so soon that the provider asks again each time.
    const Expiration = `${new Date(Date.now() + 300_000).toISOString().slice(0, 19)}Z`;
    const answers = [1, 2, 3].map((turn) => ({
      ...served,
      AccessKeyId: `${ID}-${turn}`,
      Expiration,
    }));
    const uri = await serve(() => ({ status: 200, body: JSON.stringify(answers.shift()) }));
    vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_URI', uri);
    const source = await resolveCredentials({ ALIBABA_CLOUD_CREDENTIALS_URI: uri });
    expect((await source()).accessKeyId).toBe(`${ID}-2`);
    expect((await source()).securityToken?.reveal()).toBe('the-served-token');
  });

  it('shows nothing of what a broken source answers', async () => {
    const uri = await serve(() => ({
      status: 500,
      body: JSON.stringify({ AccessKeySecret: 'leaked-secret' }),
    }));
    vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_URI', uri);
    const error = await failureOf({ ALIBABA_CLOUD_CREDENTIALS_URI: uri });
    if (!hasCode(error, 'CREDENTIALS_MISSING')) throw error;
    expect(error.message).toContain('credential_uri');
    expect(`${renderError(error)}${inspect(error)}`).not.toContain('leaked-secret');
  });

  it('says what is missing, without asking the ECS metadata address', async () => {
    const start = performance.now();
    const error = await failureOf({});
    if (!hasCode(error, 'CREDENTIALS_MISSING')) throw error;
    expect(error.message).toContain('ALIBABA_CLOUD_ACCESS_KEY_ID');
    expect(error.help).toContain('id-token: write');
    expect(error.message).not.toContain('ecs_ram_role');
    expect(performance.now() - start).toBeLessThan(900);
  });
});

/** The URL of a server on loopback, until the test ends. */
async function serve(respond: () => { status: number; body: string }): Promise<string> {
  const server = createServer((_request, response) => {
    const { status, body } = respond();
    response.writeHead(status).end(body);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/credentials`;
}
