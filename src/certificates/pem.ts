import { appError } from '../errors/catalogue.ts';
import type { Certificate } from './certificate.ts';
import { parseCertificate } from './parse-certificate.ts';
import { readPemBlocks } from './pem-blocks.ts';

/** The whole Mozilla root store has 230 KiB. */
const MAX_PEM_LENGTH = 1024 * 1024;

const PRIVATE_KEY = /^[ \t]*-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/m;

/**
 * The certificates of a PEM text in the order in which they stand; blocks of other kinds are skipped.
 * `source` names the text in errors: its path, or the name of the variable that holds it.
 *
 * @throws PEM_HOLDS_PRIVATE_KEY with its line
 * @throws PEM_NO_CERTIFICATE
 * @throws PEM_WRONG_FORMAT when it is a DER, PKCS#7 or PKCS#12 file
 * @throws PEM_MALFORMED, CERTIFICATE_MALFORMED with the line
 * @throws PEM_TOO_LARGE above 1 MiB
 */
export function parseBundle(text: string, source: string): readonly [Certificate, ...Certificate[]] {
  if (text.length > MAX_PEM_LENGTH) {
    throw appError('PEM_TOO_LARGE', { source, length: text.length, limit: MAX_PEM_LENGTH });
  }
  refuseBinary(text, source);
  refusePrivateKey(text, source);
  const blocks = readPemBlocks(text, source);
  const [leaf, ...rest] = blocks
    .filter(({ label }) => label === 'CERTIFICATE')
    .map(({ bytes, line }) => parseCertificate(bytes, { file: source, line }));
  if (leaf) return [leaf, ...rest];
  if (blocks.some(({ label }) => label === 'PKCS7' || label === 'CMS')) {
    throw appError('PEM_WRONG_FORMAT', { source, format: 'PKCS#7' });
  }
  throw appError('PEM_NO_CERTIFICATE', { source }, { location: { file: source } });
}

/** PEM of `certificates` in this order: lines of 64 characters, LF, no blank line, LF at the end. */
export function toPem(certificates: readonly Certificate[]): string {
  return certificates
    .map(({ der }) => {
      const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
      return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
    })
    .join('');
}

/**
 * A binary file that was read as text is still known by its first octets: a SEQUENCE (0x30, the digit 0)
 * with a length of two octets (0x82, which is no UTF-8); in PKCS#12, version 3 comes next (RFC 7292 §4).
 */
function refuseBinary(text: string, source: string): void {
  if (!/^0[\u0080-\u0084\uFFFD]/.test(text)) return;
  const format = text.slice(0, 12).includes('\u0002\u0001\u0003') ? 'PKCS#12' : 'DER';
  throw appError('PEM_WRONG_FORMAT', { source, format });
}

function refusePrivateKey(text: string, source: string): void {
  const match = PRIVATE_KEY.exec(text);
  if (!match) return;
  const line = text.slice(0, match.index).split(/\r\n|\n|\r/).length;
  throw appError('PEM_HOLDS_PRIVATE_KEY', { source }, { location: { file: source, line } });
}
