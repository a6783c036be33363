import type { Certificate } from '../certificates/certificate.ts';
import { clientWords, type ServedFailure } from '../certificates/client-words.ts';
import type { PathFailure } from '../certificates/path-failure.ts';
import { presentedNames } from '../certificates/reference-identity.ts';
import type { EndpointConfig, HealthConfig } from '../config/config.ts';
import { printable } from '../errors/printable.ts';
import type { Finding } from './finding.ts';
import type { ObservationFailure } from './observation.ts';

/** A finding before it is known at which address. */
export type ServedFinding = Omit<Finding, 'address'>;

type Endpoint = Pick<EndpointConfig, 'domain' | 'port' | 'clients' | 'health'>;

const SHOWN_NAMES = 5;

/** How a fingerprint is shown where space is short: its first 12 digits. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 12);
}

export function describePathFailure(failure: PathFailure, endpoint: Endpoint): ServedFinding {
  const subject = printable(failure.certificate.subject);
  switch (failure.code) {
    case 'unknown-issuer':
      return {
        id: 'chain/incomplete',
        severity: 'error',
        problem: `the chain is incomplete: ${printable(failure.issuer)}, the issuer of ${subject}, is not sent`,
        help: 'Serve the full bundle: the leaf, then every intermediate up to a trusted root. A root of your own belongs under trust.roots.',
        clientWords: wordsOf(endpoint, 'incomplete-chain'),
      };
    case 'self-signed-leaf':
      return {
        id: 'chain/invalid',
        severity: 'error',
        problem: `${subject} is signed by its own key and is no trust anchor`,
        help: 'Serve a certificate of a trusted authority, or add this one to trust.roots if your clients trust it.',
        clientWords: wordsOf(endpoint, 'self-signed'),
      };
    case 'expired':
      return {
        id: 'certificate/expired',
        severity: 'error',
        problem: `${subject} expired at ${failure.notAfter.toISOString()}`,
        help: 'Renew the certificate and deploy the new bundle; an expired one cannot be mended.',
        clientWords: wordsOf(endpoint, 'expired'),
      };
    case 'not-yet-valid':
      return {
        id: 'certificate/not-yet-valid',
        severity: 'error',
        problem: `${subject} is valid from ${failure.notBefore.toISOString()} only`,
        help: 'Wait until it is valid, or deploy one that is; check the clock of whoever issued it.',
        clientWords: wordsOf(endpoint, 'not-yet-valid'),
      };
    case 'bad-signature':
    case 'not-a-ca':
    case 'may-not-sign':
    case 'path-length-exceeded':
    case 'wrong-extended-key-usage':
    case 'name-not-permitted':
    case 'unknown-critical-extension':
    case 'budget-exceeded':
      return {
        id: 'chain/invalid',
        severity: 'error',
        problem: `${subject} breaks the chain: ${PATH_RULES[failure.code]}`,
        help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
        clientWords: wordsOf(endpoint, 'unknown-issuer'),
      };
  }
}

/** What the remaining codes mean, for people. */
const PATH_RULES = {
  'bad-signature': 'the key of the issuer that is sent did not sign it',
  'not-a-ca': 'it issued a certificate and is no CA',
  'may-not-sign': 'it issued a certificate and its keyUsage lacks keyCertSign',
  'path-length-exceeded': 'more intermediates follow than its pathLenConstraint allows',
  'wrong-extended-key-usage': 'its extendedKeyUsage does not allow server authentication',
  'name-not-permitted': 'an authority above it may not issue for one of its names',
  'unknown-critical-extension': 'it has a critical extension that is not known',
  'budget-exceeded': 'the search for a path took too many signature checks',
} satisfies Partial<Record<PathFailure['code'], string>>;

/** Our path search found a way and OpenSSL, in the same handshake, did not: its word stands. */
export function describeOpensslRefusal(code: string): ServedFinding {
  return {
    id: 'chain/invalid',
    severity: 'error',
    problem: `OpenSSL refuses the chain: ${printable(code)}`,
    help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
    clientWords: [`openssl: ${printable(code)}`],
  };
}

export function describeRootSent(): ServedFinding {
  return {
    id: 'chain/root-sent',
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
    id: 'name/mismatch',
    severity: 'error',
    problem: `the certificate is for ${shown.join(', ') || 'no name at all'}${more}, not for ${domain}`,
    help: `Get a certificate whose subjectAltName has ${domain}, or correct the domain in the configuration.`,
    clientWords: wordsOf({ domain, clients }, 'wrong-name'),
  };
}

export function describeOtherLeaf(leaf: Certificate, intended: string): ServedFinding {
  return {
    id: 'leaf/not-intended',
    severity: 'error',
    problem: `serves leaf ${shortFingerprint(leaf.fingerprint)} (${printable(leaf.subject)}), not the intended ${shortFingerprint(intended)}`,
    help: 'Deploy again; if one address keeps the old certificate, look whether it belongs to the configured ingress.',
  };
}

export function describeFailure(failure: ObservationFailure, undetermined: boolean): ServedFinding {
  return {
    id: failure.stage === 'tls' && !undetermined ? 'endpoint/tls-failed' : 'endpoint/unreachable',
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

const STAGES = {
  dns: 'no address',
  policy: 'not probed',
  connect: 'no connection',
  tls: 'no TLS handshake',
  http: 'no HTTP answer',
} satisfies Record<ObservationFailure['stage'], string>;

export function describeStatus(status: number, { health, domain }: Endpoint): ServedFinding {
  return {
    id: 'http/unexpected-status',
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
    id: 'http/failed',
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
