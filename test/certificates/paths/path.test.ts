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

const { issue } = desk;
const subject = '/CN=rec.example.com';
const root = issue({ kind: 'ca', subject: '/O=Desk/CN=Root' });
const otherRoot = issue({ kind: 'ca', subject: '/O=Desk/CN=Other root' });
const intermediate = issue({
  kind: 'ca',
  subject: '/O=Desk/CN=Intermediate',
  issuer: root,
  extensions: { authorityInfoAccess: 'caIssuers;URI:http://aia.example.com/root.cer' },
});
const leaf = issue({ kind: 'leaf', subject, issuer: intermediate });
const crossRoot = issue({ kind: 'ca', subject: '/O=Desk/CN=Root', issuer: otherRoot, keyOf: root });
const expiredCross = issue({
  kind: 'ca',
  subject: '/O=Desk/CN=Intermediate',
  issuer: otherRoot,
  keyOf: intermediate,
  notAfter: '20260301000000Z',
});
const namesake = issue({ kind: 'ca', subject: '/O=Desk/CN=Intermediate', issuer: root });
const namesakeWithoutIds = issue({
  kind: 'ca',
  subject: '/O=Desk/CN=Intermediate',
  issuer: root,
  extensions: { subjectKeyIdentifier: 'none', authorityKeyIdentifier: 'none' },
});
const respelt = issue({ kind: 'ca', subject: '/O=DESK/CN=intermediate', issuer: root, keyOf: intermediate });
const upper = issue({ kind: 'ca', subject: '/CN=Upper', issuer: root });
const lower = issue({ kind: 'ca', subject: '/CN=Lower', issuer: upper });
const deepLeaf = issue({ kind: 'leaf', subject, issuer: lower });
const meshA = issue({ kind: 'ca', subject: '/CN=A', issuer: otherRoot });
const meshB = issue({ kind: 'ca', subject: '/CN=B', issuer: meshA });
const meshBack = issue({ kind: 'ca', subject: '/CN=A', issuer: meshB, keyOf: meshA });
const meshLeaf = issue({ kind: 'leaf', subject, issuer: meshB });
const selfSigned = issue({ kind: 'leaf', subject });
const impostor = issue({ kind: 'ca', subject: '/O=Desk/CN=Root' });

const whole = [leaf, intermediate, root];
const CASES: readonly PathCase[] = [
  { name: 'whole', leaf, sent: [intermediate], anchors: [root], path: whole },
  { name: 'whole, root sent', leaf, sent: [intermediate, root], anchors: [root], path: whole },
  {
    name: 'disorder, duplicates, strays',
    leaf,
    sent: [otherRoot, upper, root, intermediate, leaf, intermediate],
    anchors: [root],
    path: whole,
  },
  {
    name: 'two intermediates in the wrong order',
    leaf: deepLeaf,
    sent: [upper, lower],
    anchors: [root],
    path: [deepLeaf, lower, upper, root],
  },
  {
    name: 'cross-signed root, only the signer is trusted',
    leaf,
    sent: [intermediate, crossRoot],
    anchors: [otherRoot],
    path: [leaf, intermediate, crossRoot, otherRoot],
  },
  {
    name: 'cross-signed root, not needed',
    leaf,
    sent: [crossRoot, intermediate],
    anchors: [otherRoot, root],
    path: whole,
  },
  {
    name: 'expired cross beside a valid one',
    leaf,
    sent: [expiredCross, intermediate],
    anchors: [otherRoot, root],
    path: whole,
  },
  { name: 'namesake with another key', leaf, sent: [namesake, intermediate], anchors: [root], path: whole },
  { name: 'issuer name in other case', leaf, sent: [respelt], anchors: [root], path: [leaf, respelt, root] },
  { name: 'trusted leaf', leaf: selfSigned, sent: [], anchors: [selfSigned], path: [selfSigned] },
  { name: 'leaf alone', leaf, sent: [], anchors: [root], code: 'unknown-issuer', at: leaf },
  { name: 'strays alone', leaf, sent: [upper, lower], anchors: [root], code: 'unknown-issuer', at: leaf },
  {
    name: 'no anchors',
    leaf,
    sent: [intermediate, root],
    anchors: [],
    code: 'unknown-issuer',
    at: intermediate,
  },
  {
    name: 'untrusted root, sent',
    leaf,
    sent: [intermediate, root],
    anchors: [otherRoot],
    code: 'unknown-issuer',
    at: intermediate,
  },
  {
    name: 'anchor of the right name with another key',
    leaf,
    sent: [intermediate],
    anchors: [impostor],
    code: 'unknown-issuer',
    at: intermediate,
  },
  {
    name: 'namesake with another key identifier alone',
    leaf,
    sent: [namesake],
    anchors: [root],
    code: 'unknown-issuer',
    at: leaf,
  },
  {
    name: 'namesake without key identifiers alone',
    leaf,
    sent: [namesakeWithoutIds],
    anchors: [root],
    code: 'bad-signature',
    at: leaf,
  },
  {
    name: 'the farther of two failures',
    leaf,
    sent: [expiredCross, intermediate],
    anchors: [selfSigned],
    code: 'unknown-issuer',
    at: intermediate,
  },
  {
    name: 'authorities that sign each other',
    leaf: meshLeaf,
    sent: [meshA, meshB, meshBack],
    anchors: [root],
    code: 'unknown-issuer',
    at: meshA,
  },
  {
    name: 'self-signed leaf',
    leaf: selfSigned,
    sent: [intermediate],
    anchors: [root],
    code: 'self-signed-leaf',
    at: selfSigned,
  },
];

describe('buildPath', () => {
  it.each(CASES)('finds the path as OpenSSL does: $name', (row) => {
    const result = search(row);
    expect(outcomeOf(result)).toEqual(expectedOutcome(row));
    const refusal = desk.verify({
      leaf: row.leaf.certificate,
      intermediates: certificatesOf(row.sent),
      anchors: certificatesOf(row.anchors),
      time: NOON,
    });
    expect(result.kind).toBe(refusal === undefined ? 'valid' : 'invalid');
  });

  it('tells where the path stops and where its issuer may be found', () => {
    const result = search({ leaf, sent: [intermediate], anchors: [otherRoot] });
    expect(result.path).toEqual([leaf.certificate, intermediate.certificate]);
    expect(failureOf(result)).toMatchObject({
      issuer: 'CN=Root, O=Desk',
      caIssuersUrls: ['http://aia.example.com/root.cer'],
    });
  });

  it.each([
    { budget: 2, outcome: 'budget-exceeded' },
    { budget: 100, outcome: 'unknown-issuer' },
  ])('within a budget of $budget signature checks: $outcome', ({ budget, outcome }) => {
    const result = buildPath({
      leaf: leaf.certificate,
      intermediates: certificatesOf([namesake, namesakeWithoutIds, intermediate]),
      trustStore: createTrustStore([otherRoot.certificate]),
      time: NOON,
      budget,
    });
    expect(failureOf(result).code).toBe(outcome);
  });

  it('ends within its budget, however many namesakes are sent', () => {
    const result = buildPath({
      leaf: leaf.certificate,
      intermediates: Array.from({ length: 500 }, (_, index) => ({
        ...namesake.certificate,
        fingerprint: String(index),
      })),
      trustStore: createTrustStore([otherRoot.certificate]),
      time: NOON,
    });
    expect(failureOf(result)).toMatchObject({ code: 'budget-exceeded', budget: 100 });
  });
});
