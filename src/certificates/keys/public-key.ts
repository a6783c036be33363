import { DerError, DerFields, expectTag, readDer, TAG, type DerElement } from '../der/der.ts';
import { countBits, readBitString, readInteger, readOid } from '../der/der-values.ts';

/** What a SubjectPublicKeyInfo says of its key (RFC 5280 §4.1.2.7), as far as the rules for keys ask. */
export type PublicKeyInfo =
  | {
      readonly kind: 'rsa';
      readonly modulusBits: number;
      readonly exponent: bigint;
      /** The parameters are the NULL that RFC 3279 §2.3.1 demands, rather than absent. */
      readonly hasNullParameters: boolean;
    }
  /** `curve` is undefined when it is spelt out instead of named. */
  | { readonly kind: 'ec'; readonly curve: string | undefined }
  | { readonly kind: 'ed25519' }
  | { readonly kind: 'other'; readonly algorithm: string };

const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
const ED25519 = '1.3.101.112';

/** Names of the curves that TLS clients know or knew (RFC 5480 §2.1.1.1, SEC 2 §A.2.1); others go by their OID. */
const CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
  '1.3.132.0.33': 'P-224',
  '1.3.132.0.10': 'secp256k1',
};

/** @throws DerError */
export function readPublicKeyInfo(spki: DerElement): PublicKeyInfo {
  const fields = new DerFields(spki);
  const algorithm = new DerFields(fields.required(TAG.sequence));
  const key = readBitString(fields.required(TAG.bitString));
  fields.end();
  const oid = readOid(algorithm.required(TAG.oid));
  switch (oid) {
    case RSA: {
      const parameters = algorithm.optional(TAG.null);
      algorithm.end();
      if (parameters && parameters.content.length > 0) throw new DerError('a NULL that is not empty');
      return { kind: 'rsa', ...readRsaKey(key), hasNullParameters: parameters !== undefined };
    }
    case EC: {
      const curve = algorithm.optional(TAG.oid);
      const name = curve && readOid(curve);
      return { kind: 'ec', curve: name === undefined ? undefined : (CURVES[name] ?? name) };
    }
    case ED25519:
      return { kind: 'ed25519' };
    default:
      return { kind: 'other', algorithm: oid };
  }
}

/** For people, such as `RSA-2048` or `EC P-256`. */
export function showPublicKey(key: PublicKeyInfo): string {
  switch (key.kind) {
    case 'rsa':
      return `RSA-${key.modulusBits}`;
    case 'ec':
      return `EC ${key.curve ?? 'with explicit parameters'}`;
    case 'ed25519':
      return 'Ed25519';
    case 'other':
      return `a key of type ${key.algorithm}`;
  }
}

/** RSAPublicKey (RFC 8017 §A.1.1). */
function readRsaKey(key: Buffer): { modulusBits: number; exponent: bigint } {
  const fields = new DerFields(expectTag(readDer(key), TAG.sequence));
  const modulusBits = countBits(fields.required(TAG.integer));
  const exponent = readInteger(fields.required(TAG.integer));
  fields.end();
  return { modulusBits, exponent };
}
