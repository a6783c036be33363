import { afterAll, describe, expect, it } from 'vitest';
import { certificateName, completeBundle } from '../../src/certificates/bundle.ts';
import { createTrustStore } from '../../src/certificates/trust-store.ts';
import { createDesk, type Issued } from '../support/certificate-desk.ts';
import { certificatesOf, NOON } from '../support/paths.ts';

const desk = createDesk();
afterAll(desk.remove);

const subject = '/CN=rec.example.com';
const root = desk.issue({ kind: 'ca', subject: '/CN=Root' });
const upper = desk.issue({ kind: 'ca', subject: '/CN=Upper', issuer: root });
const lower = desk.issue({ kind: 'ca', subject: '/CN=Lower', issuer: upper });
const shortcut = desk.issue({ kind: 'ca', subject: '/CN=Lower', issuer: root, keyOf: lower });
const leaf = desk.issue({ kind: 'leaf', subject, issuer: lower });
const expired = desk.issue({ kind: 'leaf', subject, issuer: root, notAfter: '20260201000000Z' });
const selfSigned = desk.issue({ kind: 'leaf', subject });

function complete(candidates: readonly Issued[], anchor = root, subjectLeaf = leaf) {
  return completeBundle({
    leaf: subjectLeaf.certificate,
    candidates: certificatesOf(candidates),
    trustStore: createTrustStore([anchor.certificate]),
    time: NOON,
  });
}

describe('completeBundle', () => {
  it.each([
    {
      name: 'orders, and leaves out the root',
      candidates: [root, upper, lower],
      bundle: [leaf, lower, upper],
    },
    {
      name: 'leaves out strays and duplicates',
      candidates: [lower, selfSigned, upper, lower, leaf],
      bundle: [leaf, lower, upper],
    },
    { name: 'takes the shortest way', candidates: [upper, lower, shortcut], bundle: [leaf, shortcut] },
  ])('$name', ({ candidates, bundle }) => {
    expect(complete(candidates)).toEqual({
      kind: 'complete',
      bundle: certificatesOf(bundle),
      anchor: root.certificate,
    });
  });

  it('makes a trusted leaf its own bundle', () => {
    expect(complete([], selfSigned, selfSigned)).toEqual({
      kind: 'complete',
      bundle: [selfSigned.certificate],
      anchor: selfSigned.certificate,
    });
  });

  it.each([
    { name: 'at the leaf', candidates: [], subjectLeaf: leaf, top: leaf, code: 'unknown-issuer' },
    {
      name: 'at the first intermediate',
      candidates: [lower],
      subjectLeaf: leaf,
      top: lower,
      code: 'unknown-issuer',
    },
    { name: 'at a leaf past mending', candidates: [], subjectLeaf: expired, top: expired, code: 'expired' },
  ])('tells where the path stops: $name', ({ candidates, subjectLeaf, top, code }) => {
    expect(complete(candidates, root, subjectLeaf)).toMatchObject({
      kind: 'incomplete',
      failure: { code },
      top: { fingerprint: top.certificate.fingerprint },
    });
  });
});

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
