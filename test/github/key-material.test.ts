import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { storeZip } from '../../src/airec/zip.ts';
import { Secret } from '../../src/errors/secret.ts';
import { refuseKeyMaterial } from '../../src/github/key-material.ts';
import { expectError } from '../support/expect-error.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const DER = privateKey.export({ type: 'pkcs8', format: 'der' });
const TOKEN = new Secret('xoxb-4711-key-material-test').reveal();

type Row = readonly [name: string, content: Uint8Array | string];

const secret: readonly Row[] = [
  ['PEM', PEM],
  ['PEM among other text', `chain\n${PEM}more`],
  ['PEM with CRLF', PEM.replaceAll('\n', '\r\n')],
  ['PEM as JSON', JSON.stringify({ key: PEM })],
  ['PEM in UTF-16', Buffer.from(PEM, 'utf16le')],
  ['a part of PEM', PEM.slice(0, 40)],
  ['DER', DER],
  ['base64 of DER', DER.toString('base64')],
  ['base64 of PEM', Buffer.from(PEM).toString('base64')],
  ['a workbook with PEM in a cell', storeZip([{ name: 'xl/a.xml', data: Buffer.from(`<v>${PEM}</v>`) }])],
  ['a workbook in a workbook', storeZip([{ name: 'a', data: storeZip([{ name: 'b', data: DER }]) }])],
  ['a damaged workbook', Buffer.from('504b0304ffff', 'hex')],
  ['a registered secret', `hook: ${TOKEN}.`],
  ['a registered secret among bytes', Buffer.concat([Buffer.from([0xff, 0x00]), Buffer.from(TOKEN)])],
];

const harmless: readonly Row[] = [
  ['a public key', publicKey.export({ type: 'spki', format: 'pem' }).toString()],
  ['a workbook', storeZip([{ name: 'xl/a.xml', data: Buffer.from('<v>rec.example.com</v>') }])],
  ['prose about a private key', 'The private key never leaves the secret store.'],
  ['nothing', ''],
];

describe('refuseKeyMaterial', () => {
  it.each(secret)('refuses %s', (_name, content) => {
    const error = expectError(() => refuseKeyMaterial('certs/rec.pem', content), 'GITHUB_KEY_MATERIAL');
    expect(error.message).toContain('certs/rec.pem');
    expect(error.message).not.toContain(TOKEN);
  });

  it.each(harmless)('lets %s pass', (_name, content) => {
    expect(() => refuseKeyMaterial('certs/rec.pem', content)).not.toThrow();
  });
});
