import type { Certificate } from '../certificate.ts';
import type { PathFailure } from '../paths/path-failure.ts';
import type { Crl } from './crl.ts';
import { checkRevocation, hasCrlOf } from './revocation.ts';

/**
 * The first certificate of a path, from the leaf to its anchor, that `crls` revoke, or of which they do not tell (RFC
 * 5280 §6.1.3 a 3). Who gives no CRL of an intermediate's issuer asks about the leaf alone.
 */
export function findRevoked(
  path: readonly Certificate[],
  crls: readonly Crl[],
  time: Date,
): PathFailure | undefined {
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    if (index > 0 && !hasCrlOf(certificate, crls)) continue;
    const status = checkRevocation({ certificate, authorities: path.slice(index + 1), crls, time });
    if (status.kind === 'revoked') {
      const { revokedAt, reason } = status;
      return { code: 'revoked', certificate, revokedAt, reason };
    }
    if (status.kind === 'unknown') return { code: 'revocation-unknown', certificate, reason: status.reason };
  }
  return undefined;
}
