import type { Certificate } from '../certificate.ts';
import type { PathTerms } from './path-rules.ts';

/** 1 when the key identifiers agree, -1 when they differ, 0 when one is missing: a hint for the order. */
export function likelihood(child: Certificate, issuer: Certificate): number {
  if (child.authorityKeyId === undefined || issuer.subjectKeyId === undefined) return 0;
  return child.authorityKeyId === issuer.subjectKeyId ? 1 : -1;
}

/** Same name and key: a path through both would be a loop. */
export function isSameAuthority(a: Certificate, b: Certificate): boolean {
  return a.publicKeyDer.equals(b.publicKeyDer) && a.subjectName.key === b.subjectName.key;
}

/** A signature of a kind that is not accepted is not verified either: names and key identifiers are what is left. */
export function passesOverSignature(
  certificate: Certificate,
  { waives }: Pick<PathTerms, 'waives'>,
): boolean {
  const codes = ['weak-signature', 'unsupported-signature'] as const;
  return codes.some((code) => waives({ code, certificate, algorithm: '' }));
}
