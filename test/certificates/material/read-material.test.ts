import { generateKeyPairSync } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Material, MaterialFormat } from '../../../src/certificates/material/material.ts';
import { findNoCertificate } from '../../../src/certificates/material/absent.ts';
import { readMaterial } from '../../../src/certificates/material/read-material.ts';
import { keyMatches } from '../../../src/certificates/keys/private-key.ts';
import type { ErrorCode } from '../../../src/errors/catalogue.ts';
import { renderError } from '../../../src/errors/render.ts';
import { createDesk } from '../../support/certificate-desk.ts';

const desk = createDesk();
afterAll(desk.remove);

const root = desk.issue({ kind: 'ca', subject: '/CN=Root' });
const leaf = desk.issue({ kind: 'leaf', subject: '/CN=rec.example.com', issuer: root });
const both = leaf.pem + root.pem;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const pkcs1 = rsa.export({ type: 'pkcs1', format: 'pem' }).toString();
const sec1 = desk.openssl(`ec -in ${leaf.name}.key`).toString();
const encrypted = { cipher: 'aes-256-cbc', passphrase: 'correct horse' };
const encryptedPkcs8 = rsa.export({ type: 'pkcs8', format: 'pem', ...encrypted }).toString();
const encryptedPkcs1 = rsa.export({ type: 'pkcs1', format: 'pem', ...encrypted }).toString();
const certfiles = `-certfile ${leaf.name}.pem -certfile ${root.name}.pem`;
const pkcs7 = desk.openssl(`crl2pkcs7 -nocrl ${certfiles}`);
const pkcs7Der = desk.openssl(`crl2pkcs7 -nocrl ${certfiles} -outform DER`);
const pkcs12 = desk.openssl(
  `pkcs12 -export -in ${leaf.name}.pem -inkey ${leaf.name}.key -certfile ${root.name}.pem -passout pass:x`,
);
const keyDer = desk.openssl(`pkey -in ${leaf.name}.key -outform DER`);
const request = desk.openssl(`req -in ${leaf.name}.csr`);
const requestDer = desk.openssl(`req -in ${leaf.name}.csr -outform DER`);
const publicKey = desk.openssl(`pkey -in ${leaf.name}.key -pubout`);
const trusted = desk.openssl(`x509 -in ${leaf.name}.pem -trustout -addtrust serverAuth -setalias leaf`);
const utf16 = Buffer.from(both, 'utf16le');

/** What became of a file, in short. */
function summarise({ format, certificates, keys, problems }: Material) {
  return {
    format,
    certificates: certificates.length,
    keys: keys.length,
    problems: problems.map(
      ({ id, error, isRecovered }) => `${id} ${error.code}${isRecovered ? '' : ' lost'}`,
    ),
  };
}

function firstMessage(text: string): string | undefined {
  return readMaterial(Buffer.from(text), 'file').problems[0]?.error.message;
}

interface Row {
  readonly name: string;
  readonly bytes: Buffer;
  readonly format: MaterialFormat;
  readonly certificates?: number;
  readonly keys?: number;
  readonly problems?: readonly `${string} ${ErrorCode}${'' | ' lost'}`[];
}

describe('readMaterial', () => {
  it.each<Row>([
    {
      name: 'a chain and its key',
      bytes: Buffer.from(both + leaf.keyPem),
      format: 'pem',
      certificates: 2,
      keys: 1,
    },
    {
      name: 'a key before its certificate',
      bytes: Buffer.from(leaf.keyPem + leaf.pem),
      format: 'pem',
      certificates: 1,
      keys: 1,
    },
    {
      name: 'the same certificate twice',
      bytes: Buffer.from(leaf.pem + leaf.pem),
      format: 'pem',
      certificates: 2,
    },
    { name: 'a PKCS#1 key', bytes: Buffer.from(pkcs1), format: 'pem', keys: 1 },
    { name: 'a SEC1 key', bytes: Buffer.from(sec1), format: 'pem', keys: 1 },
    { name: 'a request', bytes: request, format: 'pem' },
    { name: 'a public key', bytes: publicKey, format: 'pem' },
    { name: 'a request in DER', bytes: requestDer, format: 'der' },
    { name: 'nothing', bytes: Buffer.alloc(0), format: 'empty' },
    { name: 'blanks', bytes: Buffer.from(' \r\n\t'), format: 'empty' },
    { name: 'a page of HTML', bytes: Buffer.from('\n<!DOCTYPE html><title>404</title>'), format: 'html' },
    { name: 'text', bytes: Buffer.from('see attachment\n'), format: 'text' },
    { name: 'the end of something unknown', bytes: Buffer.from('-----END MESSAGE-----\n'), format: 'text' },
    { name: 'text that begins as DER could', bytes: Buffer.from(`0 ${'x'.repeat(40)}`), format: 'text' },
    { name: 'a word that is base64', bytes: Buffer.from('none'), format: 'text' },
    { name: 'random octets', bytes: Buffer.from('00ff8812fe000000', 'hex'), format: 'binary' },
  ])('reads $name without a problem', ({ bytes, ...expected }) => {
    expect(summarise(readMaterial(bytes, 'file'))).toEqual({
      format: expected.format,
      certificates: expected.certificates ?? 0,
      keys: expected.keys ?? 0,
      problems: [],
    });
  });

  it.each<Row>([
    {
      name: 'DER',
      bytes: leaf.certificate.der,
      format: 'der',
      certificates: 1,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'two DER certificates',
      bytes: Buffer.concat([leaf.certificate.der, root.certificate.der]),
      format: 'der',
      certificates: 2,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'DER and a line break',
      bytes: Buffer.concat([leaf.certificate.der, Buffer.from('\r\n')]),
      format: 'der',
      certificates: 1,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'DER and something else',
      bytes: Buffer.concat([leaf.certificate.der, Buffer.from('...')]),
      format: 'der',
      certificates: 1,
      problems: ['wrong-format PEM_WRONG_FORMAT', 'malformed-certificate CERTIFICATE_MALFORMED'],
    },
    {
      name: 'DER cut short',
      bytes: leaf.certificate.der.subarray(0, 200),
      format: 'der',
      problems: ['malformed-certificate CERTIFICATE_MALFORMED lost'],
    },
    {
      name: 'DER that was saved as text',
      bytes: Buffer.from(leaf.certificate.der.toString()),
      format: 'binary',
      problems: ['wrong-format PEM_WRONG_FORMAT lost'],
    },
    {
      name: 'a key in DER',
      bytes: keyDer,
      format: 'der',
      keys: 1,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'a PKCS#1 key in DER',
      bytes: rsa.export({ type: 'pkcs1', format: 'der' }),
      format: 'der',
      keys: 1,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'an encrypted key in DER',
      bytes: rsa.export({ type: 'pkcs8', format: 'der', ...encrypted }),
      format: 'der',
      problems: ['encrypted-key KEY_ENCRYPTED lost'],
    },
    {
      name: 'PKCS#7',
      bytes: pkcs7,
      format: 'pem',
      certificates: 2,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'PKCS#7 in DER',
      bytes: pkcs7Der,
      format: 'pkcs7',
      certificates: 2,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'PKCS#7 labelled as a certificate',
      bytes: Buffer.from(pkcs7.toString().replaceAll('PKCS7', 'CERTIFICATE')),
      format: 'pem',
      certificates: 2,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'PKCS#7 cut short',
      bytes: Buffer.from(pkcs7.toString().replace(/\n.{64}\n/, '\n')),
      format: 'pem',
      problems: ['wrong-format PKCS7_MALFORMED lost'],
    },
    { name: 'PKCS#12', bytes: pkcs12, format: 'pkcs12', problems: ['wrong-format PEM_WRONG_FORMAT lost'] },
    {
      name: 'a Java key store',
      bytes: Buffer.from('feedfeed0000000200000000', 'hex'),
      format: 'java-key-store',
      problems: ['wrong-format PEM_WRONG_FORMAT lost'],
    },
    {
      name: 'a ZIP archive',
      bytes: Buffer.from('504b030414000000', 'hex'),
      format: 'zip',
      problems: ['wrong-format PEM_WRONG_FORMAT lost'],
    },
    {
      name: 'UTF-16, little-endian',
      bytes: Buffer.concat([Buffer.from('fffe', 'hex'), utf16]),
      format: 'pem',
      certificates: 2,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'UTF-16, big-endian',
      bytes: Buffer.concat([Buffer.from('feff', 'hex'), Buffer.from(utf16).swap16()]),
      format: 'pem',
      certificates: 2,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'UTF-16 without a mark',
      bytes: utf16,
      format: 'pem',
      certificates: 2,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'base64 of PEM',
      bytes: Buffer.from(Buffer.from(both + leaf.keyPem).toString('base64')),
      format: 'text',
      certificates: 2,
      keys: 1,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'base64 of DER',
      bytes: Buffer.from(leaf.pem.replaceAll(/-----.*\n/g, '')),
      format: 'text',
      certificates: 1,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'a trusted certificate',
      bytes: trusted,
      format: 'pem',
      certificates: 1,
      problems: ['wrong-format PEM_WRONG_FORMAT'],
    },
    {
      name: 'an encrypted PKCS#8 key',
      bytes: Buffer.from(encryptedPkcs8),
      format: 'pem',
      problems: ['encrypted-key KEY_ENCRYPTED lost'],
    },
    {
      name: 'an encrypted PKCS#1 key',
      bytes: Buffer.from(encryptedPkcs1),
      format: 'pem',
      problems: ['encrypted-key KEY_ENCRYPTED lost'],
    },
    {
      name: 'an encrypted key in a variable',
      bytes: Buffer.from(encryptedPkcs1.replaceAll('\n', String.raw`\n`)),
      format: 'pem',
      problems: ['malformed-pem PEM_MALFORMED', 'encrypted-key KEY_ENCRYPTED lost'],
    },
    {
      name: 'an OpenSSH key',
      bytes: Buffer.from(leaf.keyPem.replaceAll('PRIVATE', 'OPENSSH PRIVATE')),
      format: 'pem',
      problems: ['wrong-format PEM_WRONG_FORMAT lost'],
    },
    {
      name: 'a key cut short',
      bytes: Buffer.from(pkcs1.slice(0, 500)),
      format: 'pem',
      problems: ['malformed-pem KEY_MALFORMED lost'],
    },
    {
      name: 'a key labelled as a certificate',
      bytes: Buffer.from(leaf.keyPem.replaceAll('PRIVATE KEY', 'CERTIFICATE')),
      format: 'pem',
      problems: ['malformed-pem PEM_MALFORMED lost'],
    },
    {
      name: 'a request labelled as a certificate',
      bytes: Buffer.from(request.toString().replaceAll('CERTIFICATE REQUEST', 'CERTIFICATE')),
      format: 'pem',
      problems: ['malformed-pem PEM_MALFORMED lost'],
    },
    {
      name: 'an empty block',
      bytes: Buffer.from('-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n'),
      format: 'pem',
      problems: ['malformed-pem PEM_MALFORMED lost'],
    },
    {
      name: 'base64 of something else',
      bytes: Buffer.from('-----BEGIN CERTIFICATE-----\naGVsbG8gd29ybGQ=\n-----END CERTIFICATE-----\n'),
      format: 'pem',
      problems: ['malformed-certificate CERTIFICATE_MALFORMED lost'],
    },
    {
      name: 'a certificate cut short before a whole one',
      bytes: Buffer.from(`${leaf.pem.slice(0, 300)}\n${root.pem}`),
      format: 'pem',
      certificates: 1,
      problems: ['malformed-pem PEM_MALFORMED lost'],
    },
    {
      name: 'a whole certificate before one cut short',
      bytes: Buffer.from(leaf.pem + root.pem.slice(0, 300)),
      format: 'pem',
      certificates: 1,
      problems: ['malformed-pem PEM_MALFORMED lost'],
    },
    {
      name: 'a foreign character',
      bytes: Buffer.from(both.replace(/\n./, '\n*')),
      format: 'pem',
      certificates: 1,
      problems: ['malformed-pem PEM_MALFORMED lost'],
    },
    {
      name: 'base64 behind padding',
      bytes: Buffer.from(both.replace(/\n(....)/, '\nMA==$1')),
      format: 'pem',
      certificates: 1,
      problems: ['malformed-pem PEM_MALFORMED lost'],
    },
    {
      name: 'an END alone',
      bytes: Buffer.from(leaf.pem.replace(/.*\n/, '')),
      format: 'pem',
      problems: ['malformed-pem PEM_MALFORMED lost'],
    },
    {
      name: 'more than 1 MiB',
      bytes: Buffer.from(leaf.pem + ' '.repeat(1024 * 1024)),
      format: 'binary',
      problems: ['wrong-format PEM_TOO_LARGE lost'],
    },
  ])('reads what it can of $name, and tells', ({ name, bytes, ...expected }) => {
    const summary = { name, ...summarise(readMaterial(bytes, 'file')) };
    expect(summary).toEqual({ name, certificates: 0, keys: 0, ...expected });
  });

  it('says at which lines things stand', () => {
    const text = `# leaf\n${leaf.pem}\n${leaf.keyPem}${root.pem}`;
    const { certificates, keys, contents } = readMaterial(Buffer.from(text), 'file');
    const lineOf = (pem: string) => text.slice(0, text.indexOf(pem)).split('\n').length;
    expect(certificates.map(({ line }) => line)).toEqual([lineOf(leaf.pem), lineOf(root.pem)]);
    expect(keys.map(({ line }) => line)).toEqual([lineOf(leaf.keyPem)]);
    expect(contents.map(({ kind }) => kind)).toEqual(['certificate', 'private key', 'certificate']);
  });

  it('keeps the order of the file, whatever it is', () => {
    const { certificates } = readMaterial(Buffer.from(root.pem + leaf.pem), 'file');
    expect(certificates.map(({ certificate }) => certificate.fingerprint)).toEqual([
      root.certificate.fingerprint,
      leaf.certificate.fingerprint,
    ]);
  });

  it.each([
    ['PKCS#8', leaf.keyPem],
    ['SEC1', sec1],
  ])('reads a key in %s that belongs to its certificate', (_name, keyPem) => {
    const [placed] = readMaterial(Buffer.from(keyPem), 'file').keys;
    expect(placed && keyMatches(leaf.certificate, placed.key)).toBe(true);
    expect(placed && keyMatches(root.certificate, placed.key)).toBe(false);
  });

  it('says how a key is encrypted', () => {
    expect(firstMessage(encryptedPkcs8)).toContain('(PKCS#8)');
    expect(firstMessage(encryptedPkcs1)).toContain('(RSA PRIVATE KEY, AES-256-CBC)');
  });

  it('says how much of a certificate is there', () => {
    const { length } = root.certificate.der;
    const cut = root.pem.replace(/\n.{64}\n(?=.{64}\n.*\n-)/, '\n');
    const [problem] = readMaterial(Buffer.from(leaf.pem + cut), 'file').problems;
    expect(problem?.error.message).toContain(`${length - 48} of its ${length} bytes`);
  });

  it('shows nothing of a key that it cannot read', () => {
    const lines = pkcs1.split('\n').slice(1, -2);
    const spoilt = [
      pkcs1.slice(0, 900),
      pkcs1.replace(/\n(.{32})/, '\n$1*'),
      pkcs1.replaceAll('RSA PRIVATE KEY', 'CERTIFICATE'),
    ];
    for (const text of spoilt) {
      const { problems } = readMaterial(Buffer.from(text), 'file');
      const shown = problems.map(({ error }) => renderError(error)).join('\n');
      expect(problems).toHaveLength(1);
      expect(lines.filter((line) => shown.includes(line.slice(0, 16)))).toEqual([]);
    }
  });

  it('tells 50 problems at most, the worst of them', () => {
    const bent = both.replace('-----BEGIN', ' -----BEGIN').repeat(40);
    const text = `${bent}${leaf.pem.slice(0, 300)}`;
    const { certificates, problems } = readMaterial(Buffer.from(text), 'file');
    expect(certificates).toHaveLength(80);
    expect(problems.some(({ isRecovered }) => !isRecovered)).toBe(true);
    const empty = '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n';
    const worse = readMaterial(Buffer.from(bent.repeat(2) + empty), 'file').problems;
    expect(worse).toHaveLength(50);
    expect(worse[0]?.isRecovered).toBe(false);
  });

  it.each([
    ['blocks', both.repeat(501)],
    ['DER values', Buffer.concat(Array.from({ length: 1001 }, () => leaf.certificate.der))],
  ])('reads 1,000 %s at most, and tells', (_name, content) => {
    const { certificates, problems } = readMaterial(Buffer.from(content), 'file');
    expect(certificates).toHaveLength(1000);
    expect(problems.some(({ id }) => id.startsWith('malformed'))).toBe(true);
  });
});

describe('findNoCertificate', () => {
  it.each([
    { name: 'nothing', bytes: Buffer.alloc(0), held: 'nothing at all' },
    { name: 'a page of HTML', bytes: Buffer.from('<html>'), held: 'an HTML page' },
    { name: 'text', bytes: Buffer.from('hello'), held: 'text without a BEGIN line' },
    {
      name: 'a key and a request',
      bytes: Buffer.from(leaf.keyPem + request.toString()),
      held: 'a private key and a certificate request',
    },
    { name: 'an encrypted key', bytes: Buffer.from(encryptedPkcs8), held: 'a private key' },
    {
      name: 'PKCS#7 without certificates',
      bytes: desk.openssl('crl2pkcs7 -nocrl'),
      held: 'a PKCS#7 message',
    },
    {
      name: 'a CRL label',
      bytes: Buffer.from('-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n'),
      held: 'a CRL',
    },
  ])('says what is there instead: $name', ({ bytes, held }) => {
    const error = findNoCertificate(readMaterial(bytes, 'rec.pem'));
    expect(error).toMatchObject({ code: 'PEM_NO_CERTIFICATE', location: { file: 'rec.pem' } });
    expect(error?.message).toContain(held);
  });

  it('has nothing to say where a problem says it, or where there is a certificate', () => {
    expect(findNoCertificate(readMaterial(pkcs12, 'rec.pem'))).toBeUndefined();
    expect(findNoCertificate(readMaterial(Buffer.from(leaf.pem), 'rec.pem'))).toBeUndefined();
  });
});
