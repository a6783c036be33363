import { createHash } from 'node:crypto';
import type { Certificate } from '../certificate.ts';
import { DerFields, readDer, TAG } from '../der/der.ts';
import { readBitString } from '../der/der-values.ts';
import type { CertId } from './ocsp-response.ts';

/** Hash functions of CertID by OID. Nothing is signed with them: SHA-1, the usual one, does no harm here. */
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** The parameters of a hash function, where they are not left out (RFC 5754 §2). */
const NULL = Buffer.of(TAG.null, 0);

/** Whether `certId` names `certificate`, issued by `issuer` (RFC 6960 §4.1.1). False for a hash not known. */
export function isNamedBy(
  { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }: CertId,
  certificate: Certificate,
  issuer: Certificate,
): boolean {
  const { oid, parameters } = hashAlgorithm;
  const hash = parameters === undefined || parameters.equals(NULL) ? HASHES[oid] : undefined;
  if (hash === undefined || serialNumber !== certificate.serialNumber) return false;
  return (
    createHash(hash).update(certificate.issuerDer).digest().equals(issuerNameHash) &&
    hashPublicKey(hash, issuer).equals(issuerKeyHash)
  );
}

/** The hash of the octets of the public key: of the BIT STRING's value, without its count of unused bits. */
export function hashPublicKey(hash: string, { publicKeyDer }: Certificate): Buffer {
  const fields = new DerFields(readDer(publicKeyDer));
  fields.required(TAG.sequence);
  return createHash(hash)
    .update(readBitString(fields.required(TAG.bitString)))
    .digest();
}
