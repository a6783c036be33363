import type { Certificate } from '../certificate.ts';
import { type OcspVerdict, requiresStaple } from '../revocation/ocsp.ts';
import type { Path } from '../paths/path.ts';
import { judgeStaple } from '../revocation/staple-verdict.ts';
import type { ClientTerms } from './client-terms.ts';
import type { Presented } from './presented.ts';
import type { ClientProfile } from './profile.ts';
import type { Refusal } from './refusal.ts';

/**
 * What a client has against the OCSP response that is stapled, or against there being none. Nothing as long as the issuer
 * of the leaf is unknown, who alone can vouch for a response.
 *
 * Under a public authority no client insists on a sound response: Firefox learns of its revocations in another way (CRLite)
 * before it looks at a staple.
 */
export function stapleRefusals(
  profile: ClientProfile,
  { chain: [leaf], transport }: Presented,
  { path, trust, time }: ClientTerms & { readonly path: Path },
): readonly Refusal[] {
  if (!transport) return [];
  const { ocspStaple } = transport;
  if (!ocspStaple) {
    const isMissing = profile.requiresPromisedStaple && requiresStaple(leaf);
    return isMissing ? [{ code: 'must-staple-missing', certificate: leaf }] : [];
  }
  const issuer = path[1];
  if (profile.staple === 'ignored' || !issuer) return [];
  const verdict = judgeStaple({ der: ocspStaple, certificate: leaf, issuer, time });
  const anchor = path.at(-1);
  const insists = profile.staple === 'enforced' && !(anchor && trust.isPublic(anchor));
  const refusal = toRefusal(verdict, leaf);
  return refusal && (insists || refusal.code === 'revoked') ? [refusal] : [];
}

/** What is wrong with a stapled response for `certificate`; undefined when it says that all is well. */
function toRefusal(verdict: OcspVerdict, certificate: Certificate): Refusal | undefined {
  switch (verdict.kind) {
    case 'good':
      return undefined;
    case 'revoked': {
      const { revokedAt, reason } = verdict;
      return { code: 'revoked', certificate, revokedAt, reason };
    }
    case 'stale': {
      const { validUntil, time } = verdict;
      return { code: 'stale-ocsp', certificate, validUntil, time };
    }
    case 'unknown': {
      const required = 'a status that the authority vouches for';
      return { code: 'invalid-ocsp', certificate, actual: 'the status unknown', required };
    }
    case 'invalid': {
      const { actual, required } = verdict;
      return { code: 'invalid-ocsp', certificate, actual, required };
    }
  }
}
