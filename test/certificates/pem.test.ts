import { afterAll, describe, expect, it } from 'vitest';
import { parseBundle, toPem } from '../../src/certificates/pem.ts';
import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { expectError } from '../support/expect-error.ts';
import { createDesk } from '../support/certificate-desk.ts';

const desk = createDesk();
afterAll(desk.remove);

const root = desk.issue({ kind: 'ca', subject: '/CN=Root' });
const leaf = desk.issue({ kind: 'leaf', subject: '/CN=rec.example.com', issuer: root });
const both = [leaf.certificate.fingerprint, root.certificate.fingerprint];
const readable = desk.openssl(`x509 -in ${leaf.name}.pem -text`).toString();
const der = desk.openssl(`x509 -in ${leaf.name}.pem -outform DER`);
const pkcs12 = desk.openssl(`pkcs12 -export -in ${leaf.name}.pem -inkey ${leaf.name}.key -passout pass:x`);
const pkcs7 = desk.openssl(`crl2pkcs7 -nocrl -certfile ${leaf.name}.pem`).toString();

const helpFor = (text: string) => expectError(() => parseBundle(text, 'a.pem'), 'PEM_WRONG_FORMAT').help;

describe('parseBundle', () => {
  it.each([
    ['as openssl writes it', leaf.pem + root.pem],
    ['with CRLF', (leaf.pem + root.pem).replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${leaf.pem}${root.pem}`],
    ['with text between blocks', `${readable}\n# root\n${root.pem}\nend`],
    ['indented', (leaf.pem + root.pem).replaceAll(/^/gm, '    ')],
    ['without an end of line', (leaf.pem + root.pem).trimEnd()],
    ['without the last END line', (leaf.pem + root.pem).replace(/-----END.*\n$/, '')],
    ['with END and BEGIN on one line', leaf.pem.trimEnd() + root.pem],
    [
      'with a block of another kind',
      `${leaf.pem}-----BEGIN DH PARAMETERS-----\nMAA=\n-----END DH PARAMETERS-----\n${root.pem}`,
    ],
  ])('reads certificates in order: %s', (_, text) => {
    expect(parseBundle(text, 'rec.pem').map(({ fingerprint }) => fingerprint)).toEqual(both);
  });

  const lines = leaf.pem.trimEnd().split('\n');
  it.each<{ name: string; text: string; code: ErrorCode; line?: number }>([
    { name: 'nothing', text: '', code: 'PEM_NO_CERTIFICATE' },
    {
      name: 'a request',
      text: leaf.pem.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'),
      code: 'PEM_NO_CERTIFICATE',
    },
    {
      name: 'a private key after the leaf',
      text: leaf.pem + leaf.keyPem,
      code: 'PEM_HOLDS_PRIVATE_KEY',
      line: lines.length + 1,
    },
    {
      name: 'a private key without its end',
      text: `\r\n\r\n${leaf.keyPem.slice(0, 60)}`,
      code: 'PEM_HOLDS_PRIVATE_KEY',
      line: 3,
    },
    {
      name: 'a private key without its beginning',
      text: leaf.keyPem.replace(/^.*\n/, ''),
      code: 'PEM_HOLDS_PRIVATE_KEY',
      line: 4,
    },
    {
      name: 'an encrypted private key',
      text: leaf.keyPem.replaceAll('PRIVATE', 'ENCRYPTED PRIVATE'),
      code: 'PEM_HOLDS_PRIVATE_KEY',
      line: 1,
    },
    {
      name: 'a block cut short',
      text: `${leaf.pem}${lines.slice(0, -2).join('\n')}`,
      code: 'PEM_MALFORMED',
      line: lines.length + 1,
    },
    {
      name: 'a block that begins in another',
      text: `${lines.slice(0, 3).join('\n')}\n${root.pem}`,
      code: 'PEM_MALFORMED',
      line: 1,
    },
    {
      name: 'an end without its begin',
      text: lines.slice(1).join('\n'),
      code: 'PEM_MALFORMED',
      line: lines.length - 1,
    },
    {
      name: 'a foreign character',
      text: leaf.pem.replace(lines[3] ?? '', '*'),
      code: 'PEM_MALFORMED',
      line: 4,
    },
    {
      name: 'a missing character',
      text: leaf.pem.replace(lines[3] ?? '', (match) => match.slice(1)),
      code: 'PEM_MALFORMED',
      line: 1,
    },
    {
      name: 'a missing line',
      text: `\n${[...lines.slice(0, 3), ...lines.slice(4)].join('\n')}`,
      code: 'PEM_MALFORMED',
      line: 2,
    },
    { name: 'DER', text: der.toString(), code: 'PEM_WRONG_FORMAT' },
    { name: 'DER in Latin-1', text: der.toString('latin1'), code: 'PEM_WRONG_FORMAT' },
    { name: 'PKCS#12', text: pkcs12.toString(), code: 'PEM_WRONG_FORMAT' },
    { name: 'PKCS#7', text: pkcs7, code: 'PEM_WRONG_FORMAT', line: 1 },
    { name: 'more than 1 MiB', text: leaf.pem + ' '.repeat(1024 * 1024), code: 'PEM_TOO_LARGE' },
  ])('refuses $name', ({ text, code, line }) => {
    const error = expectError(() => parseBundle(text, 'rec.pem'), code);
    expect(error.location?.line).toBe(line);
  });

  it('names the command that converts the file', () => {
    expect(helpFor(der.toString())).toContain('openssl x509 -inform DER -in a.pem');
    expect(helpFor(pkcs12.toString())).toContain('openssl pkcs12 -nokeys -in a.pem');
    expect(helpFor(pkcs7)).toContain('openssl pkcs7 -print_certs -in a.pem');
  });
});

describe('toPem', () => {
  it('writes what openssl writes', () => {
    expect(toPem([leaf.certificate, root.certificate])).toBe(leaf.pem + root.pem);
    expect(toPem([])).toBe('');
  });
});
