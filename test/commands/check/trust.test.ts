import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { toPem } from '../../../src/certificates/pem.ts';
import { run } from '../../../src/commands/check/check.ts';
import type { ClientName } from '../../../src/config/config.ts';
import { toAppErrors } from '../../../src/errors/render.ts';
import { createPaint } from '../../../src/reports/paint.ts';
import { type CheckReport, checkReportSchema } from '../../../src/reports/check/check-report.ts';
import { authority, crossSign, server } from '../../support/minted-hierarchy.ts';
import type { Minted } from '../../support/minter.ts';
import { certificatesOf } from '../../support/repairs.ts';
import { closeServers, listen } from '../../support/servers.ts';

const root = authority('Common Root');
const other = authority('Root of Java');
const intermediate = authority('Issuing CA', root);
const crossed = crossSign(root, other);
const leaf = server(intermediate);

interface Trust {
  readonly roots?: readonly string[];
  readonly clients: Readonly<Partial<Record<ClientName, readonly string[]>>>;
}

let folder = '';
let port = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'airec-https-trust-'));
  const write = (name: string, minted: readonly Minted[]) =>
    writeFile(path.join(folder, name), toPem(certificatesOf(minted)));
  await write('common.pem', [root]);
  await write('java.pem', [other]);
  await write('bundle.pem', [leaf, intermediate, crossed]);
  await writeFile(path.join(folder, 'empty.pem'), '');
  const cert = toPem(certificatesOf([leaf, intermediate]));
  const key = leaf.keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const answering = createServer({ cert, key }, (_request, response) => response.writeHead(200).end());
  ({ port } = await listen(answering));
});
afterAll(async () => {
  await closeServers();
  await rm(folder, { recursive: true });
});

/** Checks what the server sends as a configuration with this trust says. Returns what is printed. */
async function check(trust: Trust, clients: readonly ClientName[] | undefined, ...options: string[]) {
  const file = path.join(folder, 'airec-https.yml');
  const config = {
    region: 'cn-hangzhou',
    airec: { instance: 'ai-rec-prod', bind: 'none' },
    endpoints: [
      {
        domain: 'rec.example.com',
        certificate: { bundle: 'bundle.pem', key: { env: 'REC_KEY' } },
        ingress: [{ type: 'SLB', instance: 'lb-1' }],
        addresses: [`127.0.0.1:${port}`],
        ...(clients ? { clients } : {}),
      },
    ],
    trust: { ...trust, 'private-networks': true },
  };
  await writeFile(file, stringify(config));
  const lines: string[] = [];
  await run(['--config', file, ...options], {
    environment: {},
    width: 80,
    out: (line) => void lines.push(line),
    error: (line) => void lines.push(line),
    showsProgress: false,
    progress: () => undefined,
    paint: () => createPaint(false),
  });
  return lines.join('\n');
}

async function checkJson(trust: Trust, clients?: readonly ClientName[]): Promise<CheckReport> {
  return checkReportSchema.parse(JSON.parse(await check(trust, clients, '--json')));
}

const JAVA_APART: Trust = { roots: ['common.pem'], clients: { java: ['java.pem'] } };

describe('a client with a store of its own', () => {
  it('alone refuses what does not lead there, and gets the cross-sign that does', async () => {
    const { trust, endpoints } = await checkJson(JAVA_APART);
    expect(trust).toMatchObject({
      ownRoots: [path.join(folder, 'common.pem')],
      clients: { java: [path.join(folder, 'java.pem')] },
    });
    const accepts = { accepts: true, error: null };
    const bundle = [leaf, intermediate, crossed].map(({ certificate }) => certificate.fingerprint);
    expect(endpoints).toMatchObject([
      {
        verdict: 'repairable',
        clients: {
          chrome: accepts,
          firefox: accepts,
          java: { accepts: false, error: expect.stringContaining('unable to find valid certification path') },
          android: accepts,
          openssl: accepts,
        },
        repair: { bundle, satisfies: ['chrome', 'firefox', 'java', 'android', 'openssl'], leaves: [] },
      },
    ]);
  });

  it('is asked for its store again by the command that prints the bundle', async () => {
    expect(await check(JAVA_APART, undefined)).toContain(`--config ${path.join(folder, 'airec-https.yml')}`);
    expect(await check({ roots: ['common.pem'], clients: {} }, undefined)).not.toContain('--config');
  });

  it.each<{ what: string; trust: Trust; clients: readonly ClientName[]; accepts: boolean }>([
    { what: 'its store', trust: { clients: { java: ['common.pem'] } }, clients: ['java'], accepts: true },
    {
      what: 'its store',
      trust: { clients: { openssl: ['common.pem'] } },
      clients: ['openssl'],
      accepts: true,
    },
    {
      what: 'the common one',
      trust: { clients: { java: ['common.pem'] } },
      clients: ['android'],
      accepts: false,
    },
    { what: 'the common one', trust: JAVA_APART, clients: ['java'], accepts: false },
  ])('$clients, of what leads to $what: $accepts', async ({ trust, clients, accepts }) => {
    const [endpoint] = (await checkJson(trust, clients)).endpoints;
    expect(Object.values(endpoint?.clients ?? {}).map((each) => each.accepts)).toEqual([accepts]);
    expect(endpoint?.findings.some(({ id }) => id === 'chain-refused')).toBe(false);
  });

  it.each([
    ['is missing', 'none.pem', 'FILE_UNREADABLE'],
    ['holds none', 'empty.pem', 'PEM_NO_CERTIFICATE'],
  ])('ends the check when its file %s', async (_what, file, code) => {
    const error: unknown = await check({ clients: { java: [file] } }, undefined).catch(
      (reason: unknown) => reason,
    );
    expect(toAppErrors(error).map((each) => each.code)).toEqual([code]);
  });
});
