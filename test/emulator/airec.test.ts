import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postDomainUpdate } from '../../src/emulator/airec-client.ts';
import type { DomainRow } from '../../src/emulator/airec.ts';
import { startEmulator, type Emulator } from '../../src/emulator/emulator.ts';

let emulator: Emulator;
let row: DomainRow;
beforeAll(async () => {
  emulator = await startEmulator();
  const material = emulator.authority.issue({ names: ['rec.example.com', 'unbound.example.com'] });
  const certificateId = emulator.place({
    instanceId: 'lb-ai-rec-01',
    chainPem: material.bundlePem,
    keyPem: material.keyPem,
  });
  row = { domain: 'rec.example.com', certificateId, protocol: 'HTTPS', port: 443 };
});
afterAll(() => emulator.close());

function update(domains: readonly DomainRow[], instanceId = 'ai-rec-prod') {
  return postDomainUpdate(emulator.airecEndpoint, { instanceId, region: 'cn-hangzhou', domains });
}

function ask(target: string, { method = 'GET', servername = 'rec.example.com' } = {}) {
  const [edge] = emulator.edges('lb-ai-rec-01');
  return new Promise<{ status: number | undefined; server: string | string[] | undefined; body: string }>(
    (resolve, reject) => {
      const outgoing = request(
        {
          host: edge?.ip,
          port: edge?.port,
          path: target,
          method,
          servername,
          ca: emulator.rootPem,
          headers: { host: `${servername}:443` },
          agent: false,
        },
        (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString()));
          response.on('end', () =>
            resolve({ status: response.statusCode, server: response.headers.server, body }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end();
    },
  );
}

describe('the emulated AIRec', () => {
  it.each<[string, (valid: DomainRow) => DomainRow]>([
    ['an unknown certificate', (valid) => ({ ...valid, certificateId: 'cert-000000' })],
    ['a domain that the certificate is not for', (valid) => ({ ...valid, domain: 'other.example.com' })],
    ['plain HTTP', (valid) => ({ ...valid, protocol: 'HTTP' })],
    ['port 0', (valid) => ({ ...valid, port: 0 })],
    ['a broken port', (valid) => ({ ...valid, port: 443.5 })],
  ])('refuses %s, and the rows beside it', async (_, change) => {
    const result = await update([row, change(row)]);
    expect(result).toEqual({ ok: false, problems: [expect.any(String)] });
    expect(emulator.bindings).toEqual([]);
  });

  it('refuses another instance', async () => {
    expect(await update([row], 'ai-rec-other')).toEqual({ ok: false, problems: [expect.any(String)] });
  });

  it.each([
    ['text/plain', 'POST', '{}'],
    ['application/json', 'POST', '{"instanceId":"ai-rec-prod"'],
    ['application/json', 'POST', '{"instanceId":"ai-rec-prod","region":"r","domains":[1]}'],
    ['application/json', 'POST', 'null'],
    ['application/json', 'PUT', '{"instanceId":"ai-rec-prod","region":"r","domains":[]}'],
  ])('refuses what is no domain update: %s %s %s', async (type, method, body) => {
    const response = await fetch(emulator.airecEndpoint, { method, headers: { 'content-type': type }, body });
    expect(response.status).toBe(400);
  });

  it('answers for a bound domain only', async () => {
    expect((await ask('/api/v1/recommend')).status).toBe(421);
    expect(await update([row])).toMatchObject({ ok: true });
    expect(await update([row])).toMatchObject({ ok: true });
    expect(emulator.bindings).toEqual([
      { domain: 'rec.example.com', port: 443, certificateId: row.certificateId },
    ]);
    const answer = await ask('/api/v1/recommend?user=1');
    expect(answer).toMatchObject({ status: 200, server: 'airec-https-emulator' });
    expect(JSON.parse(answer.body)).toMatchObject({ emulator: 'airec-https' });
    expect(await ask('/api/v1/recommend', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect((await ask('/')).status).toBe(404);
    expect((await ask('/api/v1/recommend', { method: 'POST' })).status).toBe(405);
    expect((await ask('/api/v1/recommend', { servername: 'unbound.example.com' })).status).toBe(421);
  });

  it('that is not there is a problem, not an exception', async () => {
    const gone = await startEmulator({ instances: [] });
    await gone.close();
    const result = await postDomainUpdate(gone.airecEndpoint, { instanceId: 'x', region: 'y', domains: [] });
    expect(result).toEqual({ ok: false, problems: [expect.any(String)] });
  });
});

describe.skipIf(process.platform === 'win32')('the written airec-cli', () => {
  it('hands its arguments on untouched, wherever it lies', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "airec-https it's a $HOME "));
    try {
      const entry = path.join(folder, 'the "cli".mjs');
      await writeFile(entry, 'console.log(JSON.stringify(process.argv.slice(2)))');
      const command = await emulator.writeAirecCli(path.join(folder, 'bin'), entry);
      const argv = ['domain', 'update', '--config-file', "a b'$(id)`id`\\.xlsx", '', '*', '--help'];
      const { stdout } = await promisify(execFile)(command, argv, { env: {} });
      expect(JSON.parse(stdout)).toEqual([
        'emulate',
        'airec-cli',
        '--airec-endpoint',
        emulator.airecEndpoint,
        '--',
        ...argv,
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
