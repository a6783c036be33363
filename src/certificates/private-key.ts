import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { SourceLocation } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { Secret } from '../errors/secret.ts';
import type { Certificate } from './certificate.ts';

/** RSA with 16384 bits, the largest that OpenSSL verifies, has 13 KiB. */
const MAX_KEY_LENGTH = 64 * 1024;

const KEY_BLOCK = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([\s\S]*?)-----END \1-----/g;

/** A private key, and the same as text in the encoding in which it came. */
export interface PrivateKey {
  readonly key: KeyObject;
  /** One PEM block, PKCS#8, PKCS#1 or SEC1, unencrypted: lines of 64 characters, LF. */
  readonly pem: Secret;
}

/**
 * The one private key in `pem`. What secrets suffer on their way through forms and variables is mended: CRLF,
 * line breaks turned into `\n`, spaces or nothing at all. Other blocks, such as EC PARAMETERS, are skipped.
 * `source` names where it came from in errors, `location` what a person must edit, by default the file
 * `source`; no error shows any of its text.
 *
 * @throws KEY_MALFORMED, KEY_ENCRYPTED
 */
export function parsePrivateKey(
  pem: Secret,
  source: string,
  location: SourceLocation = { file: source },
): PrivateKey {
  const malformed = (reason: string, cause?: unknown): Error =>
    appError('KEY_MALFORMED', { source, reason }, { location, cause });
  const text = pem.reveal().replaceAll(/(?:\\r)?\\n/g, '\n');
  if (text.length > MAX_KEY_LENGTH) {
    throw malformed(`it has ${text.length} characters, more than ${MAX_KEY_LENGTH}`);
  }
  const [block, ...others] = [...text.matchAll(KEY_BLOCK)];
  if (!block) throw malformed(describeKeyless(text));
  if (others.length > 0) throw malformed(`it holds ${others.length + 1} private keys`);
  const [, label = '', body = ''] = block;
  // RFC 7468 §11, and the older headers of RFC 1421 §4.6.1.1.
  if (label.startsWith('ENCRYPTED') || /Proc-Type:\s*4,\s*ENCRYPTED/.test(body)) {
    throw appError('KEY_ENCRYPTED', { source }, { location });
  }
  const normalised = new Secret(wrap(label, body.replaceAll(/\s+/g, '')));
  try {
    return { key: createPrivateKey(normalised.reveal()), pem: normalised };
  } catch (cause) {
    throw malformed(`OpenSSL cannot read its ${label}`, cause);
  }
}

/** Whether the public key in `certificate` belongs to `privateKey`: what a server would present together. */
export function keyMatches(certificate: Certificate, privateKey: PrivateKey): boolean {
  try {
    return certificate.x509.checkPrivateKey(privateKey.key);
  } catch {
    // The certificate holds a kind of key that OpenSSL does not know; the private key is of a known one.
    return false;
  }
}

function wrap(label: string, base64: string): string {
  const lines = base64.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function describeKeyless(text: string): string {
  if (text.trim() === '') return 'it is empty';
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text)) return 'its END line is missing';
  if (text.includes('-----BEGIN CERTIFICATE-----')) return 'it holds a certificate';
  return 'there is no BEGIN PRIVATE KEY line';
}
