import { rootCertificates } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/certificates/pem.ts';
import { createTrustStore, loadTrustStore } from '../../src/certificates/trust-store.ts';
import { createDesk } from '../support/certificate-desk.ts';
import { expectError } from '../support/expect-error.ts';

const desk = createDesk();
afterAll(desk.remove);

const root = desk.issue({ kind: 'ca', subject: '/O=Desk/CN=Root' });
const renewed = desk.issue({
  kind: 'ca',
  subject: '/O=Desk/CN=Root',
  keyOf: root,
  notAfter: '20360101000000Z',
});
const rekeyed = desk.issue({ kind: 'ca', subject: '/O=Desk/CN=Root' });
const renamed = desk.issue({ kind: 'ca', subject: '/O=Desk/CN=Boot', keyOf: root });
const respelt = desk.issue({ kind: 'ca', subject: '/O=desk/CN=ROOT  ' });

describe('createTrustStore', () => {
  const store = createTrustStore([root.certificate]);

  it.each([
    { name: 'the anchor', issued: root, trusted: true },
    { name: 'another certificate for its name and key', issued: renewed, trusted: true },
    { name: 'its name with another key', issued: rekeyed, trusted: false },
    { name: 'its key with another name', issued: renamed, trusted: false },
  ])('has $name: $trusted', ({ issued, trusted }) => {
    expect(store.has(issued.certificate)).toBe(trusted);
  });

  it('finds all anchors of a name, whatever its spelling, each certificate once', () => {
    const many = createTrustStore(
      [root, renewed, rekeyed, renamed, root].map(({ certificate }) => certificate),
    );
    expect(many.findBySubject(respelt.certificate.subjectName)).toEqual([
      root.certificate,
      renewed.certificate,
      rekeyed.certificate,
    ]);
    expect(createTrustStore([]).findBySubject(root.certificate.subjectName)).toEqual([]);
  });
});

describe('loadTrustStore', () => {
  it('takes the roots of Node.js and more', () => {
    const extra = { text: root.pem + rekeyed.pem, source: 'extra.pem' };
    const store = loadTrustStore([extra], ['no PEM', ...rootCertificates]);
    const [bundled] = parseBundle(rootCertificates[0] ?? '', 'Node.js');
    expect(store.has(bundled)).toBe(true);
    expect(store.has(root.certificate)).toBe(true);
    expect(store.has(rekeyed.certificate)).toBe(true);
    expect(store.has(renamed.certificate)).toBe(false);
  });

  it('names the text that holds no certificate', () => {
    const error = expectError(
      () => loadTrustStore([{ text: '', source: 'extra.pem' }]),
      'PEM_NO_CERTIFICATE',
    );
    expect(error.location).toEqual({ file: 'extra.pem' });
  });
});
