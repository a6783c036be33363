import type { SourceLocation } from '../../errors/app-error.ts';
import { relocate } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';
import type { Secret } from '../../errors/secret.ts';
import { describeHeld } from '../material/describe-held.ts';
import { readMaterial } from '../material/read-material.ts';
import type { PrivateKey } from './private-key.ts';

/** RSA with 16384 bits, the largest that OpenSSL verifies, has 13 KiB. */
const MAX_KEY_LENGTH = 64 * 1024;

/**
 * The one private key in `pem`. What secrets suffer on their way through forms and variables is mended: CRLF,
 * line breaks turned into `\n`, spaces or nothing at all. Other blocks, such as EC PARAMETERS, are skipped.
 * `source` names where it came from in errors, `location` what a person must edit, by default its line in the
 * file `source`; no error shows any of its text.
 *
 * @throws KEY_MALFORMED, KEY_ENCRYPTED, PEM_WRONG_FORMAT
 */
export function parsePrivateKey(pem: Secret, source: string, location?: SourceLocation): PrivateKey {
  const malformed = (reason: string): Error =>
    appError('KEY_MALFORMED', { source, reason }, { location: location ?? { file: source } });
  const text = pem.reveal();
  if (text.length > MAX_KEY_LENGTH) {
    throw malformed(`it has ${text.length} characters, more than ${MAX_KEY_LENGTH}`);
  }
  const material = readMaterial(Buffer.from(text), source);
  const count = material.contents.filter(({ kind }) => kind === 'private key').length;
  if (count > 1) throw malformed(`it holds ${count} private keys`);
  const [placed] = material.keys;
  if (placed) return placed.key;
  const problems = material.problems.filter(({ isRecovered }) => !isRecovered);
  // What is wrong with a certificate beside the key matters less here.
  const problem = problems.find(({ error }) => error.code.startsWith('KEY_')) ?? problems[0];
  if (!problem || count === 0) throw malformed(`it holds ${describeHeld(material)}`);
  throw location ? relocate(problem.error, location) : problem.error;
}
