import type { Certificate } from '../certificate.ts';
import { type Comparisons, findForbiddenName } from '../names/name-constraints.ts';
import { KEY_USAGE } from '../der/oids.ts';
import type { PathFailure } from './path-failure.ts';
import { matchesIdentity, type ReferenceIdentity } from '../names/reference-identity.ts';
import { judgeKey } from './rules/keys.ts';
import { findBrokenRule } from './rules/profile.ts';
import type { Role, ValidationPolicy } from './rules/rule.ts';
import { readScheme } from '../keys/signature.ts';

/** What a path is held against. */
export interface PathTerms {
  readonly policy: ValidationPolicy;
  readonly time: Date;
  /** OID of the purpose for which the leaf is used. */
  readonly purpose: string;
  /** Undefined: the name is not looked at. */
  readonly reference: ReferenceIdentity | undefined;
  /** Intermediates that are not self-issued; undefined: any number. */
  readonly maxIntermediates: number | undefined;
  readonly comparisons: Comparisons;
  /** Failures to pass over, so that what else is wrong comes to light. */
  readonly waives: (failure: PathFailure) => boolean;
}

/** The path so far, leaf first: an issuer is judged as the next after it. */
type Path = readonly [Certificate, ...Certificate[]];

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

/** The first rule that `leaf` breaks; undefined when it keeps them all. */
export function checkLeaf(leaf: Certificate, terms: PathTerms): PathFailure | undefined {
  return firstOf(terms, [
    checkValidity(leaf, terms.time),
    checkSignatureAlgorithm(leaf),
    checkReference(leaf, terms),
    checkExtendedKeyUsage(leaf, terms),
    checkCriticalExtensions(leaf),
    checkKey(leaf, terms),
    checkProfile(leaf, 'leaf', terms),
  ]);
}

/**
 * The first rule for an intermediate that `issuer` breaks when it follows `path`; undefined when it keeps them
 * all. That it signed the end of `path` is already known.
 */
export function checkIntermediate(
  issuer: Certificate,
  path: Path,
  terms: PathTerms,
): PathFailure | undefined {
  return firstOf(terms, [
    checkValidity(issuer, terms.time),
    checkSignatureAlgorithm(issuer),
    checkPathLength(issuer, path),
    checkDepth(issuer, path, terms),
    checkMaySign(issuer),
    checkCriticalExtensions(issuer),
    checkNameConstraints(issuer, path, terms),
    checkExtendedKeyUsage(issuer, terms),
    checkKey(issuer, terms),
    checkProfile(issuer, 'intermediate', terms),
    checkPair(lastOf(path), issuer, terms),
  ]);
}

/**
 * The same for a trust anchor. It counts by name and key (RFC 5280 §6.1.1 d), as browsers have it; `strict` holds
 * its certificate against what an authority's must be too, constraints included (RFC 5937 §3).
 */
export function checkAnchor(anchor: Certificate, path: Path, terms: PathTerms): PathFailure | undefined {
  if (terms.policy === 'browser') return undefined;
  return firstOf(terms, [
    checkValidity(anchor, terms.time),
    checkPathLength(anchor, path),
    checkMaySign(anchor),
    checkCriticalExtensions(anchor),
    checkNameConstraints(anchor, path, terms),
    checkKey(anchor, terms),
    checkProfile(anchor, 'anchor', terms),
    checkPair(lastOf(path), anchor, terms),
  ]);
}

/** The first failure that counts. */
export function firstOf(
  { waives }: PathTerms,
  failures: readonly (PathFailure | undefined)[],
): PathFailure | undefined {
  return failures.find((failure) => failure && !waives(failure));
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
  const { keyUsage } = certificate;
  if (!keyUsage || keyUsage.includes(KEY_USAGE.keyCertSign)) return undefined;
  return { code: 'may-not-sign', certificate };
}

/** RFC 5280 §4.2.1.9, §6.1.4 (l) and (m): self-issued intermediates do not count, nor does the leaf. */
function checkPathLength(certificate: Certificate, path: Path): PathFailure | undefined {
  const { pathLength } = certificate;
  const below = path.slice(1).filter(({ selfIssued }) => !selfIssued).length;
  if (pathLength === undefined || below <= pathLength) return undefined;
  return { code: 'path-length-exceeded', certificate, pathLength, below };
}

/** The caller's own limit. */
function checkDepth(
  certificate: Certificate,
  path: Path,
  { maxIntermediates }: PathTerms,
): PathFailure | undefined {
  if (maxIntermediates === undefined) return undefined;
  const intermediates = [...path.slice(1), certificate].filter(({ selfIssued }) => !selfIssued).length;
  if (intermediates <= maxIntermediates) return undefined;
  return { code: 'chain-too-long', certificate, limit: maxIntermediates };
}

/** RFC 5280 §6.1.3 (b) and (c): all below must comply, self-issued intermediates excepted. */
function checkNameConstraints(
  issuer: Certificate,
  path: Path,
  { comparisons }: PathTerms,
): PathFailure | undefined {
  const { nameConstraints } = issuer;
  if (!nameConstraints) return undefined;
  for (const [index, certificate] of path.entries()) {
    if (index > 0 && certificate.selfIssued) continue;
    const forbidden = findForbiddenName(certificate, nameConstraints, comparisons);
    if (forbidden) return { code: 'name-not-permitted', certificate, ...forbidden, issuer };
  }
  return undefined;
}

/**
 * RFC 5280 §4.2.1.12. On a CA certificate it limits what is below, as every TLS client has it (BR §7.1.2.10.6).
 * Like OpenSSL and Mozilla, and unlike the RFC, anyExtendedKeyUsage does not stand for serverAuth.
 */
function checkExtendedKeyUsage(certificate: Certificate, { purpose }: PathTerms): PathFailure | undefined {
  const { extendedKeyUsage } = certificate;
  if (!extendedKeyUsage || extendedKeyUsage.includes(purpose)) return undefined;
  return { code: 'wrong-extended-key-usage', certificate, extendedKeyUsage, required: purpose };
}

/** RFC 5280 §4.2, §6.1.4 (o), §6.1.5 (f). */
function checkCriticalExtensions(certificate: Certificate): PathFailure | undefined {
  const extension = certificate.criticalExtensions.find((oid) => !PROCESSED_EXTENSIONS.has(oid));
  return extension === undefined ? undefined : { code: 'unknown-critical-extension', certificate, extension };
}

/** RFC 5280 §6.1.3 (a)(1): a signature that anyone could make proves nothing. */
function checkSignatureAlgorithm(certificate: Certificate): PathFailure | undefined {
  const { kind, name: algorithm } = readScheme(certificate.signatureAlgorithm);
  if (kind === 'scheme') return undefined;
  const code = kind === 'weak' ? 'weak-signature' : 'unsupported-signature';
  return { code, certificate, algorithm };
}

function checkReference(leaf: Certificate, { reference }: PathTerms): PathFailure | undefined {
  if (!reference || matchesIdentity(leaf, reference)) return undefined;
  return { code: 'name-mismatch', certificate: leaf, reference };
}

function checkKey(certificate: Certificate, { policy }: PathTerms): PathFailure | undefined {
  const key = judgeKey(certificate, policy);
  if (!key) return undefined;
  const { kind, ...values } = key;
  return { code: `${kind}-key`, certificate, ...values };
}

/** The rules in rules/. */
function checkProfile(certificate: Certificate, role: Role, { policy }: PathTerms): PathFailure | undefined {
  const broken = findBrokenRule(certificate, role, policy);
  if (!broken) return undefined;
  const { rule, ...values } = broken;
  return { code: 'profile-violation', certificate, rule: rule.id, citation: rule.citation, ...values };
}

/** Hashes by curve (BR §7.1.3.2.2). */
const HASH_OF_CURVE: Readonly<Record<string, string>> = {
  'P-256': 'ECDSA with SHA-256',
  'P-384': 'ECDSA with SHA-384',
  'P-521': 'ECDSA with SHA-512',
};

/** `strict` alone: what a certificate and its issuer must have in common beside name and key. */
function checkPair(
  certificate: Certificate,
  issuer: Certificate,
  { policy }: PathTerms,
): PathFailure | undefined {
  if (policy === 'browser') return undefined;
  const violation = { code: 'profile-violation', certificate } as const;
  const { authorityKeyId, signatureAlgorithm } = certificate;
  // BR §7.1.2.11.1 makes a must of what is a hint for those who build paths (RFC 5280 §4.2.1.1).
  if (authorityKeyId !== undefined && authorityKeyId !== issuer.subjectKeyId) {
    const required = `${issuer.subjectKeyId}, the subjectKeyIdentifier of its issuer`;
    const citation = 'BR §7.1.2.11.1, RFC 5280 §4.2.1.2';
    return { ...violation, rule: 'authority-key-id-mismatch', citation, actual: authorityKeyId, required };
  }
  const required = issuer.publicKey.kind === 'ec' ? HASH_OF_CURVE[issuer.publicKey.curve ?? ''] : undefined;
  const actual = readScheme(signatureAlgorithm).name;
  if (required !== undefined && actual !== required) {
    return { ...violation, rule: 'ecdsa-hash', citation: 'BR §7.1.3.2.2', actual, required };
  }
  // BR §7.1.3.2.1: octet for octet, so the NULL that RFC 4055 §5 asks for may not be left out.
  if (issuer.publicKey.kind === 'rsa' && !signatureAlgorithm.parameters) {
    const values = { actual: 'no parameters', required: 'NULL' };
    return { ...violation, rule: 'rsa-signature-parameters', citation: 'BR §7.1.3.2.1', ...values };
  }
  return undefined;
}

function lastOf(path: Path): Certificate {
  return path.at(-1) ?? path[0];
}
