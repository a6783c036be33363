import { describe, expect, it } from 'vitest';
import { buildPath, type PathQuery } from '../../../src/certificates/paths/path.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import { implicit, objectIdentifier, sequence } from '../../../src/emulator/der-writer.ts';
import {
  alternativeNames,
  dnsName,
  extension,
  issuersOf,
  mint,
  type Minted,
  name,
  nameConstraints,
  newKeys,
  validity,
} from '../../support/minter.ts';
import { failureOf, NOON } from '../../support/paths.ts';

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const root = mint({ kind: 'ca', subject: name('Root') });
const upper = mint({ kind: 'ca', subject: name('Upper'), issuer: root });
const rolled = mint({ kind: 'ca', subject: name('Upper'), issuer: upper });
const lower = mint({ kind: 'ca', subject: name('Lower'), issuer: rolled });
const leaf = mint({
  issuer: lower,
  subject: sequence(),
  extensions: {
    '2.5.29.17': extension(
      '2.5.29.17',
      sequence(
        dnsName('*.example.com'),
        implicit(7, Buffer.of(192, 0, 2, 7)),
        implicit(1, Buffer.from('Ann@example.com')),
      ),
      true,
    ),
  },
});
const clientLeaf = mint({
  issuer: root,
  extensions: { '2.5.29.37': extension('2.5.29.37', sequence(objectIdentifier(CLIENT_AUTH))) },
});

function outcome(from: Minted, terms: Partial<PathQuery> = {}): string {
  const above = issuersOf(from).map(({ certificate }) => certificate);
  const trustStore = createTrustStore(above.slice(-1));
  const result = buildPath({
    leaf: from.certificate,
    intermediates: above,
    trustStore,
    time: NOON,
    ...terms,
  });
  return result.kind === 'valid' ? 'valid' : result.failure.code;
}

function anchors(...trusted: readonly Minted[]) {
  return createTrustStore(trusted.map(({ certificate }) => certificate));
}

describe('the terms of a path', () => {
  it.each([
    { maxIntermediates: 1, expected: 'chain-too-long' },
    // Upper signs itself anew, which does not count.
    { maxIntermediates: 2, expected: 'valid' },
  ])('at most $maxIntermediates intermediates: $expected', ({ maxIntermediates, expected }) => {
    expect(outcome(leaf, { maxIntermediates })).toBe(expected);
  });

  it.each([
    { kind: 'dns', value: 'rec.example.com', expected: 'valid' },
    { kind: 'dns', value: 'example.com', expected: 'name-mismatch' },
    { kind: 'dns', value: '192.0.2.7', expected: 'name-mismatch' },
    { kind: 'dns', value: 'a\0.example.com', expected: 'name-mismatch' },
    { kind: 'ip', value: '192.0.2.7', expected: 'valid' },
    { kind: 'ip', value: '192.0.2.8', expected: 'name-mismatch' },
    { kind: 'ip', value: 'rec.example.com', expected: 'name-mismatch' },
    { kind: 'email', value: 'Ann@Example.COM', expected: 'valid' },
    { kind: 'email', value: 'ann@example.com', expected: 'name-mismatch' },
    { kind: 'email', value: 'example.com', expected: 'name-mismatch' },
  ] as const)('for $kind $value: $expected', ({ expected, ...reference }) => {
    expect(outcome(leaf, { reference })).toBe(expected);
  });

  it('the purpose', () => {
    expect(outcome(clientLeaf)).toBe('wrong-extended-key-usage');
    expect(outcome(clientLeaf, { purpose: CLIENT_AUTH })).toBe('valid');
    expect(outcome(leaf, { purpose: CLIENT_AUTH })).toBe('wrong-extended-key-usage');
  });

  it('a policy that must be there', () => {
    expect(outcome(leaf, { policies: { requireExplicit: true } })).toBe('policy-not-acceptable');
  });
});

describe('a leaf with the name and the key of an anchor', () => {
  const anchor = mint({ subject: name('rec.example.com') });
  const trustStore = anchors(anchor);

  it('is trusted when it is the anchor, or the anchor signed it', () => {
    expect(outcome(anchor, { trustStore })).toBe('valid');
    const renewed = mint({ subject: anchor.subject, keys: anchor.keys });
    expect(outcome(renewed, { trustStore })).toBe('valid');
  });

  it('is not trusted for having them', () => {
    const forged = mint({
      subject: anchor.subject,
      keys: newKeys(),
      publicKey: anchor.keys.publicKey.export({ type: 'spki', format: 'der' }),
    });
    expect(forged.certificate.publicKeyDer).toEqual(anchor.certificate.publicKeyDer);
    expect(outcome(forged, { trustStore })).toBe('unknown-issuer');
  });
});

describe('the strict policy', () => {
  const old = mint({
    kind: 'ca',
    subject: name('R'),
    keys: newKeys(),
    validity: validity('2010-01-01', '2020-01-01'),
  });
  const renewed = mint({ kind: 'ca', subject: name('R'), keys: old.keys });
  const crossed = mint({ kind: 'ca', subject: name('R'), keys: old.keys, issuer: root });
  const below = mint({ issuer: old });

  it('looks for an anchor that is itself in order', () => {
    const strict = { policy: 'strict' } as const;
    expect(outcome(below, { ...strict, trustStore: anchors(old) })).toBe('expired');
    expect(outcome(below, { ...strict, trustStore: anchors(old, renewed) })).toBe('valid');
    const others = { trustStore: anchors(old, root), intermediates: [crossed.certificate] };
    expect(outcome(below, { ...strict, ...others })).toBe('valid');
    expect(outcome(below, { policy: 'browser', trustStore: anchors(old) })).toBe('valid');
  });

  it('holds the constraints of the anchor against all below, which a browser does not', () => {
    const constraints = nameConstraints({ permitted: [dnsName('example.org')] });
    const bound = mint({ kind: 'ca', subject: name('Bound'), extensions: { '2.5.29.30': constraints } });
    const inside = mint({
      issuer: bound,
      subject: name('example.org'),
      extensions: { '2.5.29.17': alternativeNames(dnsName('example.org')) },
    });
    expect(outcome(inside, { policy: 'strict' })).toBe('valid');
    expect(outcome(mint({ issuer: bound }), { policy: 'strict' })).toBe('name-not-permitted');
    expect(outcome(mint({ issuer: bound }), { policy: 'browser' })).toBe('valid');
  });

  it('names the rule, where it stands, and both values', () => {
    const issuer = mint({ kind: 'ca', issuer: root, extensions: { '2.5.29.14': 'none' } });
    const result = buildPath({
      leaf: mint({ issuer }).certificate,
      intermediates: [issuer.certificate],
      trustStore: anchors(root),
      time: NOON,
      policy: 'strict',
    });
    expect(failureOf(result)).toMatchObject({
      code: 'profile-violation',
      certificate: issuer.certificate,
      rule: 'subject-key-id-missing',
      citation: 'RFC 5280 §4.2.1.2',
      actual: expect.any(String),
      required: expect.any(String),
    });
  });
});
