import { berToDer } from '../der/ber.ts';
import { type DerElement, DerError, readChildren, readDer } from '../der/der.ts';

/** What a DER or BER value is, by its outline alone. */
export type DerKind =
  | 'certificate'
  | 'certificate request'
  | 'CRL'
  | 'PKCS#7'
  | 'PKCS#12'
  | 'PKCS#8 key'
  | 'PKCS#1 key'
  | 'SEC1 key'
  | 'encrypted key'
  | 'public key';

/** Tags, in hexadecimal, of what the outermost SEQUENCE holds. */
const OUTLINES: readonly (readonly [RegExp, DerKind])[] = [
  // ContentInfo (RFC 5652 §3) and PFX (RFC 7292 §4).
  [/^06 a0$/, 'PKCS#7'],
  [/^02 30( 30)?$/, 'PKCS#12'],
  // PrivateKeyInfo (RFC 5208 §5, RFC 5958 §2), RSAPrivateKey (RFC 8017 §A.1.2), ECPrivateKey (RFC 5915 §3).
  [/^02 30 04/, 'PKCS#8 key'],
  [/^02( 02){8}( 30)?$/, 'PKCS#1 key'],
  [/^02 04/, 'SEC1 key'],
  // EncryptedPrivateKeyInfo (RFC 5208 §6) and SubjectPublicKeyInfo.
  [/^30 04$/, 'encrypted key'],
  [/^30 03$/, 'public key'],
];

/** What the first field of a signed SEQUENCE holds. */
const SIGNED_OUTLINES: readonly (readonly [RegExp, DerKind])[] = [
  // CertificationRequestInfo (RFC 2986 §4.1) and TBSCertList (RFC 5280 §5.1).
  [/^02 30 30( a0)?$/, 'certificate request'],
  [/^(02 )?30 30 (17|18)/, 'CRL'],
  [/^(a0 )?02( 30){5}/, 'certificate'],
];

/** The kind of the only value in `bytes`; undefined when its outline is none of these, or it is cut short. */
export function identifyDer(bytes: Buffer): DerKind | undefined {
  return identify(() => readDer(bytes)) ?? identify(() => readDer(berToDer(bytes)));
}

function identify(read: () => DerElement): DerKind | undefined {
  try {
    const fields = readChildren(read());
    const [first] = fields;
    const outline = outlineOf(fields);
    if (first && outline === '30 30 03') return match(SIGNED_OUTLINES, outlineOf(readChildren(first)));
    return match(OUTLINES, outline);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function outlineOf(elements: readonly DerElement[]): string {
  return elements.map(({ tag }) => tag.toString(16).padStart(2, '0')).join(' ');
}

function match(outlines: readonly (readonly [RegExp, DerKind])[], outline: string): DerKind | undefined {
  return outlines.find(([pattern]) => pattern.test(outline))?.[1];
}
