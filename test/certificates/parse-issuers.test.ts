import { afterAll, describe, expect, it } from 'vitest';
import { parseIssuers } from '../../src/certificates/parse-issuers.ts';
import { createDesk } from '../support/certificate-desk.ts';
import { expectError } from '../support/expect-error.ts';

const desk = createDesk();
afterAll(desk.remove);

const root = desk.issue({ kind: 'ca', subject: '/CN=Root' });
const intermediate = desk.issue({ kind: 'ca', subject: '/CN=Intermediate', issuer: root });
const one = [root.certificate.fingerprint];
const two = [intermediate.certificate.fingerprint, root.certificate.fingerprint];
const files = `-certfile ${intermediate.name}.pem -certfile ${root.name}.pem`;
const cms = desk.openssl(`crl2pkcs7 -nocrl ${files} -outform DER`);
const cmsPem = desk.openssl(`crl2pkcs7 -nocrl ${files}`);

/** The same message as some authorities write it: BER, every wrapper of indefinite length. */
const berParts = [
  Buffer.from('308006092a864886f70d010702a080', 'hex'), // ContentInfo, signedData, [0]
  Buffer.from('30800201013100308006092a864886f70d0107010000', 'hex'), // SignedData, no digests, data
  Buffer.from('a080', 'hex'),
  intermediate.certificate.der,
  root.certificate.der,
  Buffer.from('00003100000000000000', 'hex'), // end of [0], no signers, the three ends
];

describe('parseIssuers', () => {
  it.each([
    { name: 'one DER certificate', body: root.certificate.der, fingerprints: one },
    { name: 'PEM', body: Buffer.from(intermediate.pem + root.pem), fingerprints: two },
    { name: 'PEM with a byte order mark', body: Buffer.from(`\uFEFF${root.pem}`), fingerprints: one },
    { name: 'CMS in DER', body: cms, fingerprints: two },
    { name: 'CMS in PEM', body: cmsPem, fingerprints: two },
    { name: 'CMS of indefinite length', body: Buffer.concat(berParts), fingerprints: two },
  ])('reads $name', ({ body, fingerprints }) => {
    expect(parseIssuers(body).map(({ fingerprint }) => fingerprint)).toEqual(fingerprints);
  });

  it.each([
    { name: 'nothing', body: Buffer.alloc(0) },
    { name: 'a page of HTML', body: Buffer.from('<html>404</html>') },
    { name: 'CMS cut short', body: cms.subarray(0, -1) },
    { name: 'CMS without certificates', body: desk.openssl('crl2pkcs7 -nocrl -outform DER') },
    { name: 'CMS of another type', body: Buffer.from('300f06092a864886f70d010701a0020400', 'hex') },
    { name: 'PEM cut short', body: Buffer.from(root.pem.slice(0, -60)) },
    { name: 'an endless nest', body: Buffer.from(`30800609${'3080'.repeat(5000)}`, 'hex') },
    { name: 'a length without its octets', body: Buffer.from('308006ff', 'hex') },
    { name: 'a primitive of indefinite length', body: Buffer.from('3080060101048000000000', 'hex') },
    { name: '21 certificates', body: Buffer.from(root.pem.repeat(21)) },
    { name: 'more than 1 MiB', body: Buffer.alloc(1024 * 1024 + 1, 0x30) },
  ])('refuses $name', ({ body }) => {
    const error = expectError(() => parseIssuers(body), 'CERTIFICATE_MALFORMED');
    expect(error.category).toBe('certificate');
  });

  it('takes 20 certificates', () => {
    expect(parseIssuers(Buffer.from(root.pem.repeat(20)))).toHaveLength(20);
  });
});
