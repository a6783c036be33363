import { appError } from '../errors/catalogue.ts';
import type { Certificate } from './certificate.ts';
import { describeHeld } from './material/describe-held.ts';
import { readMaterial } from './material/read-material.ts';

const MAX_BODY_BYTES = 1024 * 1024;
const MAX_ISSUERS = 20;

/**
 * The certificates in what an AIA URL answered, in order, at least one: a DER certificate, PEM, or a
 * certs-only CMS message in DER, BER or PEM (RFC 5280 §4.2.2.1, RFC 5652 §5.1).
 *
 * @throws CERTIFICATE_MALFORMED, and nothing else: also for more than 20 certificates or 1 MiB
 */
export function parseIssuers(body: Uint8Array): readonly Certificate[] {
  if (body.length > MAX_BODY_BYTES) {
    throw malformed(`the answer has ${body.length} bytes, more than ${MAX_BODY_BYTES}`);
  }
  const material = readMaterial(Buffer.from(body), 'the answer');
  const problem = material.problems.find(({ isRecovered }) => !isRecovered);
  if (problem) throw malformed(problem.error.message, problem.error);
  const certificates = material.certificates.map(({ certificate }) => certificate);
  if (certificates.length === 0) throw malformed(`the answer holds ${describeHeld(material)}`);
  if (certificates.length > MAX_ISSUERS) {
    throw malformed(`the answer holds ${certificates.length} certificates, more than ${MAX_ISSUERS}`);
  }
  return certificates;
}

function malformed(reason: string, cause?: unknown): Error {
  return appError('CERTIFICATE_MALFORMED', { reason }, { cause });
}
