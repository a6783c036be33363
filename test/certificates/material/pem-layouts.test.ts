import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readMaterial } from '../../../src/certificates/material/read-material.ts';
import { createDesk } from '../../support/certificate-desk.ts';

const desk = createDesk();
afterAll(desk.remove);

const root = desk.issue({ kind: 'ca', subject: '/CN=Root' });
const leaf = desk.issue({ kind: 'leaf', subject: '/CN=rec.example.com', issuer: root });
const both = leaf.pem + root.pem;
const fingerprints = [leaf.certificate.fingerprint, root.certificate.fingerprint];
const wrap = (width: number) =>
  both.replaceAll(/(?<=-----\n)[^-]+/g, (body) =>
    body.replaceAll('\n', '').replaceAll(new RegExp(`.{1,${width}}`, 'g'), '$&\n'),
  );
const [, secondLine = ''] = leaf.pem.split('\n');

/** How many certificates the openssl command finds in a file; 0 when it refuses it. */
function countByOpenssl(text: string): number {
  writeFileSync(join(desk.folder, 'layout.pem'), text);
  const command = 'crl2pkcs7 -nocrl -certfile layout.pem -outform DER'.split(' ');
  const { status, stdout } = spawnSync('openssl', command, { cwd: desk.folder });
  return status === 0 ? readMaterial(stdout, 'message').certificates.length : 0;
}

describe('PEM of two certificates', () => {
  it.each([
    ['as openssl writes it', both],
    ['with CRLF', both.replaceAll('\n', '\r\n')],
    ['with CR twice before LF', both.replaceAll('\n', '\r\r\n')],
    ['with a byte order mark', `\uFEFF${both}`],
    ['without a final line break', both.trimEnd()],
    ['with blanks at the end of lines', both.replaceAll('\n', ' \t\n')],
    ['with an indented body', both.replaceAll(/^(?!-)/gm, '  ')],
    ['with lines of 1 character', wrap(1)],
    ['with lines of 76 characters', wrap(76)],
    ['with one line a body', wrap(10_000)],
    [
      'with bag attributes',
      `Bag Attributes\n    localKeyID: 01\nsubject=CN=x\n${leaf.pem}Bag Attributes: <No Attributes>\n${root.pem}`,
    ],
    ['with text that mentions edges', `Between "BEGIN CERTIFICATE" and\n-- END OF TEXT --\n${both}`],
    ['with a blank line after BEGIN', both.replace('-----\n', '-----\n\n')],
    ['with older labels', both.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
  ])('is read without a problem %s, as openssl reads it', (_name, text) => {
    const { format, certificates, problems } = readMaterial(Buffer.from(text), 'rec.pem');
    expect(problems).toEqual([]);
    expect(format).toBe('pem');
    expect(certificates.map(({ certificate }) => certificate.fingerprint)).toEqual(fingerprints);
    expect(countByOpenssl(text)).toBe(2);
  });

  const lines = leaf.pem.split('\n').length - 1;
  it.each([
    ['with CR alone', both.replaceAll('\n', '\r'), 1],
    ['with END and BEGIN on one line', leaf.pem.trimEnd() + root.pem, lines],
    ['with END and BEGIN sharing hyphens', both.replace('-----\n-----', '-----'), lines],
    ['indented', both.replaceAll(/^/gm, '    '), 1],
    ['with an indented END', both.replace('\n-----END', '\n -----END'), lines],
    ['with line breaks written out', both.replaceAll('\n', String.raw`\n`), 1],
    ['as a value in JSON', JSON.stringify({ pem: both }), 1],
    ['with spaces for line breaks', both.replaceAll('\n', ' '), 1],
    ['without line breaks', both.replaceAll('\n', ''), 1],
    ['with a hyphen lost', both.replace('-----BEGIN', '----BEGIN'), 1],
    ['with a hyphen too many', both.replace('-----BEGIN', '------BEGIN'), 1],
    ['with dashes for hyphens', both.replace('-----BEGIN', '\u2014\u2014-BEGIN'), 1],
    [
      'with spaces inside the hyphens',
      both.replace('-----BEGIN CERTIFICATE-----', '----- BEGIN CERTIFICATE -----'),
      1,
    ],
    ['with text after END', both.replace('END CERTIFICATE-----', 'END CERTIFICATE----- # leaf'), lines],
    ['with a blank line in a body', both.replace(secondLine, `${secondLine}\n`), 3],
    ['with two blank lines after BEGIN', both.replace('-----\n', '-----\n\n\n'), 4],
    ['with an invisible character', both.replace(secondLine, secondLine.replace(/^.{9}/, '$&\u200B')), 2],
    ['with a space from a web page', both.replace(secondLine, secondLine.replace(/^.{9}/, '$&\u00A0')), 2],
    [
      'with one line break written out',
      both.replace(secondLine, secondLine.replace(/^.{9}/, String.raw`$&\n`)),
      2,
    ],
    ['with a blank line before END', both.replace('\n-----END', '\n\n-----END'), lines],
    ['with header lines', both.replace('-----\n', '-----\nComment: leaf\n\n'), 2],
    ['with another label at its END', both.replace('END CERTIFICATE', 'END X509 CERTIFICATE'), 1],
    ['without the last END line', both.replace(/-----END.*\n$/, ''), lines + 1],
    ['without the first END line', both.replace(/-----END.*\n/, 'Bag Attributes\n'), 1],
  ])('is read with a problem %s, which openssl stumbles over', (_name, text, line) => {
    const { certificates, problems } = readMaterial(Buffer.from(text), 'rec.pem');
    expect(certificates.map(({ certificate }) => certificate.fingerprint)).toEqual(fingerprints);
    expect(problems[0]).toMatchObject({
      id: 'malformed-pem',
      isRecovered: true,
      error: { code: 'PEM_MALFORMED' },
    });
    expect(problems[0]?.error.location).toEqual({ file: 'rec.pem', line });
    expect(countByOpenssl(text)).toBeLessThan(2);
  });
});
