import { appError } from '../errors/catalogue.ts';
import type { Certificate } from './certificate.ts';
import { describeHeld } from './material/describe-held.ts';
import { readMaterial } from './material/read-material.ts';

/**
 * The certificates of a PEM text in the order in which they stand; blocks of other kinds are skipped. What most
 * programs stumble over, such as END and BEGIN on one line, is mended.
 * `source` names the text in errors: its path, or the name of the variable that holds it.
 *
 * @throws PEM_HOLDS_PRIVATE_KEY with its line
 * @throws PEM_NO_CERTIFICATE
 * @throws PEM_WRONG_FORMAT when it is another format, also one that could be read
 * @throws PEM_MALFORMED, CERTIFICATE_MALFORMED, PKCS7_MALFORMED with the line
 * @throws PEM_TOO_LARGE above 1 MiB
 */
export function parseBundle(text: string, source: string): readonly [Certificate, ...Certificate[]] {
  const material = readMaterial(Buffer.from(text), source);
  const key = material.contents.find(({ kind }) => kind === 'private key');
  if (key) {
    const location = { file: source, ...(key.line === undefined ? {} : { line: key.line }) };
    throw appError('PEM_HOLDS_PRIVATE_KEY', { source }, { location });
  }
  const problem = material.problems.find(({ id, isRecovered }) => !isRecovered || id === 'wrong-format');
  if (problem) throw problem.error;
  const [leaf, ...rest] = material.certificates.map(({ certificate }) => certificate);
  if (!leaf) {
    const details = { source, held: describeHeld(material) };
    throw appError('PEM_NO_CERTIFICATE', details, { location: { file: source } });
  }
  return [leaf, ...rest];
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
