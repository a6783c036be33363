import type { AppError } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';
import { describeHeld } from './describe-held.ts';
import type { Material, MaterialProblem } from './material.ts';

/** The error of a file that should hold certificates and holds none; undefined when it does, or a problem says why not. */
export function findNoCertificate(material: Material): AppError | undefined {
  const { source, certificates, problems } = material;
  const isExplained = problems.some((problem) => !problem.isRecovered && !concernsKey(problem));
  if (certificates.length > 0 || isExplained) return undefined;
  const details = { source, held: describeHeld(material) };
  return appError('PEM_NO_CERTIFICATE', details, { location: { file: source } });
}

/** The error of a file that should hold a private key and holds none; undefined when it does, or a problem says why not. */
export function findNoKey(material: Material): AppError | undefined {
  const { source, keys, problems } = material;
  if (keys.length > 0 || problems.some(({ isRecovered }) => !isRecovered)) return undefined;
  const details = { source, reason: `it holds ${describeHeld(material)}` };
  return appError('KEY_MALFORMED', details, { location: { file: source } });
}

/** Whether a problem is about a private key, and not about certificates. */
export function concernsKey({ id, error }: MaterialProblem): boolean {
  return id === 'encrypted-key' || error.code === 'KEY_MALFORMED';
}
