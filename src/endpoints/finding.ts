import type { SourceLocation } from '../errors/app-error.ts';

/** `error`: a declared client fails or the deployment did not reach its goal; `warning`: it works, but not as meant; `info`: to know. */
export type Severity = 'error' | 'warning' | 'info';

export const FINDING_IDS = [
  'missing-intermediate',
  'incomplete-chain',
  'untrusted-root',
  'not-mended',
  'chain-too-long',
  'chain-refused',
  'root-included',
  'self-signed',
  'bad-signature',
  'invalid-ca',
  'path-length-exceeded',
  'name-constraint-violation',
  'wrong-eku',
  'unknown-critical-extension',
  'malformed-certificate',
  'weak-key',
  'unsupported-key-type',
  'weak-signature',
  'revoked',
  'expired-leaf',
  'expired-intermediate',
  'not-yet-valid',
  'not-yet-valid-intermediate',
  'hostname-mismatch',
  'certificate-drift',
  'key-mismatch',
  'dns-failure',
  'not-probed',
  'host-unreachable',
  'timeout',
  'connection-refused',
  'connection-reset',
  'connection-closed',
  'not-tls',
  'handshake-failure',
  'http-failure',
  'deployment-failed',
  'deployment-late',
  'bind-failed',
  'rolled-back',
] as const;

/** Stable names of findings: scripts and documents may rely on them. */
export type FindingId = (typeof FINDING_IDS)[number];

/** What is wrong (or worth knowing) about an endpoint or its material, and what to do about it. */
export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  /** One printable sentence with the actual and the expected value. */
  readonly problem: string;
  /** Imperative: the exact thing to do. */
  readonly help: string;
  /** The address it was seen at, `203.0.113.7:443`; undefined when it concerns the endpoint as a whole. */
  readonly address?: string;
  /** The words users see, client by client, `chrome: NET::ERR_CERT_AUTHORITY_INVALID`. */
  readonly clientWords?: readonly string[];
  /** What a person must edit. */
  readonly location?: SourceLocation;
}

/** A finding before it is known at which address. */
export type ServedFinding = Omit<Finding, 'address'>;
