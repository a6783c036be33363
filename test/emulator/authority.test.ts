import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAuthority, type LeafRequest } from '../../src/emulator/authority.ts';
import { openssl } from '../support/openssl-command.ts';

const DAY_MS = 86_400_000;
const NOW = new Date();
const authority = createAuthority('http://127.0.0.1:9/aia', () => NOW);
const other = authority.addIntermediate('second-intermediate');
const LONG_NAME = `${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`;

async function verify(request: LeafRequest) {
  const issued = authority.issue(request);
  const run = await openssl(
    [
      'verify',
      '-x509_strict',
      '-policy_check',
      '-purpose',
      'sslserver',
      '-verify_hostname',
      request.names[0].replace('*', 'any'),
      '-no-CApath',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'bundle.pem',
      'leaf.pem',
    ],
    { 'root.pem': authority.rootPem, 'bundle.pem': issued.bundlePem, 'leaf.pem': issued.leafPem },
  );
  return { run, leaf: new X509Certificate(issued.leafPem) };
}

describe('the authority of the emulator', () => {
  it.each<[string, LeafRequest]>([
    ['an ordinary leaf', { names: ['rec.example.com'] }],
    ['a leaf with several names', { names: ['rec.example.com', 'www.example.com'] }],
    ['a wildcard', { names: ['*.example.com'] }],
    ['a name too long for a common name', { names: [LONG_NAME] }],
    ['an RSA key', { names: ['rec.example.com'], keyType: 'rsa' }],
    ['a second intermediate', { names: ['rec.example.com'], issuer: other }],
  ])('issues %s that strict OpenSSL accepts', async (_, request) => {
    const { run, leaf } = await verify(request);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(leaf.checkHost(request.names[0].replace('*', 'any'))).toBeDefined();
  });

  it.each<[string, LeafRequest, number]>([
    ['expired', { names: ['rec.example.com'], notAfter: new Date(NOW.getTime() - DAY_MS) }, 10],
    ['not yet valid', { names: ['rec.example.com'], notBefore: new Date(NOW.getTime() + DAY_MS) }, 9],
  ])('issues one that is %s', async (_, request, opensslError) => {
    const { run } = await verify(request);
    expect(run.exitCode).toBe(2);
    expect(run.output).toContain(`error ${opensslError} at 0 depth`);
  });

  it('keeps to the profile of RFC 5280', () => {
    const { leafPem } = authority.issue({ names: ['rec.example.com'] });
    const leaf = new X509Certificate(leafPem);
    const intermediate = new X509Certificate(authority.intermediate.pem);
    const root = new X509Certificate(authority.rootPem);
    expect(leaf.ca).toBe(false);
    expect(leaf.subjectAltName).toBe('DNS:rec.example.com');
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(leaf.infoAccess?.trim()).toBe('CA Issuers - URI:http://127.0.0.1:9/aia/intermediate.cer');
    expect(leaf.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)).toBe(199 * DAY_MS - 1000);
    expect(Date.parse(leaf.validFrom)).toBeLessThan(NOW.getTime());
    expect(intermediate.infoAccess?.trim()).toBe('CA Issuers - URI:http://127.0.0.1:9/aia/root.cer');
    expect([root.subject, intermediate.subject]).toEqual([
      'CN=airec-https emulator root',
      'CN=airec-https emulator intermediate',
    ]);
  });

  it('limits the intermediate to leaves', async () => {
    const text = await openssl(['x509', '-noout', '-ext', 'basicConstraints,keyUsage', '-in', 'ca.pem'], {
      'ca.pem': authority.intermediate.pem,
    });
    expect(text.output).toContain('CA:TRUE, pathlen:0');
    expect(text.output).toContain('Certificate Sign, CRL Sign');
  });

  it('gives every certificate a serial number and a key of its own', () => {
    const leaves = [1, 2, 3].map(
      () => new X509Certificate(authority.issue({ names: ['rec.example.com'] }).leafPem),
    );
    expect(new Set(leaves.map((leaf) => leaf.serialNumber)).size).toBe(3);
    expect(new Set(leaves.map((leaf) => leaf.publicKey.export({ type: 'spki', format: 'pem' }))).size).toBe(
      3,
    );
  });

  it('orders its bundles from the leaf up and keeps the key that belongs to the leaf', () => {
    const issued = authority.issue({ names: ['rec.example.com'], issuer: other });
    expect(issued.bundlePem).toBe(issued.leafPem + other.pem);
    expect(issued.fullChainPem).toBe(issued.leafPem + other.pem + authority.rootPem);
    expect(new X509Certificate(issued.leafPem).verify(new X509Certificate(other.pem).publicKey)).toBe(true);
  });

  it('publishes what its AIA names, and nothing else', () => {
    expect(authority.published(other.url)).toEqual(other.der);
    expect(authority.published('http://127.0.0.1:9/aia/absent.cer')).toBeUndefined();
  });
});
