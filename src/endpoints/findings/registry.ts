import { aiaFetchFailed } from './aia-fetch-failed.ts';
import { badSignature } from './bad-signature.ts';
import { certificateDrift } from './certificate-drift.ts';
import { certificateLoop } from './certificate-loop.ts';
import { chainRefused } from './chain-refused.ts';
import { chainTooLong } from './chain-too-long.ts';
import { clientCertRequired } from './client-cert-required.ts';
import { connectionClosed } from './connection-closed.ts';
import { connectionRefused } from './connection-refused.ts';
import { connectionReset } from './connection-reset.ts';
import { dnsFailure } from './dns-failure.ts';
import { duplicateCertificate } from './duplicate-certificate.ts';
import type { EndpointEvidence, ServedEvidence } from './evidence.ts';
import { expiredCrossSign } from './expired-cross-sign.ts';
import { expiredIntermediate } from './expired-intermediate.ts';
import { expiredLeaf } from './expired-leaf.ts';
import { expiresSoon } from './expires-soon.ts';
import { extraCertificate } from './extra-certificate.ts';
import type { FailureEvidence } from './failure-rule.ts';
import type { FindingRule } from './finding-rule.ts';
import { handshakeFailure } from './handshake-failure.ts';
import { hostUnreachable } from './host-unreachable.ts';
import { hostnameMismatch } from './hostname-mismatch.ts';
import { httpFailure } from './http-failure.ts';
import { incompleteChain } from './incomplete-chain.ts';
import { inconsistentAddresses } from './inconsistent-addresses.ts';
import { intermediateExpiresSoon } from './intermediate-expires-soon.ts';
import { invalidCa } from './invalid-ca.ts';
import { invalidOcsp } from './invalid-ocsp.ts';
import { malformedCertificate } from './malformed-certificate.ts';
import { missingIntermediate } from './missing-intermediate.ts';
import { missingScts } from './missing-scts.ts';
import { mustStapleMissing } from './must-staple-missing.ts';
import { nameConstraintViolation } from './name-constraint-violation.ts';
import { noSan } from './no-san.ts';
import { notProbed } from './not-probed.ts';
import { notTls } from './not-tls.ts';
import { notYetValidIntermediate } from './not-yet-valid-intermediate.ts';
import { notYetValid } from './not-yet-valid.ts';
import { oldProtocol } from './old-protocol.ts';
import { opensslRefusal } from './openssl-refusal.ts';
import { pathLengthExceeded } from './path-length-exceeded.ts';
import { revoked } from './revoked.ts';
import { rootIncluded } from './root-included.ts';
import { selfSigned } from './self-signed.ts';
import { staleOcsp } from './stale-ocsp.ts';
import { timeout } from './timeout.ts';
import { unknownCriticalExtension } from './unknown-critical-extension.ts';
import { unreadableCertificate } from './unreadable-certificate.ts';
import { unsupportedKeyType } from './unsupported-key-type.ts';
import { untrustedRoot } from './untrusted-root.ts';
import { validityTooLong } from './validity-too-long.ts';
import { weakCipher } from './weak-cipher.ts';
import { weakKey } from './weak-key.ts';
import { weakSignature } from './weak-signature.ts';
import { wrongEku } from './wrong-eku.ts';
import { wrongKeyUsage } from './wrong-key-usage.ts';
import { wrongIntermediate } from './wrong-intermediate.ts';
import { wrongOrder } from './wrong-order.ts';

/** The rules about what is served, or about a bundle in a file, in the order in which they are reported. */
export const SERVED_RULES: readonly FindingRule<ServedEvidence>[] = [
  missingIntermediate,
  wrongIntermediate,
  incompleteChain,
  certificateLoop,
  aiaFetchFailed,
  untrustedRoot,
  selfSigned,
  badSignature,
  invalidCa,
  pathLengthExceeded,
  chainTooLong,
  chainRefused,
  nameConstraintViolation,
  wrongEku,
  wrongKeyUsage,
  unknownCriticalExtension,
  malformedCertificate,
  expiredLeaf,
  expiredIntermediate,
  notYetValid,
  notYetValidIntermediate,
  expiresSoon,
  intermediateExpiresSoon,
  validityTooLong,
  hostnameMismatch,
  noSan,
  weakKey,
  weakSignature,
  unsupportedKeyType,
  missingScts,
  revoked,
  staleOcsp,
  invalidOcsp,
  mustStapleMissing,
  oldProtocol,
  weakCipher,
  clientCertRequired,
  opensslRefusal,
  wrongOrder,
  extraCertificate,
  expiredCrossSign,
  duplicateCertificate,
  rootIncluded,
  certificateDrift,
  httpFailure,
];

/** The rules about all addresses together. */
export const ENDPOINT_RULES: readonly FindingRule<EndpointEvidence>[] = [inconsistentAddresses];

/** The rules about what could not be looked at; one of them applies to every reason. */
export const FAILURE_RULES: readonly FindingRule<FailureEvidence>[] = [
  dnsFailure,
  notProbed,
  hostUnreachable,
  timeout,
  connectionRefused,
  connectionReset,
  connectionClosed,
  notTls,
  handshakeFailure,
  unreadableCertificate,
];
