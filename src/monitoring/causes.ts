import type { FindingId } from '../endpoints/finding.ts';

/**
 * What incidents are about. Findings that are one defect to whoever mends it share a cause, so that a different wording,
 * or a different finding for the same gap, is never a second message.
 */
export const CAUSES = [
  'chain',
  'trust',
  'invalid-chain',
  'name',
  'expiry',
  'not-yet-valid',
  'intermediate-expiry',
  'revocation',
  'issuance',
  'drift',
  'inconsistent',
  'protocol',
  'client-certificate',
  'unreachable',
  'http',
  'mapping',
  'tidiness',
  'undetermined',
  'missed-runs',
  'schedule-disabled',
] as const;

export type Cause = (typeof CAUSES)[number];

/** Causes that a certificate has: with another leaf it is another incident. The others outlive a renewal. */
const OF_LEAF: ReadonlySet<Cause> = new Set([
  'chain',
  'trust',
  'invalid-chain',
  'name',
  'expiry',
  'not-yet-valid',
  'intermediate-expiry',
  'revocation',
  'issuance',
  'drift',
]);

/** Consequences of another finding at some of the addresses, or notes beside it: told on their own when they are alone. */
const SECONDARY: ReadonlySet<Cause> = new Set(['inconsistent', 'tidiness']);

/** Undefined: about files or deployments, not about what is served. */
const CAUSE_OF = {
  'missing-intermediate': 'chain',
  'wrong-intermediate': 'chain',
  'incomplete-chain': 'chain',
  'certificate-loop': 'chain',
  'aia-fetch-failed': 'tidiness',
  'untrusted-root': 'trust',
  'self-signed': 'trust',
  'chain-refused': 'trust',
  'chain-too-long': 'invalid-chain',
  'bad-signature': 'invalid-chain',
  'invalid-ca': 'invalid-chain',
  'path-length-exceeded': 'invalid-chain',
  'name-constraint-violation': 'invalid-chain',
  'wrong-eku': 'invalid-chain',
  'wrong-key-usage': 'invalid-chain',
  'unknown-critical-extension': 'invalid-chain',
  'malformed-certificate': 'invalid-chain',
  'hostname-mismatch': 'name',
  'no-san': 'name',
  'expired-leaf': 'expiry',
  'expires-soon': 'expiry',
  'not-yet-valid': 'not-yet-valid',
  'not-yet-valid-intermediate': 'not-yet-valid',
  'expired-intermediate': 'intermediate-expiry',
  'intermediate-expires-soon': 'intermediate-expiry',
  revoked: 'revocation',
  'stale-ocsp': 'revocation',
  'invalid-ocsp': 'revocation',
  'must-staple-missing': 'revocation',
  'weak-key': 'issuance',
  'weak-signature': 'issuance',
  'unsupported-key-type': 'issuance',
  'validity-too-long': 'issuance',
  'missing-scts': 'issuance',
  'certificate-drift': 'drift',
  'inconsistent-addresses': 'inconsistent',
  'old-protocol': 'protocol',
  'weak-cipher': 'protocol',
  'client-cert-required': 'client-certificate',
  'dns-failure': 'unreachable',
  'not-probed': 'undetermined',
  'host-unreachable': 'unreachable',
  timeout: 'unreachable',
  'connection-refused': 'unreachable',
  'connection-reset': 'unreachable',
  'connection-closed': 'unreachable',
  'not-tls': 'unreachable',
  'handshake-failure': 'unreachable',
  'http-failure': 'http',
  'mapping-mismatch': 'mapping',
  'wrong-order': 'tidiness',
  'extra-certificate': 'tidiness',
  'duplicate-certificate': 'tidiness',
  'root-included': 'tidiness',
  'expired-cross-sign': 'tidiness',
  // What is coming is no incident: the digest tells it from the readiness of each endpoint.
  'root-removal-ahead': undefined,
  'shorter-validity-ahead': undefined,
  'not-mended': undefined,
  'key-mismatch': undefined,
  'malformed-pem': undefined,
  'no-certificate': undefined,
  'wrong-format': undefined,
  'encrypted-key': undefined,
  'deployment-failed': undefined,
  'deployment-late': undefined,
  'bind-failed': undefined,
  'rolled-back': undefined,
  'rehearsal-failed': undefined,
  'names-lost': undefined,
  'quota-exhausted': undefined,
} satisfies Record<FindingId, Cause | undefined>;

/**
 * The cause of a finding about what is served; undefined for findings about files or deployments. A look that failed for
 * a reason that may lie on the way (a warning: nobody could tell) is `undetermined`, whatever ended it.
 */
export function causeOf({
  id,
  severity,
}: {
  readonly id: FindingId;
  readonly severity: string;
}): Cause | undefined {
  const cause: Cause | undefined = CAUSE_OF[id];
  return cause === 'unreachable' && severity !== 'error' ? 'undetermined' : cause;
}

/** Whether another leaf makes another incident of it. */
export function isOfLeaf(cause: Cause): boolean {
  return OF_LEAF.has(cause);
}

/** Whether it is only told when nothing else is wrong at the endpoint that a person has to act on. */
export function isSecondary(cause: Cause): boolean {
  return SECONDARY.has(cause);
}

/** Whether it is about the monitor, not about an endpoint. */
export function isOfMonitor(cause: Cause): boolean {
  return cause === 'missed-runs' || cause === 'schedule-disabled';
}
