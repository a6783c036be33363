import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config, EndpointConfig, KeySource } from '../../src/config/config.ts';
import { loadMaterials } from '../../src/deployment/material.ts';
import { toAppErrors } from '../../src/errors/render.ts';
import { redact } from '../../src/errors/redaction.ts';
import { endpointConfig, issueFull } from '../support/deployment.ts';

const issued = issueFull();
const other = issueFull();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'airec-https-material-'));
  await writeFile(path.join(folder, 'rec.pem'), issued.bundlePem);
  await writeFile(path.join(folder, 'rec.key'), issued.keyPem);
  await writeFile(path.join(folder, 'reversed.pem'), other.bundlePem + issued.bundlePem);
  await writeFile(path.join(folder, 'empty.pem'), 'nothing here\n');
  await writeFile(path.join(folder, 'with-key.pem'), issued.bundlePem + issued.keyPem);
  await mkdir(path.join(folder, 'folder.pem'));
});
afterAll(() => rm(folder, { recursive: true }));

function endpoint(bundle: string, key: KeySource = { env: 'REC_KEY' }): EndpointConfig {
  return endpointConfig({ certificate: { kind: 'bundle', bundle: path.join(folder, bundle), key } });
}

function load(
  endpoints: readonly EndpointConfig[],
  environment: Record<string, string> = { REC_KEY: issued.keyPem },
) {
  // Of a configuration the endpoints alone are read.
  return loadMaterials({ endpoints } as unknown as Config, environment);
}

async function codesOf(loading: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await loading.then(
    () => new Error('it was loaded'),
    (reason: unknown) => reason,
  );
  return toAppErrors(error).map(({ code }) => code);
}

describe('material', () => {
  it('is the bundle and the key from a variable', async () => {
    const wanted = endpoint('rec.pem');
    const material = (await load([wanted])).get(wanted);
    expect(material?.leaf.fingerprint).toBe(issued.leaf.fingerprint);
    expect(material?.certificates).toHaveLength(2);
    expect(material?.file).toBe(path.join(folder, 'rec.pem'));
  });

  it('may have its key in a file', async () => {
    const wanted = endpoint('rec.pem', { file: path.join(folder, 'rec.key') });
    const material = (await load([wanted], {})).get(wanted);
    expect(material?.key.pem.reveal()).toBe(issued.keyPem);
  });

  it('has as leaf the certificate that the key belongs to, wherever it stands', async () => {
    const wanted = endpoint('reversed.pem');
    expect((await load([wanted])).get(wanted)?.leaf.fingerprint).toBe(issued.leaf.fingerprint);
  });

  it('has as leaf the first certificate when the key belongs to none', async () => {
    const wanted = endpoint('reversed.pem');
    const material = (await load([wanted], { REC_KEY: issueFull().keyPem })).get(wanted);
    expect(material?.leaf.fingerprint).toBe(other.leaf.fingerprint);
  });

  it('is nothing for endpoints whose certificate CAS holds', async () => {
    const stored = endpointConfig({ certificate: { kind: 'cas-id', casId: 'cert-1' } });
    const requested = endpointConfig({ certificate: { kind: 'request', type: 'DV' } });
    expect((await load([stored, requested])).size).toBe(0);
  });

  it('is masked when it cannot be used too', async () => {
    const { keyPem } = issueFull();
    await codesOf(load([endpoint('missing.pem')], { REC_KEY: keyPem }));
    const [, line = ''] = keyPem.split('\n');
    expect(redact(`key ${line}`)).toBe('key ***');
  });
});

describe('problems', () => {
  it.each<[string, () => EndpointConfig, Record<string, string>, string]>([
    ['a variable that is not set', () => endpoint('rec.pem'), {}, 'KEY_VARIABLE_MISSING'],
    ['a variable that is empty', () => endpoint('rec.pem'), { REC_KEY: ' \n' }, 'KEY_VARIABLE_MISSING'],
    [
      'a variable that holds something else',
      () => endpoint('rec.pem'),
      { REC_KEY: 'hunter22' },
      'KEY_MALFORMED',
    ],
  ])('are %s', async (_name, ...[wanted, environment, code]) => {
    expect(await codesOf(load([wanted()], environment))).toEqual([code]);
  });

  it.each([
    ['missing.pem', 'FILE_UNREADABLE'],
    ['folder.pem', 'FILE_UNREADABLE'],
    ['empty.pem', 'PEM_NO_CERTIFICATE'],
    ['with-key.pem', 'PEM_HOLDS_PRIVATE_KEY'],
  ])('are a bundle like %s: %s', async (bundle, code) => {
    expect(await codesOf(load([endpoint(bundle)]))).toEqual([code]);
  });

  it('of every endpoint are told at once, those of keys first', async () => {
    const endpoints = [
      endpoint('missing.pem'),
      endpoint('rec.pem', { env: 'UNSET' }),
      endpoint('empty.pem', { file: path.join(folder, 'missing.key') }),
      endpoint('rec.pem'),
    ];
    expect(await codesOf(load(endpoints))).toEqual([
      'KEY_VARIABLE_MISSING',
      'FILE_UNREADABLE',
      'FILE_UNREADABLE',
      'PEM_NO_CERTIFICATE',
    ]);
  });

  it('point at the line of the configuration', async () => {
    const error: unknown = await load([endpoint('rec.pem')], {}).catch((reason: unknown) => reason);
    expect(toAppErrors(error)[0]?.location).toEqual({ file: 'airec-https.yml', line: 8 });
  });
});
