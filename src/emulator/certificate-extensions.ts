import { createHash, type KeyObject } from 'node:crypto';
import {
  boolean,
  implicit,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  sequence,
} from './der-writer.ts';

/** Bit numbers of KeyUsage (RFC 5280 §4.2.1.3). */
export const KEY_USAGE = { digitalSignature: 0, keyEncipherment: 2, keyCertSign: 5, cRLSign: 6 } as const;

const CRITICAL = true;

function extension(oid: string, value: Buffer, critical = false): Buffer {
  return sequence(objectIdentifier(oid), ...(critical ? [boolean(true)] : []), octetString(value));
}

/** Leftmost 160 bits of the SHA-256 of the SubjectPublicKeyInfo (RFC 7093 §2, method 4). */
function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20);
}

/** RFC 5280 §4.2.1.2. */
export function subjectKeyIdentifier(key: KeyObject): Buffer {
  return extension('2.5.29.14', octetString(keyIdentifier(key)));
}

/** RFC 5280 §4.2.1.1. */
export function authorityKeyIdentifier(key: KeyObject): Buffer {
  return extension('2.5.29.35', sequence(implicit(0, keyIdentifier(key))));
}

/** RFC 5280 §4.2.1.3. `bits`: values of KEY_USAGE. */
export function keyUsage(...bits: readonly number[]): Buffer {
  return extension('2.5.29.15', namedBits(...bits), CRITICAL);
}

/** basicConstraints of a CA (RFC 5280 §4.2.1.9). `pathLength` undefined: unlimited. */
export function certificateAuthority(pathLength: number | undefined): Buffer {
  const limit = pathLength === undefined ? [] : [integer(Buffer.from([pathLength]))];
  return extension('2.5.29.19', sequence(boolean(true), ...limit), CRITICAL);
}

/** basicConstraints of an end entity: cA is FALSE by default, so the sequence is empty (RFC 5280 §4.2.1.9). */
export function endEntity(): Buffer {
  return extension('2.5.29.19', sequence(), CRITICAL);
}

/** extendedKeyUsage id-kp-serverAuth (RFC 5280 §4.2.1.12). */
export function serverAuthentication(): Buffer {
  return extension('2.5.29.37', sequence(objectIdentifier('1.3.6.1.5.5.7.3.1')));
}

/** certificatePolicies: domain validated (RFC 5280 §4.2.1.4; CA/Browser Forum BR §7.1.6.1). */
export function domainValidated(): Buffer {
  return extension('2.5.29.32', sequence(sequence(objectIdentifier('2.23.140.1.2.1'))));
}

/** dNSName entries (RFC 5280 §4.2.1.6); critical when the subject is empty. */
export function subjectAlternativeName(dnsNames: readonly string[], critical: boolean): Buffer {
  const entries = dnsNames.map((name) => implicit(2, Buffer.from(name, 'ascii')));
  return extension('2.5.29.17', sequence(...entries), critical);
}

/** authorityInfoAccess with one caIssuers URL (RFC 5280 §4.2.2.1). */
export function caIssuers(url: string): Buffer {
  const access = sequence(objectIdentifier('1.3.6.1.5.5.7.48.2'), implicit(6, Buffer.from(url, 'ascii')));
  return extension('1.3.6.1.5.5.7.1.1', sequence(access));
}
