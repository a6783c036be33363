import { afterAll, describe, expect, it } from 'vitest';
import { buildPath, type PathResult } from '../../../src/certificates/paths/path.ts';
import type { ValidationPolicy } from '../../../src/certificates/paths/rules/rule.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import {
  boolean,
  explicit,
  implicit,
  integer,
  namedBits,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
} from '../../../src/emulator/der-writer.ts';
import { createDesk } from '../../support/certificate-desk.ts';
import {
  alternativeNames,
  type Deviation,
  dnsName,
  element,
  extension,
  issuersOf,
  keyId,
  mint,
  type Minted,
  name,
  nameConstraints,
  newKeys,
  validity,
} from '../../support/minter.ts';
import { NOON } from '../../support/paths.ts';

const desk = createDesk();
afterAll(desk.remove);

const keys = { root: newKeys(), intermediate: newKeys(), leaf: newKeys() };
const root = mint({ kind: 'ca', subject: name('Root'), keys: keys.root });
const intermediate = mint({
  kind: 'ca',
  subject: name('Intermediate'),
  keys: keys.intermediate,
  issuer: root,
});
const EMPTY = sequence();
/** The same CN twice. */
const TWO_COMMON_NAMES = element(0x30, ...[1, 2].map(() => name('rec.example.com').subarray(2)));
const oid = objectIdentifier;
const withExtension = (type: string, value: Buffer, critical = false): Deviation => ({
  extensions: { [type]: extension(type, value, critical) },
});
const without = (type: string): Deviation => ({ extensions: { [type]: 'none' } });
const purposes = (...list: readonly string[]) => withExtension('2.5.29.37', sequence(...list.map(oid)));
const names = (...list: readonly Buffer[]): Deviation => ({
  extensions: { '2.5.29.17': alternativeNames(...list) },
});
const SERVER = '1.3.6.1.5.5.7.3.1';
const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';

/** A hierarchy of three in which one certificate deviates. */
function leafOf(place: Row['at'], deviation: Deviation): Minted {
  const mended = { subject: name(place), ...deviation };
  if (place === 'leaf') return mint({ keys: keys.leaf, issuer: intermediate, ...deviation });
  if (place === 'intermediate') {
    return mint({
      keys: keys.leaf,
      issuer: mint({ kind: 'ca', keys: keys.intermediate, issuer: root, ...mended }),
    });
  }
  const anchor = mint({ kind: 'ca', keys: keys.root, ...mended });
  return mint({ keys: keys.leaf, issuer: mint({ kind: 'ca', keys: keys.intermediate, issuer: anchor }) });
}

function validate(leaf: Minted, policy: ValidationPolicy): PathResult {
  const issuers = issuersOf(leaf).map(({ certificate }) => certificate);
  return buildPath({
    leaf: leaf.certificate,
    intermediates: issuers.slice(0, -1),
    trustStore: createTrustStore(issuers.slice(-1)),
    time: NOON,
    policy,
  });
}

function outcome(result: PathResult): string {
  if (result.kind === 'valid') return 'valid';
  return result.failure.code === 'profile-violation' ? result.failure.rule : result.failure.code;
}

function opensslRefuses(leaf: Minted): boolean {
  const issuers = issuersOf(leaf).map(({ certificate }) => certificate);
  const refusal = desk.verify({
    leaf: leaf.certificate,
    intermediates: issuers.slice(0, -1),
    anchors: issuers.slice(-1),
    time: NOON,
    strict: true,
  });
  return refusal !== undefined;
}

interface Row {
  /** Rule or failure code under the strict policy. */
  readonly breaks: string;
  readonly at: 'leaf' | 'intermediate' | 'anchor';
  readonly deviation: Deviation;
  /** Under the browser policy, where it is not `valid`. */
  readonly browser?: string;
  /** `openssl verify -x509_strict` implements the rule and refuses too. */
  readonly openssl?: true;
}

const BROKEN: readonly Row[] = [
  {
    breaks: 'signature-algorithms-differ',
    at: 'leaf',
    deviation: { tbsAlgorithm: sequence(oid('1.2.840.10045.4.3.3')) },
    browser: 'signature-algorithms-differ',
    openssl: true,
  },
  { breaks: 'serial-number', at: 'leaf', deviation: { serial: integer(Buffer.of(0)) } },
  { breaks: 'serial-number', at: 'intermediate', deviation: { serial: element(2, Buffer.of(0x80)) } },
  { breaks: 'serial-number', at: 'anchor', deviation: { serial: integer(Buffer.alloc(21, 1)) } },
  { breaks: 'unique-identifiers', at: 'leaf', deviation: { uniqueIds: implicit(2, Buffer.of(0, 1)) } },
  {
    breaks: 'time-form',
    at: 'leaf',
    deviation: {
      validity: sequence(
        element(0x18, Buffer.from('20260101000000Z')),
        element(0x17, Buffer.from('270101000000Z')),
      ),
    },
  },
  {
    breaks: 'default-written',
    at: 'leaf',
    deviation: {
      extensions: {
        '2.5.29.14': sequence(oid('2.5.29.14'), boolean(false), octetString(octetString(keyId(keys.leaf)))),
      },
    },
  },
  {
    breaks: 'default-written',
    at: 'leaf',
    deviation: withExtension('2.5.29.19', sequence(boolean(false)), true),
  },
  {
    breaks: 'key-usage-encoding',
    at: 'leaf',
    deviation: withExtension('2.5.29.15', element(3, Buffer.of(0, 0x80)), true),
  },
  { breaks: 'empty-issuer', at: 'anchor', deviation: { subject: EMPTY }, openssl: true },
  { breaks: 'empty-alternative-name', at: 'leaf', deviation: names(), openssl: true },
  { breaks: 'alternative-name-missing', at: 'leaf', deviation: without('2.5.29.17') },
  {
    breaks: 'alternative-name-criticality',
    at: 'leaf',
    deviation: withExtension('2.5.29.17', sequence(dnsName('rec.example.com')), true),
  },
  { breaks: 'alternative-name-criticality', at: 'leaf', deviation: { subject: EMPTY }, openssl: true },
  ...[
    'rec_1.example.com',
    '*.com',
    'a.*.example.com',
    'r*.example.com',
    '192.0.2.7',
    'rec.example.com.',
    'rec..example.com',
  ].map((text): Row => ({
    breaks: 'alternative-name-form',
    at: 'leaf',
    deviation: { ...names(dnsName(text)), subject: name(text) },
  })),
  {
    breaks: 'alternative-name-form',
    at: 'leaf',
    deviation: names(dnsName('rec.example.com'), implicit(1, Buffer.from('no mailbox'))),
  },
  {
    breaks: 'alternative-name-form',
    at: 'leaf',
    deviation: names(dnsName('rec.example.com'), dnsName('xn--99999999.example.com')),
  },
  { breaks: 'common-name', at: 'leaf', deviation: { subject: name('Rec.example.com') } },
  { breaks: 'common-name', at: 'leaf', deviation: { subject: TWO_COMMON_NAMES } },
  { breaks: 'common-name', at: 'leaf', deviation: { subject: name('other.example.com') } },
  { breaks: 'subject-key-id-missing', at: 'intermediate', deviation: without('2.5.29.14'), openssl: true },
  { breaks: 'subject-key-id-missing', at: 'anchor', deviation: without('2.5.29.14'), openssl: true },
  { breaks: 'authority-key-id-missing', at: 'leaf', deviation: without('2.5.29.35'), openssl: true },
  {
    breaks: 'authority-key-id-missing',
    at: 'intermediate',
    deviation: withExtension('2.5.29.35', EMPTY),
    openssl: true,
  },
  {
    breaks: 'authority-key-id-fields',
    at: 'leaf',
    deviation: withExtension(
      '2.5.29.35',
      sequence(implicit(0, keyId(keys.intermediate)), element(0xa1, dnsName('x')), implicit(2, Buffer.of(1))),
    ),
  },
  {
    breaks: 'root-key-ids-differ',
    at: 'anchor',
    deviation: withExtension('2.5.29.35', sequence(implicit(0, Buffer.alloc(20)))),
  },
  {
    breaks: 'authority-key-id-mismatch',
    at: 'leaf',
    deviation: withExtension('2.5.29.35', sequence(implicit(0, Buffer.alloc(20)))),
    openssl: true,
  },
  { breaks: 'authority-key-usage-missing', at: 'intermediate', deviation: without('2.5.29.15') },
  {
    breaks: 'key-usage-empty',
    at: 'leaf',
    deviation: withExtension('2.5.29.15', element(3, Buffer.of(0)), true),
  },
  {
    breaks: 'key-cert-sign-without-ca',
    at: 'leaf',
    deviation: withExtension('2.5.29.15', namedBits(0, 5), true),
  },
  {
    breaks: 'subscriber-is-ca',
    at: 'leaf',
    deviation: withExtension('2.5.29.19', sequence(boolean(true)), true),
  },
  {
    breaks: 'path-length-without-ca',
    at: 'leaf',
    deviation: withExtension('2.5.29.19', sequence(integer(Buffer.of(0))), true),
    openssl: true,
  },
  { breaks: 'extended-key-usage-missing', at: 'leaf', deviation: without('2.5.29.37') },
  {
    breaks: 'extended-key-usage-critical',
    at: 'leaf',
    deviation: withExtension('2.5.29.37', sequence(oid(SERVER)), true),
  },
  { breaks: 'extended-key-usage-foreign', at: 'leaf', deviation: purposes(SERVER, '2.5.29.37.0') },
  {
    breaks: 'extended-key-usage-foreign',
    at: 'intermediate',
    deviation: purposes(SERVER, '1.3.6.1.5.5.7.3.3'),
  },
  { breaks: 'root-extended-key-usage', at: 'anchor', deviation: purposes(SERVER) },
  {
    breaks: 'extension-criticality',
    at: 'leaf',
    deviation: withExtension('2.5.29.14', octetString(keyId(keys.leaf)), true),
  },
  {
    breaks: 'extension-criticality',
    at: 'intermediate',
    deviation: withExtension('2.5.29.19', sequence(boolean(true))),
    openssl: true,
  },
  {
    breaks: 'extension-criticality',
    at: 'intermediate',
    deviation: withExtension('2.5.29.30', sequence(explicit(0, sequence(dnsName('example.com'))))),
  },
  { breaks: 'extension-malformed', at: 'leaf', deviation: withExtension('2.5.29.31', EMPTY) },
  { breaks: 'extension-malformed', at: 'leaf', deviation: withExtension('1.3.6.1.5.5.7.1.1', EMPTY) },
  {
    breaks: 'policy-extension-malformed',
    at: 'leaf',
    deviation: withExtension('2.5.29.32', sequence(sequence(oid('1.2.3')), sequence(oid('1.2.3')))),
    browser: 'policy-extension-malformed',
  },
  {
    breaks: 'name-constraints-without-ca',
    at: 'leaf',
    deviation: { extensions: { '2.5.29.30': nameConstraints({ permitted: [dnsName('example.com')] }) } },
  },
  {
    breaks: 'name-constraints-empty',
    at: 'intermediate',
    deviation: withExtension('2.5.29.30', EMPTY, true),
  },
  {
    breaks: 'address-range',
    at: 'intermediate',
    deviation: {
      extensions: {
        '2.5.29.30': nameConstraints({ excluded: [implicit(7, Buffer.of(10, 0, 0, 0, 255, 0, 255, 0))] }),
      },
    },
    browser: 'address-range',
  },
  {
    breaks: 'subtree-distance',
    at: 'intermediate',
    deviation: withExtension(
      '2.5.29.30',
      sequence(explicit(0, sequence(dnsName('example.com'), implicit(1, Buffer.of(1))))),
      true,
    ),
    openssl: true,
  },
  {
    breaks: 'subtree-domain',
    at: 'intermediate',
    deviation: { extensions: { '2.5.29.30': nameConstraints({ permitted: [dnsName('.example.com')] }) } },
  },
  {
    breaks: 'may-not-sign',
    at: 'anchor',
    deviation: withExtension('2.5.29.15', namedBits(6), true),
    openssl: true,
  },
  { breaks: 'not-a-ca', at: 'anchor', deviation: without('2.5.29.19'), openssl: true },
  {
    breaks: 'expired',
    at: 'anchor',
    deviation: { validity: validity('2020-01-01', '2025-01-01') },
    openssl: true,
  },
  {
    breaks: 'unknown-critical-extension',
    at: 'anchor',
    deviation: withExtension('1.2.3.4', nullValue(), true),
    openssl: true,
  },
  {
    breaks: 'weak-signature',
    at: 'leaf',
    deviation: { algorithm: sequence(oid('1.2.840.113549.1.1.5'), nullValue()) },
    browser: 'weak-signature',
  },
  {
    breaks: 'unsupported-signature',
    at: 'leaf',
    deviation: { algorithm: sequence(oid('1.2.840.10045.4.3.2'), nullValue()) },
    browser: 'unsupported-signature',
  },
  {
    breaks: 'unsupported-key',
    at: 'leaf',
    deviation: { keys: newKeys('secp256k1') },
    browser: 'unsupported-key',
  },
  { breaks: 'weak-key', at: 'leaf', deviation: { publicKey: rsaKey(1024) } },
  { breaks: 'weak-key', at: 'leaf', deviation: { publicKey: rsaKey(2052) } },
  { breaks: 'weak-key', at: 'leaf', deviation: { publicKey: rsaKey(512) }, browser: 'weak-key' },
  { breaks: 'weak-key', at: 'leaf', deviation: { publicKey: rsaKey(2048, 1) }, browser: 'weak-key' },
  {
    breaks: 'unsupported-key',
    at: 'leaf',
    deviation: { publicKey: sequence(sequence(oid(EC), sequence()), element(3, Buffer.of(0, 4))) },
    browser: 'unsupported-key',
  },
];

/** A SubjectPublicKeyInfo that nobody has the private key of. */
function rsaKey(bits: number, exponent = 0x10001): Buffer {
  const modulus = Buffer.from(
    ((1n << BigInt(bits - 1)) + 1n).toString(16).padStart(2 * Math.ceil(bits / 8), '0'),
    'hex',
  );
  const number = Buffer.from(exponent.toString(16).padStart(6, '0'), 'hex');
  const key = sequence(integer(modulus), integer(number));
  return sequence(sequence(oid(RSA), nullValue()), element(3, Buffer.of(0), key));
}

describe('the rules for a certificate by itself', () => {
  it('are all kept by what the rows deviate from', () => {
    const leaf = leafOf('leaf', {});
    expect(outcome(validate(leaf, 'strict'))).toBe('valid');
    expect(opensslRefuses(leaf)).toBe(false);
  });

  it.each(BROKEN)('refuse what breaks $breaks at the $at', ({ breaks, at, deviation, browser = 'valid' }) => {
    const leaf = leafOf(at, deviation);
    expect(outcome(validate(leaf, 'strict'))).toBe(breaks);
    expect(outcome(validate(leaf, 'browser'))).toBe(browser);
  });

  it.each(BROKEN.filter(({ openssl }) => openssl))('agree with OpenSSL: $breaks at the $at', (row) => {
    expect(opensslRefuses(leafOf(row.at, row.deviation))).toBe(true);
  });
});
