import type { Certificate, Extensions } from '../certificate.ts';
import { DerError, expectTag, TAG } from '../der/der.ts';
import { extensionValue } from '../extensions.ts';
import { isNamedBy } from '../revocation/ocsp-cert-id.ts';
import { readOcspResponse } from '../revocation/ocsp-response.ts';
import { OID } from '../der/oids.ts';
import { parseSctList, type SctList, type SctSource } from './sct.ts';

const NONE: SctList = { scts: [], faults: [] };

/** The SCTs in the certificate itself (RFC 6962 §3.3); none without the extension. Never throws. */
export function embeddedScts({ extensions }: Certificate): SctList {
  return readExtension(extensions, { oid: OID.embeddedScts, source: 'certificate' });
}

/**
 * The SCTs that an OCSP response brings for `certificate`, issued by `issuer` (RFC 6962 §3.3); none when it has no answer
 * for it. Whether the response may be believed does not matter: SCTs carry signatures of their own. Never throws.
 */
export function stapledScts(der: Uint8Array, certificate: Certificate, issuer: Certificate): SctList {
  try {
    const reading = readOcspResponse(der);
    if (reading.kind !== 'basic') return NONE;
    const answer = reading.response.responses.find(({ certId }) => isNamedBy(certId, certificate, issuer));
    return answer ? readExtension(answer.extensions, { oid: OID.ocspScts, source: 'ocsp' }) : NONE;
  } catch (error) {
    if (error instanceof DerError) return NONE;
    throw error;
  }
}

/** The list stands in an OCTET STRING inside of extnValue. */
function readExtension(
  extensions: Extensions,
  { oid, source }: { readonly oid: string; readonly source: SctSource },
): SctList {
  try {
    const value = extensionValue(extensions, oid);
    return value ? parseSctList(expectTag(value, TAG.octetString).content, source) : NONE;
  } catch (error) {
    if (error instanceof DerError) return { scts: [], faults: [error.message] };
    throw error;
  }
}
