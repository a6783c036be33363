import { rootCertificates } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../src/certificates/certificate.ts';
import { parseCertificate } from '../../src/certificates/parse-certificate.ts';
import { parseBundle } from '../../src/certificates/pem.ts';
import { AppError } from '../../src/errors/app-error.ts';
import { expectError } from '../support/expect-error.ts';
import { createDesk } from '../support/certificate-desk.ts';

const desk = createDesk();
afterAll(desk.remove);

const root = desk.issue({ kind: 'ca', subject: '/C=CN/O=Desk, Ltd/CN=Root Ő' });
const { certificate: leaf } = desk.issue({
  kind: 'leaf',
  subject: '/O=Example/CN=first.example.com/CN=rec.example.com',
  issuer: root,
  notAfter: '20510101000000Z',
  extensions: {
    subjectAltName: 'DNS:rec.example.com,DNS:*.Example.com,IP:192.0.2.1,IP:2001:db8::1,email:a@example.com',
    authorityInfoAccess:
      'OCSP;URI:http://ocsp.example.com,caIssuers;URI:http://aia.example.com/r.cer,caIssuers;URI:ldap://x,caIssuers;URI:HTTPS://b.example.com/r.cer',
  },
});

const { certificate: odd } = desk.issue({
  kind: 'leaf',
  subject: '/CN=rec.example.com',
  extensions: { '1.2.3.4': 'DER:0500', '1.2.3.5': 'DER:0500' },
});
const [oneOid, otherOid] = [Buffer.from('06032a0304', 'hex'), Buffer.from('06032a0305', 'hex')];
/** `odd` with its second extension renamed to the first. */
const twice = Buffer.from(odd.der);
twice.set(oneOid, twice.indexOf(otherOid));

/** A generator of repeatable pseudo-random numbers below `limit` (Park and Miller). */
function seeded(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

function mutate(der: Buffer, random: (limit: number) => number): Buffer {
  const bytes = Buffer.from(der);
  const at = random(bytes.length);
  const kind = random(4);
  if (kind === 0) return bytes.subarray(0, at);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(8))]);
  if (kind === 2)
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.alloc(1 + random(8), random(256)),
      bytes.subarray(at),
    ]);
  for (let flips = 1 + random(4); flips > 0; flips -= 1) bytes[random(bytes.length)] = random(256);
  return bytes;
}

function parsed(der: Buffer): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch {
    return undefined;
  }
}

function outcomeOf(der: Buffer): string {
  try {
    parseCertificate(der);
    return 'parsed';
  } catch (error) {
    return error instanceof AppError ? error.code : `foreign: ${String(error)}`;
  }
}

/** The root with the value of its O, a UTF8String, replaced by another of as many octets. */
function withOrganization(hex: string): Buffer {
  const value = Buffer.from('0c094465736b2c204c7464', 'hex');
  const der = Buffer.from(root.certificate.der);
  der.set(Buffer.from(hex, 'hex'), der.indexOf(value));
  return der;
}

describe('parseCertificate', () => {
  it('reads every field', () => {
    expect(leaf).toMatchObject({
      subject: 'CN=rec.example.com, CN=first.example.com, O=Example',
      issuer: String.raw`CN=Root Ő, O=Desk\, Ltd, C=CN`,
      commonName: 'rec.example.com',
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2051-01-01T00:00:00Z'),
      dnsNames: ['rec.example.com', '*.Example.com'],
      ipAddresses: ['192.0.2.1', '2001:db8::1'],
      isCa: false,
      pathLength: undefined,
      selfIssued: false,
      keyUsage: [0],
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
      caIssuersUrls: ['http://aia.example.com/r.cer', 'HTTPS://b.example.com/r.cer'],
      criticalExtensions: ['2.5.29.19', '2.5.29.15'],
    });
    expect(leaf.issuerDer).toEqual(root.certificate.subjectDer);
    expect(leaf.authorityKeyId).toBe(root.certificate.subjectKeyId);
    expect(leaf.publicKeyDer).toEqual(leaf.x509.publicKey.export({ type: 'spki', format: 'der' }));
    expect(root.certificate).toMatchObject({ isCa: true, selfIssued: true, keyUsage: [5, 6] });
  });

  it('agrees with OpenSSL about all roots that Node.js trusts', () => {
    for (const pem of rootCertificates) {
      const [certificate] = parseBundle(pem, 'root');
      const { x509 } = certificate;
      expect(certificate).toMatchObject({
        fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
        isCa: x509.ca,
        selfIssued: true,
        notBefore: new Date(x509.validFrom),
        notAfter: new Date(x509.validTo),
      });
      expect(BigInt(`0x${certificate.serialNumber}`)).toBe(BigInt(`0x${x509.serialNumber}`));
    }
  });

  it('keeps nothing of the buffer that it was given', () => {
    const bytes = Buffer.from(leaf.der);
    const certificate = parseCertificate(bytes);
    bytes.fill(0);
    expect(certificate.der).toEqual(leaf.der);
    expect(certificate.subjectDer).toEqual(leaf.subjectDer);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['PEM', Buffer.from(root.pem)],
    ['octets after the end', Buffer.concat([leaf.der, Buffer.of(0)])],
    ['an empty SEQUENCE', Buffer.from('3000', 'hex')],
    ['more than 64 KiB', Buffer.concat([leaf.der, Buffer.alloc(64 * 1024)])],
    ['a deep nest', Buffer.from('3080'.repeat(16_000), 'hex')],
    ['an extension twice', twice],
    ['a name that is not UTF-8', withOrganization('0c0944ff736b2c204c7464')],
    ['an OCTET STRING as a name', withOrganization('04094465736b2c204c7464')],
    ['a BIT STRING that is none as a name', withOrganization('03094465736b2c204c7464')],
  ])('refuses %s', (_, der) => {
    expectError(() => parseCertificate(der), 'CERTIFICATE_MALFORMED');
  });

  it('says where the certificate was found', () => {
    const location = { file: 'rec.pem', line: 3 };
    expect(
      expectError(() => parseCertificate(Buffer.of(1), location), 'CERTIFICATE_MALFORMED').location,
    ).toBe(location);
  });

  it('meets four thousand damaged certificates with a value or CERTIFICATE_MALFORMED', () => {
    const random = seeded(20_261_123);
    const outcomes = new Map<string, number>();
    for (let round = 0; round < 4000; round += 1) {
      const outcome = outcomeOf(mutate(round % 2 === 0 ? leaf.der : root.certificate.der, random));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].toSorted()).toEqual(['CERTIFICATE_MALFORMED', 'parsed']);
  });

  it('reads what OpenSSL reads, with damage that would not be noticed later', () => {
    const random = seeded(20_261_124);
    let read = 0;
    for (let round = 0; round < 4000; round += 1) {
      const der = Buffer.from(round % 2 === 0 ? leaf.der : root.certificate.der);
      der[random(der.length)] = random(256);
      const certificate = parsed(der);
      // Where the two algorithms differ, or the key is of an unknown kind or curve, no path holds.
      if (!certificate?.form.tbsAlgorithmDer.equals(certificate.signatureAlgorithm.der)) continue;
      const { publicKey: key } = certificate;
      if (key.kind === 'other' || (key.kind === 'ec' && key.curve === undefined)) continue;
      expect(certificate.x509.raw.equals(der)).toBe(true);
      read += 1;
    }
    expect(read).toBeGreaterThan(1000);
  });
});
