import type { Certificate } from '../certificates/certificate.ts';
import { clientWords, type ServedFailure } from '../certificates/client-words.ts';
import type { PathFailure } from '../certificates/path-failure.ts';
import { presentedNames } from '../certificates/reference-identity.ts';
import type { EndpointConfig, HealthConfig } from '../config/config.ts';
import { printable } from '../errors/printable.ts';
import type { Finding, FindingId } from './finding.ts';
import type { ObservationFailure } from './observation.ts';

/** A finding before it is known at which address. */
export type ServedFinding = Omit<Finding, 'address'>;

type Endpoint = Pick<EndpointConfig, 'domain' | 'port' | 'clients' | 'health'>;

const SHOWN_NAMES = 5;

/** How a fingerprint is shown where space is short: its first 12 digits. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 12);
}

/** What a failed search for a path means to whoever runs the endpoint. */
export function describePathFailure(failure: PathFailure, endpoint: Endpoint): ServedFinding {
  const { id, words, meaning, help } = PATH_FINDINGS[failure.code];
  const { isCa, subject } = failure.certificate;
  const detail = detailOf(failure);
  return {
    id: isCa ? (CA_IDS[id] ?? id) : id,
    severity: 'error',
    problem: `${printable(subject)} ${meaning}${detail ? `: ${detail}` : ''}`,
    help: help ?? 'Ask the authority for the chain that belongs to this leaf and serve that.',
    clientWords: wordsOf(endpoint, words),
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

/** Our path search found a way and OpenSSL, in the same handshake, did not: its word stands. */
export function describeOpensslRefusal(code: string): ServedFinding {
  return {
    id: 'chain-refused',
    severity: 'error',
    problem: `OpenSSL refuses the chain: ${printable(code)}`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
    clientWords: [`openssl: ${printable(code)}`],
  };
}

export function describeRootSent(): ServedFinding {
  return {
    id: 'root-included',
    severity: 'info',
    problem: 'the root is sent along; clients have their own and ignore it',
    help: 'Nothing breaks. Leaving it out saves bytes in every handshake (RFC 8446 §4.4.2).',
  };
}

export function describeNameMismatch(leaf: Certificate, { domain, clients }: Endpoint): ServedFinding {
  const names = presentedNames(leaf);
  const shown = names.slice(0, SHOWN_NAMES).map((name) => printable(name));
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return {
    id: 'hostname-mismatch',
    severity: 'error',
    problem: `the certificate is for ${shown.join(', ') || 'no name at all'}${more}, not for ${domain}`,
    help: `Get a certificate whose subjectAltName has ${domain}, or correct the domain in the configuration.`,
    clientWords: wordsOf({ domain, clients }, 'wrong-name'),
  };
}

export function describeOtherLeaf(leaf: Certificate, intended: string): ServedFinding {
  return {
    id: 'certificate-drift',
    severity: 'error',
    problem: `serves leaf ${shortFingerprint(leaf.fingerprint)} (${printable(leaf.subject)}), not the intended ${shortFingerprint(intended)}`,
    help: 'Deploy again; if one address keeps the old certificate, look whether it belongs to the configured ingress.',
  };
}

export function describeFailure(failure: ObservationFailure, undetermined: boolean): ServedFinding {
  return {
    id: FAILURE_IDS[failure.reason],
    // What could not be determined is unknown, never broken.
    severity: undetermined ? 'warning' : 'error',
    problem: `${STAGES[failure.stage]}: ${failure.reason}${failure.detail ? ` (${failure.detail})` : ''}`,
    help: helpFor(failure),
  };
}

function helpFor({ reason, detail }: ObservationFailure): string {
  if (reason === 'private-address') {
    return 'Set trust.private-networks: true if this address may be probed from here.';
  }
  // RFC 6066 §3: the server knows no certificate for the name.
  if (reason === 'tls-alert' && detail === 'unrecognized_name') {
    return 'The listener has no certificate for this name; deploy one to its ingress.';
  }
  return 'Check that the listener runs and that this machine may reach it.';
}

const FAILURE_IDS = {
  'name-not-found': 'dns-failure',
  'dns-failure': 'dns-failure',
  'private-address': 'not-probed',
  refused: 'connection-refused',
  unreachable: 'host-unreachable',
  timeout: 'timeout',
  reset: 'connection-reset',
  closed: 'connection-closed',
  'not-tls': 'not-tls',
  'tls-alert': 'handshake-failure',
  'tls-error': 'handshake-failure',
  'malformed-certificate': 'malformed-certificate',
  'http-error': 'http-failure',
} as const satisfies Record<ObservationFailure['reason'], FindingId>;

const STAGES = {
  dns: 'no address',
  policy: 'not probed',
  connect: 'no connection',
  tls: 'no TLS handshake',
  http: 'no HTTP answer',
} satisfies Record<ObservationFailure['stage'], string>;

export function describeStatus(status: number, { health, domain }: Endpoint): ServedFinding {
  return {
    id: 'http-failure',
    severity: 'error',
    problem: `${health.method} ${health.path} answers ${status}, not ${formatList(health.accept)}`,
    help: `Check that ${domain} is bound to the AIRec instance, or add ${status} to health.accept if it is right.`,
  };
}

export function describeHttpFailure(
  failure: ObservationFailure,
  { method, path }: HealthConfig,
): ServedFinding {
  return {
    id: 'http-failure',
    severity: 'error',
    problem: `${method} ${path} gets no answer: ${failure.reason}${failure.detail ? ` (${failure.detail})` : ''}`,
    help: 'TLS is up and HTTP is not: check the backend behind the listener.',
  };
}

/** `200, 401 or 404`. */
function formatList(values: readonly number[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(values.map(String));
}

function wordsOf(
  { clients, domain }: Pick<Endpoint, 'clients' | 'domain'>,
  failure: ServedFailure,
): readonly string[] {
  return clients.map((client) => `${client}: ${clientWords(client, failure, domain)}`);
}
