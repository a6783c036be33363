import type { Certificate } from '../certificates/certificate.ts';
import { presentedNames } from '../certificates/reference-identity.ts';
import type { HealthConfig } from '../config/config.ts';
import { printable } from '../errors/printable.ts';
import type { FindingId, ServedFinding } from './finding.ts';
import type { ObservationFailure } from './observation.ts';
import { type Audience, wordsOf } from './words-of.ts';

const SHOWN_NAMES = 5;

/** How a fingerprint is shown where space is short: its first 12 digits. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 12);
}

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

export function describeNameMismatch(leaf: Certificate, { domain, clients }: Audience): ServedFinding {
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
    return 'Set trust.private-networks: true (--allow-private) if this address may be probed from here.';
  }
  if (reason === 'unreachable') {
    return 'This machine has no route to it; GitHub-hosted runners, for one, have no IPv6. Run where there is one, or list the addresses to probe under "addresses".';
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

export function describeStatus(status: number, { method, path, accept }: HealthConfig): ServedFinding {
  return {
    id: 'http-failure',
    severity: 'error',
    problem: `${method} ${path} answers ${status}, not ${formatList(accept)}`,
    help: `Check that the domain is bound to the AIRec instance, or add ${status} to health.accept if it is right.`,
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
