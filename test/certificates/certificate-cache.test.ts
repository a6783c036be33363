import { describe, expect, it } from 'vitest';
import { createCertificateCache } from '../../src/certificates/certificate-cache.ts';
import { expectError } from '../support/expect-error.ts';
import { mint, newKeys } from '../support/minter.ts';

const keys = newKeys();
const root = mint({ kind: 'ca', keys });
const { certificate: intermediate } = mint({ kind: 'ca', keys, issuer: root });
const leaves = Array.from({ length: 1000 }, () => mint({ keys, issuer: root }).certificate.der);

describe('createCertificateCache', () => {
  it('gives the same object for the same octets', () => {
    const cache = createCertificateCache();
    const first = cache.parse(intermediate.der);
    expect(first.fingerprint).toBe(intermediate.fingerprint);
    expect(cache.parse(Buffer.from(intermediate.der))).toBe(first);
  });

  it('keeps what is asked for again and again, and lets go of the rest', () => {
    const cache = createCertificateCache();
    const kept = cache.parse(intermediate.der);
    const passing = cache.parse(root.certificate.der);
    for (const der of leaves) {
      cache.parse(der);
      expect(cache.parse(intermediate.der)).toBe(kept);
    }
    expect(cache.parse(root.certificate.der)).not.toBe(passing);
  });

  it('takes the octets as they are now', () => {
    const cache = createCertificateCache();
    const bytes = Buffer.from(intermediate.der);
    const before = cache.parse(bytes);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(cache.parse(bytes).fingerprint).not.toBe(before.fingerprint);
  });

  it('refuses what is malformed, each time', () => {
    const cache = createCertificateCache();
    expectError(() => cache.parse(Buffer.of(1)), 'CERTIFICATE_MALFORMED');
    expectError(() => cache.parse(Buffer.of(1)), 'CERTIFICATE_MALFORMED');
  });
});
