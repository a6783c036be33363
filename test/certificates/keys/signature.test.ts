import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../../../src/certificates/pem.ts';
import { isSignedBy, readScheme } from '../../../src/certificates/keys/signature.ts';
import { createDesk } from '../../support/certificate-desk.ts';

const desk = createDesk();
afterAll(desk.remove);

const PSS = '-sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:';

/** A certificate that the openssl command signed with a new key of its own. */
function selfSigned(newkey: string, options: string) {
  const command = `req -x509 -nodes -newkey ${newkey} -keyout s.key -out s.pem -subj /CN=S ${options}`;
  execFileSync('openssl', command.trim().split(/ +/), { cwd: desk.folder, stdio: 'ignore' });
  return parseBundle(readFileSync(join(desk.folder, 's.pem'), 'utf8'), 's.pem')[0];
}

const curve = (name: string) => `ec -pkeyopt ec_paramgen_curve:${name}`;

describe('isSignedBy', () => {
  it.each([
    { newkey: 'rsa:2048', options: '-sha256', scheme: 'RSA with SHA-256' },
    { newkey: 'rsa:2048', options: '-sha384', scheme: 'RSA with SHA-384' },
    { newkey: 'rsa:2048', options: '-sha512', scheme: 'RSA with SHA-512' },
    { newkey: 'rsa:2048', options: `-sha256 ${PSS}32`, scheme: 'RSA-PSS with SHA-256' },
    { newkey: 'rsa:2048', options: `-sha384 ${PSS}48`, scheme: 'RSA-PSS with SHA-384' },
    { newkey: 'rsa:2048', options: `-sha512 ${PSS}64`, scheme: 'RSA-PSS with SHA-512' },
    { newkey: curve('P-256'), options: '-sha256', scheme: 'ECDSA with SHA-256' },
    { newkey: curve('P-384'), options: '-sha384', scheme: 'ECDSA with SHA-384' },
    { newkey: curve('P-521'), options: '-sha512', scheme: 'ECDSA with SHA-512' },
    { newkey: 'ed25519', options: '', scheme: 'Ed25519' },
  ])('verifies $scheme', ({ newkey, options, scheme }) => {
    const certificate = selfSigned(newkey, options);
    expect(readScheme(certificate.signatureAlgorithm)).toMatchObject({ kind: 'scheme', name: scheme });
    expect(isSignedBy(certificate, certificate)).toBe(true);
    const signature = Buffer.from(certificate.signature);
    signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
    expect(isSignedBy({ ...certificate, signature }, certificate)).toBe(false);
  });

  it.each([
    { newkey: 'rsa:2048', options: '-sha1', kind: 'weak' },
    { newkey: 'rsa:2048', options: '-md5', kind: 'weak' },
    { newkey: curve('P-256'), options: '-sha1', kind: 'weak' },
    { newkey: 'rsa:2048', options: `-sha256 ${PSS}20`, kind: 'unknown' },
    { newkey: 'rsa:2048', options: '-sha3-256', kind: 'unknown' },
    { newkey: 'ed448', options: '', kind: 'unknown' },
  ])('refuses $newkey $options as $kind', ({ newkey, options, kind }) => {
    const certificate = selfSigned(newkey, options);
    expect(readScheme(certificate.signatureAlgorithm).kind).toBe(kind);
    expect(isSignedBy(certificate, certificate)).toBe(false);
  });

  it('tells each pair apart, however often it is asked', () => {
    const [one, other] = [selfSigned(curve('P-256'), '-sha256'), selfSigned(curve('P-256'), '-sha256')];
    for (let round = 0; round < 2; round += 1) {
      expect(isSignedBy(one, one)).toBe(true);
      expect(isSignedBy(one, other)).toBe(false);
      expect(isSignedBy(other, one)).toBe(false);
    }
  });

  it('does not take a key of another kind', () => {
    const [ec, rsa] = [selfSigned(curve('P-256'), '-sha256'), selfSigned('rsa:2048', '-sha256')];
    expect(isSignedBy(ec, rsa)).toBe(false);
    expect(isSignedBy(rsa, ec)).toBe(false);
  });
});
