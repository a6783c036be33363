import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { casClient, type CallCas } from '../support/emulated-cas.ts';

const DAY_MS = 86_400_000;

let emulator: Emulator;
let call: CallCas;
beforeAll(async () => {
  emulator = await startEmulator({ issuingPolls: 5 });
  call = casClient(emulator);
  for (const [name, domain, days] of [
    ['first', 'rec.example.com', 30],
    ['second', '*.example.com', 30],
    ['expired', 'rec.example.com', -1],
    ['elsewhere', 'rec.example.org', 30],
  ] as const) {
    const notAfter = new Date(Date.now() + days * DAY_MS);
    const { bundlePem, keyPem } = emulator.authority.issue({ names: [domain], notAfter });
    await call('CreateCertificate', { Name: name, Cert: bundlePem, Key: keyPem });
  }
  await call('CreateCertificate', { DomainName: 'rec.example.com', CertType: 'DV' });
});
afterAll(() => emulator.close());

async function rows(parameters: Readonly<Record<string, string>>): Promise<Record<string, unknown>[]> {
  const { body } = await call('ListUserCertificateOrder', parameters, 'GET');
  return body['CertificateOrderList'] as Record<string, unknown>[];
}

describe('ListUserCertificateOrder', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['valid uploads, newest first', { OrderType: 'UPLOAD' }, ['elsewhere', 'second', 'first']],
    ['expired uploads when asked', { OrderType: 'UPLOAD', Status: 'EXPIRED' }, ['expired']],
    ['valid certificates of either origin', { OrderType: 'CERT' }, ['elsewhere', 'second', 'first']],
    ['a substring of the domain', { OrderType: 'CERT', Keyword: 'xample.com' }, ['second', 'first']],
    ['no host under a wildcard', { OrderType: 'CERT', Keyword: 'www.example.com' }, []],
    ['no name of a certificate', { OrderType: 'CERT', Keyword: 'first' }, []],
    ['requests by default, also unfinished ones', {}, ['rec.example.com-5']],
    ['unfinished requests', { OrderType: 'CPACK', Status: 'CHECKING' }, ['rec.example.com-5']],
    ['the second page', { OrderType: 'UPLOAD', ShowSize: '2', CurrentPage: '2' }, ['first']],
    ['a page behind the last', { OrderType: 'UPLOAD', ShowSize: '2', CurrentPage: '3' }, []],
  ])('lists %s', async (_, parameters, names) => {
    expect((await rows(parameters)).map((row) => row['Name'])).toEqual(names);
  });

  it('describes a certificate, its serial number padded with zeros', async () => {
    const [row] = await rows({ OrderType: 'UPLOAD', Keyword: '*.' });
    const view = emulator.certificates[1];
    const leaf = new X509Certificate(view?.chainPem ?? '');
    expect(row).toEqual({
      CertificateId: view?.id,
      Name: 'second',
      CommonName: '*.example.com',
      Sans: '*.example.com',
      Upload: true,
      Status: 'ISSUED',
      Expired: false,
      Sha2: leaf.fingerprint256.replaceAll(':', ''),
      Fingerprint: leaf.fingerprint.replaceAll(':', ''),
      SerialNo: `00000000${leaf.serialNumber}`,
      StartDate: new Date(leaf.validFrom).toISOString().slice(0, 10),
      EndDate: new Date(leaf.validTo).toISOString().slice(0, 10),
    });
  });

  it('says of an unfinished request only that it is one', async () => {
    const [row] = await rows({});
    expect(row).toMatchObject({ Status: 'CHECKING', CommonName: 'rec.example.com', Upload: false });
    expect(row).not.toHaveProperty('Sha2');
  });

  it.each([
    ['OrderType', 'GIFT'],
    ['Status', 'LOST'],
    ['CurrentPage', '0'],
    ['ShowSize', 'many'],
  ])('refuses %s=%s', async (name, value) => {
    const reply = await call('ListUserCertificateOrder', { [name]: value }, 'GET');
    expect(reply).toMatchObject({ code: `InvalidParameter.${name}`, status: 400 });
  });
});
