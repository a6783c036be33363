import { afterAll, describe, expect, it } from 'vitest';
import { buildPath } from '../../../src/certificates/paths/path.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import { createDesk } from '../../support/certificate-desk.ts';
import {
  certificatesOf,
  expectedOutcome,
  failureOf,
  NOON,
  outcomeOf,
  type PathCase,
  search,
} from '../../support/paths.ts';

const desk = createDesk();
afterAll(desk.remove);

const root = desk.issue({ kind: 'ca', subject: '/O=Desk/CN=Root' });
const authority = (subject: string, extensions: Record<string, string> = {}, issuer = root) =>
  desk.issue({ kind: 'ca', subject, issuer, extensions });
const server = (issuer = root, extensions: Record<string, string> = {}) =>
  desk.issue({ kind: 'leaf', subject: '/CN=rec.example.com', issuer, extensions });
const dated = (notBefore: string, notAfter: string) =>
  desk.issue({ kind: 'ca', subject: '/CN=Dated', issuer: root, notBefore, notAfter });

const shortLived = desk.issue({
  kind: 'leaf',
  subject: '/CN=rec.example.com',
  issuer: root,
  notBefore: '20260101000000Z',
  notAfter: '20260201000000Z',
});
const tight = authority('/CN=Tight', { basicConstraints: 'critical,CA:TRUE,pathlen:0' });
const underTight = authority('/CN=Under tight', {}, tight);
const rollover = authority('/CN=Tight', {}, tight);
const deepLeaf = server(underTight);

/** One intermediate below the root, and a leaf below that. */
function below(intermediate: ReturnType<typeof authority>, extensions: Record<string, string> = {}) {
  const leaf = server(intermediate, extensions);
  return { leaf, sent: [intermediate], anchors: [root], path: [leaf, intermediate, root] };
}

function refused(intermediate: ReturnType<typeof authority>, code: NonNullable<PathCase['code']>) {
  return { leaf: server(intermediate), sent: [intermediate], anchors: [root], code, at: intermediate };
}

function refusedLeaf(extensions: Record<string, string>, code: NonNullable<PathCase['code']>) {
  const leaf = server(root, extensions);
  return { leaf, sent: [], anchors: [root], code, at: leaf };
}

const constrained = (nameConstraints: string) => authority('/CN=Constrained', { nameConstraints });
const refusedName = (nameConstraints: string, extensions: Record<string, string> = {}) => {
  const row = below(constrained(nameConstraints), extensions);
  return {
    leaf: row.leaf,
    sent: row.sent,
    anchors: [root],
    code: 'name-not-permitted' as const,
    at: row.leaf,
  };
};
const withAddress = { subjectAltName: 'DNS:rec.example.com,IP:192.0.2.7' };
const section = (name: string) => `dirName:section\n[section]\nCN=${name}\n[end]\nx=y`;

const subjectBound = constrained(`critical,permitted;${section('rec.example.com')}`);
const selfIssued = authority('/CN=Constrained', {}, subjectBound);
const exempt = server(selfIssued);
const rolled = server(rollover);
const CASES: readonly PathCase[] = [
  {
    name: 'self-issued intermediates do not count',
    leaf: rolled,
    sent: [rollover, tight],
    anchors: [root],
    path: [rolled, rollover, tight, root],
  },
  { name: 'path length used up', ...below(tight) },
  { name: 'no extended key usage', ...below(authority('/CN=Plain'), { extendedKeyUsage: '' }) },
  { name: 'no key usage', ...below(authority('/CN=Plain', { keyUsage: '' })) },
  {
    name: 'server and client',
    ...below(authority('/CN=TLS', { extendedKeyUsage: 'serverAuth,clientAuth' })),
  },
  {
    name: 'critical policy extensions',
    ...below(authority('/CN=Policy', { certificatePolicies: 'critical,2.23.140.1.2.1' })),
  },
  { name: 'permitted domain', ...below(constrained('critical,permitted;DNS:Example.com')) },
  {
    name: 'permitted host',
    ...below(constrained('permitted;DNS:other.example,permitted;DNS:rec.example.com')),
  },
  { name: 'another domain excluded', ...below(constrained('critical,excluded;DNS:ample.com')) },
  { name: 'addresses excluded, none there', ...below(constrained('excluded;IP:0.0.0.0/0.0.0.0')) },
  { name: 'permitted range', ...below(constrained('permitted;IP:192.0.2.0/255.255.255.0'), withAddress) },
  {
    name: 'permitted mail, which is not there',
    ...below(constrained('critical,permitted;email:example.com')),
  },
  { name: 'permitted subject', ...below(constrained(`critical,permitted;${section('REC.example.com')}`)) },
  {
    name: 'name constraints do not bind self-issued intermediates',
    leaf: exempt,
    sent: [selfIssued, subjectBound],
    anchors: [root],
    path: [exempt, selfIssued, subjectBound, root],
  },
  { name: 'other domain permitted', ...refusedName('critical,permitted;DNS:other.example') },
  { name: 'domain excluded', ...refusedName('permitted;DNS:example.com,excluded;DNS:rec.example.com') },
  { name: 'other range permitted', ...refusedName('permitted;IP:192.0.3.0/255.255.255.0', withAddress) },
  { name: 'all addresses excluded', ...refusedName('excluded;IP:0.0.0.0/0.0.0.0', withAddress) },
  { name: 'other subject permitted', ...refusedName(`permitted;${section('other')}`) },
  { name: 'expired leaf', leaf: shortLived, sent: [], anchors: [root], code: 'expired', at: shortLived },
  { name: 'expired intermediate', ...refused(dated('20260101000000Z', '20260301000000Z'), 'expired') },
  {
    name: 'intermediate of tomorrow',
    ...refused(dated('20260602000000Z', '20270101000000Z'), 'not-yet-valid'),
  },
  {
    name: 'no CA',
    ...refused(authority('/CN=No CA', { basicConstraints: 'critical,CA:FALSE' }), 'not-a-ca'),
  },
  { name: 'no basicConstraints', ...refused(authority('/CN=No CA', { basicConstraints: '' }), 'not-a-ca') },
  {
    name: 'no keyCertSign',
    ...refused(authority('/CN=CRL', { keyUsage: 'critical,cRLSign' }), 'may-not-sign'),
  },
  {
    name: 'path too long',
    leaf: deepLeaf,
    sent: [underTight, tight],
    anchors: [root],
    code: 'path-length-exceeded',
    at: tight,
  },
  {
    name: 'intermediate for mail',
    ...refused(authority('/CN=Mail', { extendedKeyUsage: 'emailProtection' }), 'wrong-extended-key-usage'),
  },
  {
    name: 'leaf for clients',
    ...refusedLeaf({ extendedKeyUsage: 'clientAuth' }, 'wrong-extended-key-usage'),
  },
  {
    name: 'leaf for anything',
    ...refusedLeaf({ extendedKeyUsage: 'anyExtendedKeyUsage' }, 'wrong-extended-key-usage'),
  },
  {
    name: 'unknown critical extension',
    ...refused(authority('/CN=Odd', { '1.2.3.4': 'critical,DER:0500' }), 'unknown-critical-extension'),
  },
  {
    name: 'unknown critical extension of the leaf',
    ...refusedLeaf({ '1.2.3.4': 'critical,DER:0500' }, 'unknown-critical-extension'),
  },
];

describe('the rules of a path', () => {
  it.each(CASES)('agree with OpenSSL: $name', (row) => {
    const result = search(row);
    expect(outcomeOf(result)).toEqual(expectedOutcome(row));
    const refusal = desk.verify({
      leaf: row.leaf.certificate,
      intermediates: certificatesOf(row.sent),
      anchors: [root.certificate],
      time: NOON,
    });
    expect(result.kind).toBe(refusal === undefined ? 'valid' : 'invalid');
  });

  it.each([
    { at: '2025-12-31T23:59:59.999Z', kind: 'invalid' },
    { at: '2026-01-01T00:00:00.000Z', kind: 'valid' },
    { at: '2026-02-01T00:00:00.999Z', kind: 'valid' },
    { at: '2026-02-01T00:00:01.000Z', kind: 'invalid' },
  ])('count both ends of the validity: $at is $kind', ({ at, kind }) => {
    const result = buildPath({
      leaf: shortLived.certificate,
      intermediates: [],
      trustStore: createTrustStore([root.certificate]),
      time: new Date(at),
    });
    expect(result.kind).toBe(kind);
  });

  it('do not date-check a trust anchor', () => {
    const old = desk.issue({ kind: 'ca', subject: '/CN=Old', notAfter: '20260201000000Z' });
    expect(search({ leaf: server(old), sent: [], anchors: [old] }).kind).toBe('valid');
  });

  it('show both values that were compared', () => {
    expect(failureOf(search({ leaf: deepLeaf, sent: [underTight, tight], anchors: [root] }))).toMatchObject({
      pathLength: 0,
      below: 1,
    });
    expect(failureOf(search({ leaf: shortLived, sent: [], anchors: [root] }))).toMatchObject({
      notAfter: new Date('2026-02-01T00:00:00Z'),
      time: NOON,
    });
  });
});
