import { berToDer } from '../der/ber.ts';
import { contextTag, DerError, DerFields, expectTag, readChildren, readDer, TAG } from '../der/der.ts';
import { readOid } from '../der/der-values.ts';

/** id-signedData (RFC 5652 §5.1). */
const SIGNED_DATA = '1.2.840.113549.1.7.2';

/**
 * DER of the certificates in a CMS message, PKCS#7 in older words, in order: SignedData in DER or BER (RFC 5652
 * §5.1). Choices other than `certificate` are skipped (§10.2.2); no signature is looked at.
 *
 * @throws DerError
 */
export function readCms(message: Buffer): readonly Buffer[] {
  const contentInfo = new DerFields(expectTag(readDer(berToDer(message)), TAG.sequence));
  const contentType = readOid(contentInfo.required(TAG.oid));
  if (contentType !== SIGNED_DATA) throw new DerError(`CMS content of type ${contentType}`);
  const content = contentInfo.required(contextTag(0, 'constructed')).content;
  const signedData = new DerFields(expectTag(readDer(content), TAG.sequence));
  signedData.required(TAG.integer);
  signedData.required(TAG.set);
  signedData.required(TAG.sequence);
  const certificates = signedData.optional(contextTag(0, 'constructed'));
  if (!certificates) return [];
  return readChildren(certificates)
    .filter(({ tag }) => tag === TAG.sequence)
    .map(({ der }) => der);
}
