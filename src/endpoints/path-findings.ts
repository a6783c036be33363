import type { Certificate } from '../certificates/certificate.ts';
import type { ServedFailure } from '../certificates/client-words.ts';
import type { PathFailure } from '../certificates/path-failure.ts';
import { printable } from '../errors/printable.ts';
import type { FindingId, ServedFinding } from './finding.ts';
import { type Audience, wordsOf } from './words-of.ts';

/** What a failed search for a path among `received` certificates means to whoever runs the endpoint. */
export function describePathFailure(
  failure: PathFailure,
  audience: Audience,
  received: readonly Certificate[],
): ServedFinding {
  if (failure.code === 'unknown-issuer') {
    const root = received.find((each) => each.selfIssued && each.subject === failure.issuer);
    if (root) return describeUntrustedRoot(root, audience);
  }
  const { id, words, meaning, help } = PATH_FINDINGS[failure.code];
  const { isCa, subject } = failure.certificate;
  const detail = detailOf(failure);
  return {
    id: isCa ? (CA_IDS[id] ?? id) : id,
    severity: 'error',
    problem: `${printable(subject)} ${meaning}${detail ? `: ${detail}` : ''}`,
    help: help ?? 'Ask the authority for the chain that belongs to this leaf and serve that.',
    clientWords: wordsOf(audience, words),
  };
}

/** The chain is whole and nobody trusts where it ends, as opposed to one that lacks a certificate. */
function describeUntrustedRoot(root: Certificate, audience: Audience): ServedFinding {
  return {
    id: 'untrusted-root',
    severity: 'error',
    problem: `the chain ends at ${printable(root.subject)}, which is no trusted root`,
    help: 'Serve a certificate of a public authority. A root that your clients trust belongs under trust.roots (--ca).',
    clientWords: wordsOf(audience, 'unknown-issuer'),
  };
}

/** The values of a failure, for people; empty when its code says it all. */
function detailOf(failure: PathFailure): string {
  switch (failure.code) {
    case 'unknown-issuer':
      return `its issuer, ${printable(failure.issuer)}, is not sent`;
    case 'expired':
      return failure.notAfter.toISOString();
    case 'not-yet-valid':
      return failure.notBefore.toISOString();
    case 'profile-violation':
    case 'weak-key':
    case 'unsupported-key':
      return `${printable(failure.actual)}, not ${printable(failure.required)}`;
    case 'weak-signature':
    case 'unsupported-signature':
      return printable(failure.algorithm);
    default:
      return '';
  }
}

interface PathFinding {
  readonly id: FindingId;
  readonly words: ServedFailure;
  /** Follows the subject of the certificate that is at fault. */
  readonly meaning: string;
  readonly help?: string;
}

const PATH_FINDINGS: Readonly<Record<PathFailure['code'], PathFinding>> = {
  'unknown-issuer': {
    id: 'missing-intermediate',
    words: 'incomplete-chain',
    meaning: 'ends an incomplete chain',
    help: 'Serve the full bundle: the leaf, then every intermediate up to a trusted root. A root of your own belongs under trust.roots.',
  },
  'self-signed-leaf': {
    id: 'self-signed',
    words: 'self-signed',
    meaning: 'is signed by its own key and is no trust anchor',
    help: 'Serve a certificate of a trusted authority, or add this one to trust.roots if your clients trust it.',
  },
  expired: {
    id: 'expired-leaf',
    words: 'expired',
    meaning: 'has expired',
    help: 'Renew the certificate and deploy the new bundle; an expired one cannot be mended.',
  },
  'not-yet-valid': {
    id: 'not-yet-valid',
    words: 'not-yet-valid',
    meaning: 'is not valid yet',
    help: 'Wait until it is valid, or deploy one that is; check the clock of whoever issued it.',
  },
  'name-mismatch': {
    id: 'hostname-mismatch',
    words: 'wrong-name',
    meaning: 'is for other names',
  },
  'bad-signature': {
    id: 'bad-signature',
    words: 'unknown-issuer',
    meaning: 'is not signed by the key of the issuer that is sent',
  },
  'not-a-ca': { id: 'invalid-ca', words: 'unknown-issuer', meaning: 'issued a certificate and is no CA' },
  'may-not-sign': {
    id: 'invalid-ca',
    words: 'unknown-issuer',
    meaning: 'issued a certificate and its keyUsage lacks keyCertSign',
  },
  'path-length-exceeded': {
    id: 'path-length-exceeded',
    words: 'unknown-issuer',
    meaning: 'is followed by more intermediates than its pathLenConstraint allows',
  },
  'chain-too-long': {
    id: 'chain-too-long',
    words: 'unknown-issuer',
    meaning: 'is one intermediate too many',
  },
  'wrong-extended-key-usage': {
    id: 'wrong-eku',
    words: 'unknown-issuer',
    meaning: 'has an extendedKeyUsage without server authentication',
  },
  'name-not-permitted': {
    id: 'name-constraint-violation',
    words: 'unknown-issuer',
    meaning: 'has a name that an authority above it may not issue for',
  },
  'unknown-critical-extension': {
    id: 'unknown-critical-extension',
    words: 'unknown-issuer',
    meaning: 'has a critical extension that is not known',
  },
  'policy-not-acceptable': {
    id: 'chain-refused',
    words: 'unknown-issuer',
    meaning: 'has no policy that its chain requires',
  },
  'profile-violation': {
    id: 'malformed-certificate',
    words: 'unknown-issuer',
    meaning: 'breaks the certificate profile',
  },
  'weak-signature': {
    id: 'weak-signature',
    words: 'unknown-issuer',
    meaning: 'has a signature that can be forged',
  },
  'unsupported-signature': {
    id: 'weak-signature',
    words: 'unknown-issuer',
    meaning: 'has a signature of a kind that clients do not know',
  },
  'weak-key': { id: 'weak-key', words: 'unknown-issuer', meaning: 'has a key that is too weak' },
  'unsupported-key': {
    id: 'unsupported-key-type',
    words: 'unknown-issuer',
    meaning: 'has a key of a kind that clients do not know',
  },
  revoked: {
    id: 'revoked',
    words: 'unknown-issuer',
    meaning: 'is revoked',
    help: 'Have a new certificate issued for a new key, and deploy that.',
  },
  'revocation-unknown': {
    id: 'chain-refused',
    words: 'unknown-issuer',
    meaning: 'has a revocation status that the given CRLs do not tell',
  },
  'budget-exceeded': {
    id: 'chain-refused',
    words: 'unknown-issuer',
    meaning: 'leads to more possible paths than are searched',
  },
};

/** The same finding has another name in an intermediate. */
const CA_IDS: Partial<Record<FindingId, FindingId>> = {
  'expired-leaf': 'expired-intermediate',
  'not-yet-valid': 'not-yet-valid-intermediate',
};
