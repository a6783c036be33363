import type { SourceLocation } from '../errors/app-error.ts';

/** `error`: a declared client fails or the deployment did not reach its goal; `warning`: it works, but not as meant; `info`: to know. */
export type Severity = 'error' | 'warning' | 'info';

export const FINDING_IDS = [
  'missing-intermediate',
  'wrong-intermediate',
  'incomplete-chain',
  'wrong-order',
  'extra-certificate',
  'duplicate-certificate',
  'certificate-loop',
  'aia-fetch-failed',
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
  'wrong-key-usage',
  'unknown-critical-extension',
  'malformed-certificate',
  'weak-key',
  'unsupported-key-type',
  'weak-signature',
  'revoked',
  'stale-ocsp',
  'invalid-ocsp',
  'must-staple-missing',
  'missing-scts',
  'expired-leaf',
  'expired-intermediate',
  'expired-cross-sign',
  'not-yet-valid',
  'not-yet-valid-intermediate',
  'expires-soon',
  'intermediate-expires-soon',
  'validity-too-long',
  'hostname-mismatch',
  'no-san',
  'certificate-drift',
  'inconsistent-addresses',
  'old-protocol',
  'weak-cipher',
  'client-cert-required',
  'key-mismatch',
  'malformed-pem',
  'no-certificate',
  'wrong-format',
  'encrypted-key',
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
  'rehearsal-failed',
  'names-lost',
  'quota-exhausted',
  'deployment-failed',
  'deployment-late',
  'bind-failed',
  'mapping-mismatch',
  'root-removal-ahead',
  'shorter-validity-ahead',
  'rolled-back',
] as const;

/** Stable names of findings: scripts and documents may rely on them. */
export type FindingId = (typeof FINDING_IDS)[number];

/** What is wrong (or worth knowing) about an endpoint or its material, and what to do about it. */
export interface Finding {
  readonly id: FindingId;
  /** By consequence. */
  readonly severity: Severity;
  /** What it rests on, such as `RFC 5280 §6.1.3 (a)(2)`; undefined for what a deployment ran into. */
  readonly citation?: string;
  /** SHA-256 of the certificate that is at fault; undefined when it is none in particular. */
  readonly certificate?: string;
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
