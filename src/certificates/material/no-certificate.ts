import type { AppError } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';
import { describeHeld } from './describe-held.ts';
import type { Material } from './material.ts';

/** The error of a file that should hold certificates and holds none; undefined when it does, or a problem says why not. */
export function findNoCertificate(material: Material): AppError | undefined {
  const { source, certificates, problems } = material;
  const isExplained = problems.some(
    ({ id, error, isRecovered }) => !isRecovered && id !== 'encrypted-key' && error.code !== 'KEY_MALFORMED',
  );
  if (certificates.length > 0 || isExplained) return undefined;
  return appError(
    'PEM_NO_CERTIFICATE',
    { source, held: describeHeld(material) },
    { location: { file: source } },
  );
}
