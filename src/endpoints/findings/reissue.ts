import type { Certificate } from '../../certificates/certificate.ts';
import type { ServedEvidence } from './evidence.ts';

/** What to do about a certificate that only its authority can better; `wanted` says what a new leaf should have. */
export function reissue(certificate: Certificate, { chain: [leaf] }: ServedEvidence, wanted: string): string {
  return certificate.fingerprint === leaf.fingerprint
    ? `Have a new certificate issued ${wanted}, and deploy it.`
    : 'Have a certificate issued under another intermediate of the authority, and deploy it with that one.';
}
