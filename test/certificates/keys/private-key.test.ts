import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { parsePrivateKey } from '../../../src/certificates/keys/parse-private-key.ts';
import { keyMatches } from '../../../src/certificates/keys/private-key.ts';
import { renderError } from '../../../src/errors/render.ts';
import { Secret } from '../../../src/errors/secret.ts';
import { createDesk } from '../../support/certificate-desk.ts';
import { expectError } from '../../support/expect-error.ts';

const desk = createDesk();
afterAll(desk.remove);

const leaf = desk.issue({ kind: 'leaf', subject: '/CN=rec.example.com' });
const other = desk.issue({ kind: 'leaf', subject: '/CN=rec.example.com' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const exportPem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1') =>
  key.export({ type, format: 'pem' } as { type: 'pkcs8'; format: 'pem' }).toString();
const pkcs8 = exportPem(ec, 'pkcs8');
const pkcs1 = exportPem(rsa, 'pkcs1');
const cipher = { cipher: 'aes-256-cbc', passphrase: 'correct horse' };
const encrypted = rsa.export({ type: 'pkcs8', format: 'pem', ...cipher }).toString();
const encryptedPkcs1 = rsa.export({ type: 'pkcs1', format: 'pem', ...cipher }).toString();
const parameters = desk.openssl('ecparam -name prime256v1').toString();

const parse = (text: string) => parsePrivateKey(new Secret(text), 'REC_KEY');

describe('parsePrivateKey', () => {
  it.each([
    { name: 'PKCS#8', text: pkcs8, pem: pkcs8 },
    { name: 'PKCS#1', text: pkcs1, pem: pkcs1 },
    { name: 'SEC1', text: exportPem(ec, 'sec1'), pem: exportPem(ec, 'sec1') },
    {
      name: 'SEC1 after its parameters',
      text: parameters + exportPem(ec, 'sec1'),
      pem: exportPem(ec, 'sec1'),
    },
    { name: 'a key after its certificate', text: leaf.pem + pkcs8, pem: pkcs8 },
    { name: 'CRLF', text: pkcs1.replaceAll('\n', '\r\n'), pem: pkcs1 },
    { name: String.raw`\n as text`, text: pkcs1.replaceAll('\n', String.raw`\n`), pem: pkcs1 },
    { name: String.raw`\r\n as text`, text: pkcs1.replaceAll('\n', String.raw`\r\n`), pem: pkcs1 },
    { name: 'spaces for line breaks', text: pkcs1.replaceAll('\n', ' '), pem: pkcs1 },
    { name: 'no line breaks at all', text: pkcs1.replaceAll('\n', ''), pem: pkcs1 },
    { name: 'no END line', text: pkcs8.slice(0, -10), pem: pkcs8 },
  ])('reads and mends $name', ({ text, pem }) => {
    const key = parse(text);
    expect(key.pem.reveal()).toBe(pem);
    expect(key.key.type).toBe('private');
  });

  it.each([
    { name: 'nothing', text: '', code: 'KEY_MALFORMED' as const },
    { name: 'a certificate', text: leaf.pem, code: 'KEY_MALFORMED' as const },
    { name: 'a public key', text: pkcs8.replaceAll('PRIVATE', 'PUBLIC'), code: 'KEY_MALFORMED' as const },
    { name: 'no end', text: pkcs8.slice(0, -40), code: 'KEY_MALFORMED' as const },
    { name: 'a missing part', text: pkcs1.replace(/\n.{64}\n/, '\n'), code: 'KEY_MALFORMED' as const },
    { name: 'the wrong label', text: pkcs1.replaceAll('RSA ', 'EC '), code: 'KEY_MALFORMED' as const },
    {
      name: 'a part of a certificate and of a key',
      text: leaf.pem.replace(/\n.{64}\n/, '\n') + pkcs8.slice(0, -40),
      code: 'KEY_MALFORMED' as const,
    },
    { name: 'two keys', text: pkcs8 + pkcs1, code: 'KEY_MALFORMED' as const },
    { name: 'more than 64 KiB', text: pkcs1.repeat(60), code: 'KEY_MALFORMED' as const },
    { name: 'encrypted PKCS#8', text: encrypted, code: 'KEY_ENCRYPTED' as const },
    { name: 'encrypted PKCS#1', text: encryptedPkcs1, code: 'KEY_ENCRYPTED' as const },
  ])('refuses $name without showing it', ({ text, code }) => {
    const error = expectError(() => parse(text), code);
    expect(error.location?.file).toBe('REC_KEY');
    const shown = `${renderError(error)}${inspect(error, { depth: 5 })}`;
    const lines = text.split('\n').filter((line) => /^[A-Za-z0-9+/=]{20,}$/.test(line));
    expect(lines.filter((line) => shown.includes(line))).toEqual([]);
  });

  it('does not take the key for the name of its cipher', () => {
    const text = pkcs1.replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\nDEK-Info:\n');
    const error = expectError(() => parse(text), 'KEY_ENCRYPTED');
    expect(renderError(error)).not.toContain(pkcs1.split('\n')[1]?.slice(0, 16));
    expect(error.message).not.toContain(pkcs1.split('\n')[1]?.slice(0, 16));
  });

  it('prints nothing of the key', () => {
    const key = parse(pkcs8);
    const body = pkcs8.split('\n')[1] ?? 'no body';
    expect(`${inspect(key)}${JSON.stringify(key.pem)}${String(key.pem)}`).not.toContain(body);
  });
});

describe('keyMatches', () => {
  it.each([
    { name: 'its own key', keyPem: leaf.keyPem, matches: true },
    { name: 'another of its kind', keyPem: other.keyPem, matches: false },
    { name: 'one of another kind', keyPem: pkcs1, matches: false },
  ])('$name: $matches', ({ keyPem, matches }) => {
    expect(keyMatches(leaf.certificate, parse(keyPem))).toBe(matches);
  });
});
