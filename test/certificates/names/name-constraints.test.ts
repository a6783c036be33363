import { describe, expect, it } from 'vitest';
import { buildPath } from '../../../src/certificates/paths/path.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import {
  explicit,
  implicit,
  objectIdentifier,
  sequence,
  setOf,
  utf8String,
} from '../../../src/emulator/der-writer.ts';
import {
  alternativeNames,
  dnsName,
  element,
  mint,
  name,
  nameConstraints,
  newKeys,
} from '../../support/minter.ts';
import { NOON } from '../../support/paths.ts';

const keys = { root: newKeys(), intermediate: newKeys(), leaf: newKeys() };
const root = mint({ kind: 'ca', subject: name('Root'), keys: keys.root });

const ip = (...octets: readonly number[]) => implicit(7, Buffer.from(octets));
const mail = (text: string) => implicit(1, Buffer.from(text));
const uri = (text: string) => implicit(6, Buffer.from(text));
const directory = (commonName: string) => explicit(4, name(commonName));
const otherName = explicit(0, Buffer.concat([objectIdentifier('1.2.3'), explicit(0, utf8String('x'))]));
const withMail = sequence(
  setOf(sequence(objectIdentifier('1.2.840.113549.1.9.1'), element(0x16, Buffer.from('a@Example.com')))),
);

interface Row {
  readonly names: readonly Buffer[];
  readonly permitted?: readonly Buffer[];
  readonly excluded?: readonly Buffer[];
  readonly subject?: Buffer;
  readonly allowed: boolean;
}

const ROWS: readonly (readonly [string, Row])[] = [
  [
    'the domain itself',
    { names: [dnsName('Example.com')], permitted: [dnsName('example.COM')], allowed: true },
  ],
  [
    'a host below',
    { names: [dnsName('a.b.example.com')], permitted: [dnsName('example.com')], allowed: true },
  ],
  ['a namesake', { names: [dnsName('badexample.com')], permitted: [dnsName('example.com')], allowed: false }],
  ['the domain above', { names: [dnsName('com')], permitted: [dnsName('example.com')], allowed: false }],
  [
    'one of two permitted',
    { names: [dnsName('b.test')], permitted: [dnsName('a.test'), dnsName('b.test')], allowed: true },
  ],
  [
    'the second of two names',
    { names: [dnsName('a.test'), dnsName('b.test')], permitted: [dnsName('a.test')], allowed: false },
  ],
  [
    'a leading dot and a host',
    { names: [dnsName('a.example.com')], permitted: [dnsName('.example.com')], allowed: true },
  ],
  [
    'a leading dot and the domain',
    { names: [dnsName('example.com')], permitted: [dnsName('.example.com')], allowed: false },
  ],
  [
    'a wildcard below',
    { names: [dnsName('*.example.com')], permitted: [dnsName('example.com')], allowed: true },
  ],
  [
    'a wildcard that reaches farther',
    { names: [dnsName('*.example.com')], permitted: [dnsName('a.example.com')], allowed: false },
  ],
  [
    'a wildcard that may hit',
    { names: [dnsName('*.example.com')], excluded: [dnsName('a.example.com')], allowed: false },
  ],
  [
    'a wildcard that cannot hit',
    { names: [dnsName('*.example.com')], excluded: [dnsName('b.a.example.com')], allowed: true },
  ],
  [
    'a wildcard of the excluded',
    { names: [dnsName('*.example.com')], excluded: [dnsName('example.com')], allowed: false },
  ],
  ['all names excluded', { names: [dnsName('example.com')], excluded: [dnsName('')], allowed: false }],
  [
    'a malformed name, permitted',
    { names: [dnsName('a..example.com')], permitted: [dnsName('example.com')], allowed: false },
  ],
  [
    'a malformed name, excluded',
    { names: [dnsName('a b')], excluded: [dnsName('example.com')], allowed: false },
  ],
  [
    'another form of name',
    { names: [dnsName('a.test')], permitted: [ip(10, 0, 0, 0, 255, 0, 0, 0)], allowed: true },
  ],
  [
    'an address in range',
    { names: [ip(10, 1, 2, 3)], permitted: [ip(10, 0, 0, 0, 255, 0, 0, 0)], allowed: true },
  ],
  [
    'an address out of range',
    { names: [ip(11, 1, 2, 3)], permitted: [ip(10, 0, 0, 0, 255, 0, 0, 0)], allowed: false },
  ],
  [
    'an address of the other family',
    { names: [ip(...Array<number>(16).fill(0))], permitted: [ip(0, 0, 0, 0, 0, 0, 0, 0)], allowed: false },
  ],
  [
    'all of IPv4 excluded, IPv6 there',
    { names: [ip(...Array<number>(16).fill(1))], excluded: [ip(0, 0, 0, 0, 0, 0, 0, 0)], allowed: true },
  ],
  ['the mailbox', { names: [mail('A@example.com')], permitted: [mail('A@EXAMPLE.com')], allowed: true }],
  [
    'a mailbox in other case',
    { names: [mail('a@example.com')], permitted: [mail('A@example.com')], allowed: false },
  ],
  [
    'a mailbox of the host',
    { names: [mail('a@example.com')], permitted: [mail('example.com')], allowed: true },
  ],
  [
    'a mailbox of a host below',
    { names: [mail('a@b.example.com')], permitted: [mail('example.com')], allowed: false },
  ],
  [
    'a mailbox below a dot',
    { names: [mail('a@b.example.com')], permitted: [mail('.example.com')], allowed: true },
  ],
  ['no mailbox', { names: [mail('example.com')], permitted: [mail('example.com')], allowed: false }],
  ['no mailbox, excluded', { names: [mail('@')], excluded: [mail('example.com')], allowed: false }],
  [
    'mail in the subject',
    { names: [dnsName('a.test')], subject: withMail, permitted: [mail('example.org')], allowed: false },
  ],
  [
    'mail in the subject, permitted',
    { names: [dnsName('a.test')], subject: withMail, permitted: [mail('example.com')], allowed: true },
  ],
  [
    'a URI of the host',
    { names: [uri('https://u@example.com:1/x')], permitted: [uri('example.com')], allowed: true },
  ],
  [
    'a URI below',
    { names: [uri('https://a.example.com/')], permitted: [uri('example.com')], allowed: false },
  ],
  [
    'a URI below a dot',
    { names: [uri('https://a.example.com')], permitted: [uri('.example.com')], allowed: true },
  ],
  [
    'a URI of an address',
    { names: [uri('https://192.0.2.7/')], excluded: [uri('example.com')], allowed: false },
  ],
  ['a URI without a host', { names: [uri('urn:x')], excluded: [uri('example.com')], allowed: false }],
  [
    'a directory name',
    { names: [directory('A')], subject: name('a'), permitted: [directory('A ')], allowed: true },
  ],
  [
    'a subject that is another',
    { names: [directory('A')], subject: name('B'), permitted: [directory('A')], allowed: false },
  ],
  [
    'an alternative directory name',
    { names: [directory('B')], subject: name('A'), excluded: [directory('B')], allowed: false },
  ],
  ['a form that is not processed', { names: [otherName], permitted: [otherName], allowed: false }],
  ['the same, excluded', { names: [otherName], excluded: [otherName], allowed: false }],
  [
    'a form that is not processed, and not there',
    { names: [dnsName('a.test')], excluded: [otherName], allowed: true },
  ],
];

function codeFor({ names, permitted, excluded, subject = name('x') }: Omit<Row, 'allowed'>): string {
  const constraints = nameConstraints({ ...(permitted && { permitted }), ...(excluded && { excluded }) });
  const issuer = mint({
    kind: 'ca',
    subject: sequence(),
    keys: keys.intermediate,
    issuer: root,
    extensions: { '2.5.29.30': constraints },
  });
  const leaf = mint({
    keys: keys.leaf,
    issuer,
    subject,
    extensions: { '2.5.29.17': alternativeNames(...names) },
  });
  const result = buildPath({
    leaf: leaf.certificate,
    intermediates: [issuer.certificate],
    trustStore: createTrustStore([root.certificate]),
    time: NOON,
  });
  return result.kind === 'valid' ? 'valid' : result.failure.code;
}

function many(prefix: string): readonly Buffer[] {
  return Array.from({ length: 1_000 }, (_, index) => dnsName(`${prefix}${index}.test`));
}

describe('name constraints', () => {
  it.each(ROWS)('%s', (_title, { allowed, ...row }) => {
    expect(codeFor(row)).toBe(allowed ? 'valid' : 'name-not-permitted');
  });

  it('compare within a budget', () => {
    const started = performance.now();
    expect(codeFor({ names: many('a'), excluded: many('b') })).toBe('budget-exceeded');
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(codeFor({ names: many('a').slice(0, 200), excluded: many('b') })).toBe('valid');
  });
});
