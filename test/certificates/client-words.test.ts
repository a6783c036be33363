import { afterAll, describe, expect, it } from 'vitest';
import { clientWords } from '../../src/certificates/client-words.ts';
import { createDesk, type Issued } from '../support/certificate-desk.ts';
import { certificatesOf, NOON } from '../support/paths.ts';

const desk = createDesk();
afterAll(desk.remove);

const subject = '/CN=rec.example.com';
const root = desk.issue({ kind: 'ca', subject: '/CN=Root' });
const intermediate = desk.issue({ kind: 'ca', subject: '/CN=Intermediate', issuer: root });
const leaf = desk.issue({ kind: 'leaf', subject, issuer: intermediate });
const expired = desk.issue({ kind: 'leaf', subject, issuer: root, notAfter: '20260201000000Z' });
const future = desk.issue({ kind: 'leaf', subject, issuer: root, notBefore: '20261201000000Z' });
const selfSigned = desk.issue({ kind: 'leaf', subject });

function wordsOfOpenSsl(
  served: Issued,
  intermediates: readonly Issued[],
  anchor: Issued,
): string | undefined {
  return desk.verify({
    leaf: served.certificate,
    intermediates: certificatesOf(intermediates),
    anchors: [anchor.certificate],
    time: NOON,
  });
}

describe('clientWords', () => {
  it.each([
    { failure: 'incomplete-chain', words: wordsOfOpenSsl(leaf, [], root) },
    { failure: 'unknown-issuer', words: wordsOfOpenSsl(leaf, [intermediate], selfSigned) },
    { failure: 'expired', words: wordsOfOpenSsl(expired, [], root) },
    { failure: 'not-yet-valid', words: wordsOfOpenSsl(future, [], root) },
    { failure: 'self-signed', words: wordsOfOpenSsl(selfSigned, [], root) },
  ] as const)('are those of the openssl command: $failure', ({ failure, words }) => {
    expect(clientWords('openssl', failure, 'rec.example.com')).toBe(words);
  });

  it('are the codes that browsers show', () => {
    expect(clientWords('chrome', 'incomplete-chain', 'rec.example.com')).toBe(
      'NET::ERR_CERT_AUTHORITY_INVALID',
    );
    expect(clientWords('firefox', 'wrong-name', 'rec.example.com')).toBe('SSL_ERROR_BAD_CERT_DOMAIN');
  });
});
