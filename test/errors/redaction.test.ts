import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { onSecret, redact, registerSecret } from '../../src/errors/redaction.ts';
import { Secret } from '../../src/errors/secret.ts';

function newKeyPem(): string {
  const { privateKey } = generateKeyPairSync('ed448');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

describe('a registered secret', () => {
  it.each([
    ['as it is', 'redaction-token-1', 'x redaction-token-1 y', 'x *** y'],
    ['with white space around it', ' redaction-token-2\n', 'redaction-token-2', '***'],
    ['in a URL', 'redaction/token+3=', 'k=redaction%2Ftoken%2B3%3D&', 'k=***&'],
    ['in JSON', 'redaction"token\\4', JSON.stringify({ k: 'redaction"token\\4' }), '{"k":"***"}'],
    ['twice', 'redaction-token-5', 'redaction-token-5redaction-token-5', '******'],
    ['that begins with another', 'redaction-token-1-longer', 'redaction-token-1-longer', '***'],
  ])('is blanked %s', (...[, secret, text, blanked]) => {
    registerSecret(secret);
    expect(redact(text)).toBe(blanked);
  });

  it('is blanked line by line', () => {
    const pem = newKeyPem();
    registerSecret(pem);
    const lines = pem.split('\n').filter((line) => line.length >= 8 && !line.startsWith('-----'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(redact(`2026-06-01 ${line}`)).toBe('2026-06-01 ***');
    expect(redact(encodeURIComponent(pem))).not.toMatch(/[A-Za-z0-9]{20}/);
    expect(redact(JSON.stringify({ pem }))).toBe(String.raw`{"pem":"***\n"}`);
  });

  it('leaves the armour of a PEM alone, which is in every PEM', () => {
    const heard: string[] = [];
    onSecret((piece) => heard.push(piece));
    registerSecret(newKeyPem().replaceAll('\n', '\r\n'));
    expect(heard).not.toContain('-----BEGIN PRIVATE KEY-----');
    expect(heard).not.toContain('-----END PRIVATE KEY-----');
  });

  it('may be cut in the middle of a character', () => {
    registerSecret('redaction-token-6\uD83D');
    expect(redact('redaction-token-6\uD83D')).toBe('***');
  });

  it('that is too short would blank ordinary words', () => {
    registerSecret('deploy');
    expect(redact('deploy')).toBe('deploy');
  });
});

describe('a private key that nobody registered', () => {
  it.each(['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'])(
    '%s is blanked',
    (label) => {
      const text = `before\n-----BEGIN ${label}-----\nQUJD\n-----END ${label}-----\nafter`;
      expect(redact(text)).toBe('before\n***\nafter');
    },
  );

  it('is blanked to the end when it does not end', () => {
    expect(redact('before -----BEGIN PRIVATE KEY-----\nQUJD\n')).toBe('before ***');
  });

  it('is not a certificate', () => {
    const text = '-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----';
    expect(redact(text)).toBe(text);
  });
});

describe('observers', () => {
  it('hear of secrets before and after, each form once', () => {
    registerSecret('observed/secret-1');
    const heard: string[] = [];
    onSecret((piece) => heard.push(piece));
    registerSecret('observed/secret-2');
    registerSecret('observed/secret-2');
    const own = heard.filter((piece) => piece.startsWith('observed'));
    expect(own).toEqual([
      'observed/secret-1',
      'observed%2Fsecret-1',
      'observed/secret-2',
      'observed%2Fsecret-2',
    ]);
  });
});

describe('Secret', () => {
  const secret = new Secret('wrapped-secret-value');

  it.each([
    ['as text', String(secret)],
    ['in JSON', JSON.stringify({ secret })],
    ['in an inspection', inspect({ secret }, { showHidden: true })],
    ['in its own keys', Object.entries(secret).join(' ')],
  ])('does not show its value %s', (_name, shown) => {
    expect(shown).not.toContain('wrapped');
  });

  it('gives it out when asked, and is registered', () => {
    expect(secret.reveal()).toBe('wrapped-secret-value');
    expect(redact('wrapped-secret-value')).toBe('***');
  });
});
