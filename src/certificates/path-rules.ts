import type { Certificate } from './certificate.ts';
import { findForbiddenName } from './name-constraints.ts';
import { type PathFailure, SERVER_AUTH } from './path-failure.ts';

/**
 * Extensions that may be critical: those with a rule here or in reference-identity.ts, the key identifiers, and
 * the policy extensions, which matter only to those who ask for a policy; TLS clients accept any (§6.1.1 c).
 */
const PROCESSED_EXTENSIONS: ReadonlySet<string> = new Set([
  '2.5.29.14', // subjectKeyIdentifier
  '2.5.29.15', // keyUsage
  '2.5.29.17', // subjectAltName
  '2.5.29.19', // basicConstraints
  '2.5.29.30', // nameConstraints
  '2.5.29.32', // certificatePolicies
  '2.5.29.33', // policyMappings
  '2.5.29.35', // authorityKeyIdentifier
  '2.5.29.36', // policyConstraints
  '2.5.29.37', // extendedKeyUsage
  '2.5.29.54', // inhibitAnyPolicy
]);

/** The first rule for a server's certificate that `leaf` breaks at `time`; undefined when it keeps them all. */
export function checkLeaf(leaf: Certificate, time: Date): PathFailure | undefined {
  return checkValidity(leaf, time) ?? checkExtendedKeyUsage(leaf) ?? checkCriticalExtensions(leaf);
}

/**
 * The first rule for an intermediate that `issuer` breaks when it follows `path` (leaf first) at `time`;
 * undefined when it keeps them all. That it signed the end of `path` is already known.
 */
export function checkIssuer(
  issuer: Certificate,
  path: readonly Certificate[],
  time: Date,
): PathFailure | undefined {
  return (
    checkValidity(issuer, time) ??
    checkPathLength(issuer, path) ??
    checkMaySign(issuer) ??
    checkCriticalExtensions(issuer) ??
    checkNameConstraints(issuer, path) ??
    checkExtendedKeyUsage(issuer)
  );
}

/** RFC 5280 §6.1.3 (a)(2); both ends belong to the period (§4.1.2.5), which is counted in whole seconds. */
function checkValidity(certificate: Certificate, time: Date): PathFailure | undefined {
  const { notBefore, notAfter } = certificate;
  const second = Math.floor(time.getTime() / 1000) * 1000;
  if (second > notAfter.getTime()) return { code: 'expired', certificate, notAfter, time };
  if (second < notBefore.getTime()) return { code: 'not-yet-valid', certificate, notBefore, time };
  return undefined;
}

/** RFC 5280 §6.1.4 (k) and (n). */
function checkMaySign(certificate: Certificate): PathFailure | undefined {
  if (!certificate.isCa) return { code: 'not-a-ca', certificate };
  if (!certificate.maySignCertificates) return { code: 'may-not-sign', certificate };
  return undefined;
}

/** RFC 5280 §4.2.1.9, §6.1.4 (l) and (m): self-issued intermediates do not count, nor does the leaf. */
function checkPathLength(certificate: Certificate, path: readonly Certificate[]): PathFailure | undefined {
  const { pathLength } = certificate;
  const below = path.slice(1).filter(({ selfIssued }) => !selfIssued).length;
  if (pathLength === undefined || below <= pathLength) return undefined;
  return { code: 'path-length-exceeded', certificate, pathLength, below };
}

/** RFC 5280 §6.1.3 (b) and (c): all below must comply, self-issued intermediates excepted. */
function checkNameConstraints(issuer: Certificate, path: readonly Certificate[]): PathFailure | undefined {
  const { nameConstraints } = issuer;
  if (!nameConstraints) return undefined;
  for (const [index, certificate] of path.entries()) {
    if (index > 0 && certificate.selfIssued) continue;
    const name = findForbiddenName(certificate, nameConstraints);
    if (name !== undefined) return { code: 'name-not-permitted', certificate, name, issuer };
  }
  return undefined;
}

/**
 * RFC 5280 §4.2.1.12. On a CA certificate it limits what is below, as every TLS client has it. Like OpenSSL and
 * Mozilla, and unlike the RFC, anyExtendedKeyUsage does not stand for serverAuth.
 */
function checkExtendedKeyUsage(certificate: Certificate): PathFailure | undefined {
  const { extendedKeyUsage } = certificate;
  if (!extendedKeyUsage || extendedKeyUsage.includes(SERVER_AUTH)) return undefined;
  return { code: 'wrong-extended-key-usage', certificate, extendedKeyUsage, required: SERVER_AUTH };
}

/** RFC 5280 §4.2, §6.1.4 (o), §6.1.5 (f). */
function checkCriticalExtensions(certificate: Certificate): PathFailure | undefined {
  const extension = certificate.criticalExtensions.find((oid) => !PROCESSED_EXTENSIONS.has(oid));
  return extension === undefined ? undefined : { code: 'unknown-critical-extension', certificate, extension };
}
