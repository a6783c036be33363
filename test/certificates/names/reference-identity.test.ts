import { afterAll, describe, expect, it } from 'vitest';
import { matchesDomain, presentedNames } from '../../../src/certificates/names/reference-identity.ts';
import { createDesk } from '../../support/certificate-desk.ts';

const desk = createDesk();
afterAll(desk.remove);

const named = (subjectAltName: string) =>
  desk.issue({ kind: 'leaf', subject: '/CN=cn.example.com', extensions: { subjectAltName } }).certificate;

const certificate = named(
  'DNS:rec.example.com,DNS:*.Wild.example.com,DNS:*.com,DNS:f*.example.org,DNS:a.*.example.org,' +
    'DNS:xn--bcher-kva.example,DNS:192.0.2.9,DNS:dotted.example.com.,IP:192.0.2.1,IP:2001:db8::1',
);
const nameless = named('');

describe('matchesDomain', () => {
  it.each([
    ['rec.example.com', true],
    ['REC.Example.COM', true],
    ['a.wild.example.com', true],
    ['xn--bcher-kva.wild.example.com', true],
    ['xn--bcher-kva.example', true],
    ['192.0.2.1', true],
    ['2001:DB8:0:0::1', true],
    ['cn.example.com', false],
    ['wild.example.com', false],
    ['a.b.wild.example.com', false],
    ['.wild.example.com', false],
    ['*.wild.example.com', false],
    ['example.com', false],
    ['foo.example.org', false],
    ['f*.example.org', false],
    ['a.b.example.org', false],
    ['bücher.example', false],
    ['rec.example.com.', false],
    ['dotted.example.com.', false],
    ['192.0.2.9', false],
    ['192.0.2.2', false],
    ['2001:db8::2', false],
    ['[2001:db8::1]', false],
    ['', false],
    ['rec.example.com\0.evil.example', false],
  ])('%j: %s', (domain, matches) => {
    expect(matchesDomain(certificate, domain)).toBe(matches);
  });

  it('agrees with OpenSSL', () => {
    for (const domain of [
      'rec.example.com',
      'a.wild.example.com',
      'a.b.wild.example.com',
      'foo.com',
      'a.b.example.org',
    ]) {
      expect([domain, matchesDomain(certificate, domain)]).toEqual([
        domain,
        certificate.x509.checkHost(domain, { subject: 'never', partialWildcards: false }) !== undefined,
      ]);
    }
  });

  it('never looks at the CN, not even without any other name', () => {
    expect(matchesDomain(nameless, 'cn.example.com')).toBe(false);
  });
});

describe('an address in a dNSName', () => {
  it('does not count', () => {
    expect(matchesDomain(named('DNS:192.0.2.9'), '192.0.2.9')).toBe(false);
  });
});

describe('presentedNames', () => {
  it('lists DNS names, then addresses', () => {
    expect(presentedNames(named('IP:192.0.2.1,DNS:b.example.com,DNS:A.example.com'))).toEqual([
      'b.example.com',
      'A.example.com',
      '192.0.2.1',
    ]);
    expect(presentedNames(nameless)).toEqual([]);
  });
});
