import type { AlgorithmIdentifier, SignedObject } from '../certificate.ts';
import { DerError, DerFields, expectTag, readChildren, readDer, TAG, type DerElement } from './der.ts';
import { readBitString, readOid } from './der-values.ts';

/**
 * The envelope that certificates and CRLs share: SEQUENCE of what is signed, algorithm, signature
 * (RFC 5280 §4.1.1, §5.1.1). `tbs` is what is signed, for its own reader.
 *
 * @throws DerError
 */
export function readSignedObject(der: Buffer): SignedObject & { readonly tbs: DerElement } {
  const fields = new DerFields(expectTag(readDer(der), TAG.sequence));
  const signed = readSignedFields(fields);
  fields.end();
  return signed;
}

/** The same of an envelope in which more may follow, as in an OCSP response (RFC 6960 §4.2.1). @throws DerError */
export function readSignedFields(fields: DerFields): SignedObject & { readonly tbs: DerElement } {
  const tbs = fields.required(TAG.sequence);
  const signatureAlgorithm = readAlgorithm(fields.required(TAG.sequence));
  const signature = readBitString(fields.required(TAG.bitString));
  return { tbs, tbsDer: tbs.der, signatureAlgorithm, signature };
}

/** @throws DerError */
export function readAlgorithm(sequence: DerElement): AlgorithmIdentifier {
  const [oid, parameters, unknown] = readChildren(sequence);
  if (unknown) throw new DerError('an AlgorithmIdentifier of more than two fields');
  return { oid: readOid(expectTag(oid, TAG.oid)), parameters: parameters?.der, der: sequence.der };
}
