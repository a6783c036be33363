import { afterAll, describe, expect, it } from 'vitest';
import { certificateName } from '../../src/certificates/bundle.ts';
import { createDesk } from '../support/certificate-desk.ts';

const desk = createDesk();
afterAll(desk.remove);

const subject = '/CN=rec.example.com';
const root = desk.issue({ kind: 'ca', subject: '/CN=Root' });
const lower = desk.issue({ kind: 'ca', subject: '/CN=Lower', issuer: root });
const shortcut = desk.issue({ kind: 'ca', subject: '/CN=Lower', issuer: root, keyOf: lower });
const leaf = desk.issue({ kind: 'leaf', subject, issuer: lower });

describe('certificateName', () => {
  const bundle = [leaf.certificate, lower.certificate] as const;

  it('holds the domain, the leaf and the chain', () => {
    const name = certificateName('rec.example.com', bundle);
    expect(name).toMatch(/^airec-https_rec\.example\.com_[0-9a-f]{12}_[0-9a-f]{4}$/);
    expect(name).toContain(`_${leaf.certificate.fingerprint.slice(0, 12)}_`);
    expect(certificateName('rec.example.com', bundle)).toBe(name);
  });

  it('differs for another chain and another domain', () => {
    const names = [
      certificateName('rec.example.com', bundle),
      certificateName('rec.example.com', [leaf.certificate, shortcut.certificate]),
      certificateName('a.example.com', bundle),
      certificateName(`${'a'.repeat(60)}.example.com`, bundle),
      certificateName(`${'a'.repeat(60)}.example.org`, bundle),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(['rec.example.com', '*.example.com', 'a'.repeat(34), 'a'.repeat(35), `${'a.'.repeat(126)}a`])(
    'has at most 64 plain characters: %s',
    (domain) => {
      expect(certificateName(domain, bundle)).toMatch(/^[a-z0-9._-]{1,64}$/);
    },
  );
});
