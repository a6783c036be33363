import { hasCode } from '../../errors/catalogue.ts';
import type { Certificate } from '../certificate.ts';
import { hashPublicKey } from './ocsp-cert-id.ts';
import type { BasicOcspResponse, ResponderId } from './ocsp-response.ts';
import { KEY_USAGE, OID } from '../der/oids.ts';
import { parseCertificate } from '../parse-certificate.ts';
import { judgeKey } from '../paths/rules/keys.ts';
import { isSignedBy } from '../keys/signature.ts';

/** A responder sends one certificate or none; the limit bounds the signatures that a hostile response costs. */
const MAX_CERTIFICATES = 8;

/** Extensions of a responder's certificate that may be critical: looked at here, or without effect on it. */
const PROCESSED: ReadonlySet<string> = new Set([
  OID.subjectKeyIdentifier,
  OID.keyUsage,
  OID.subjectAltName,
  OID.basicConstraints,
  OID.certificatePolicies,
  OID.authorityKeyIdentifier,
  OID.extendedKeyUsage,
  OID.ocspNoCheck,
]);

export interface ResponderFault {
  readonly code: 'responder-not-found' | 'responder-not-authorised' | 'bad-signature';
  /** The two values that were compared, for people. Hostile text may be in both. */
  readonly actual: string;
  readonly required: string;
}

/**
 * Who signed `response`: `issuer` itself, or whom it has authorised by a certificate in the response (RFC 6960
 * §4.2.2.2), valid at `time`. Otherwise why nobody did that may, as said of the last candidate.
 *
 * Whether the responder's own certificate is revoked is not asked, with id-pkix-ocsp-nocheck (§4.2.2.2.1) or
 * without it, for no TLS client asks: where it is missing, the section leaves the matter to local policy.
 */
export function findResponder(
  response: BasicOcspResponse,
  issuer: Certificate,
  time: Date,
): { readonly responder: Certificate } | { readonly fault: ResponderFault } {
  let fault: ResponderFault = {
    code: 'responder-not-found',
    actual: showResponder(response.responderId),
    required: `${issuer.subject}, or a certificate of the responder in the response`,
  };
  for (const candidate of [issuer, ...readCertificates(response)]) {
    // Many responders send the issuer's own certificate along.
    if (candidate !== issuer && candidate.publicKeyDer.equals(issuer.publicKeyDer)) continue;
    if (!isNamed(response.responderId, candidate)) continue;
    const mistake = candidate === issuer ? undefined : findDelegationFault(candidate, issuer, time);
    if (mistake) {
      fault = { code: 'responder-not-authorised', ...mistake };
    } else if (isSignedBy(response, candidate)) {
      return { responder: candidate };
    } else {
      const required = `a signature of ${candidate.subject}`;
      fault = { code: 'bad-signature', actual: 'one that does not verify', required };
    }
  }
  return { fault };
}

/** What of `certificates` can be read; the others can have signed nothing. */
function* readCertificates({ certificates }: BasicOcspResponse): Generator<Certificate> {
  for (const der of certificates.slice(0, MAX_CERTIFICATES)) {
    try {
      yield parseCertificate(der);
    } catch (error) {
      if (!hasCode(error, 'CERTIFICATE_MALFORMED')) throw error;
    }
  }
}

/** RFC 6960 §4.2.2.3. */
function isNamed(id: ResponderId, certificate: Certificate): boolean {
  if (id.kind === 'name') return id.name.key === certificate.subjectName.key;
  return hashPublicKey('sha1', certificate).equals(id.keyHash);
}

/** Why `issuer` has not authorised `responder`; undefined when it has. */
function findDelegationFault(
  responder: Certificate,
  issuer: Certificate,
  time: Date,
): Pick<ResponderFault, 'actual' | 'required'> | undefined {
  const { keyUsage, extendedKeyUsage = [], notBefore, notAfter, criticalExtensions } = responder;
  if (responder.issuerName.key !== issuer.subjectName.key) {
    return { actual: `issued by ${responder.issuer}`, required: `issued by ${issuer.subject}` };
  }
  if (!isSignedBy(responder, issuer)) {
    return { actual: 'a certificate that its issuer did not sign', required: `issued by ${issuer.subject}` };
  }
  // Not anyExtendedKeyUsage: the authority has to say it of this very purpose.
  if (!extendedKeyUsage.includes(OID.ocspSigning)) {
    const actual = extendedKeyUsage.join(', ') || 'no extendedKeyUsage';
    return { actual, required: `id-kp-OCSPSigning (${OID.ocspSigning})` };
  }
  if (time < notBefore || time > notAfter) {
    return {
      actual: `a responder's certificate for ${notBefore.toISOString()} to ${notAfter.toISOString()}`,
      required: `valid at ${time.toISOString()}`,
    };
  }
  // RFC 5280 §4.2.1.12: the uses that agree with OCSP signing.
  if (
    keyUsage &&
    ![KEY_USAGE.digitalSignature, KEY_USAGE.nonRepudiation].some((bit) => keyUsage.includes(bit))
  ) {
    return { actual: `keyUsage of bits ${keyUsage.join(', ')}`, required: 'digitalSignature' };
  }
  const unknown = criticalExtensions.find((oid) => !PROCESSED.has(oid));
  if (unknown !== undefined) return { actual: `critical extension ${unknown}`, required: 'none unknown' };
  const key = judgeKey(responder, 'browser');
  return key && { actual: key.actual, required: key.required };
}

function showResponder(id: ResponderId): string {
  return id.kind === 'name' ? id.name.text : `the key with SHA-1 ${id.keyHash.toString('hex')}`;
}
