import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { Secret } from '../../errors/secret.ts';
import type { Certificate } from '../certificate.ts';

/** A private key, and the same as text in the encoding in which it came. */
export interface PrivateKey {
  readonly key: KeyObject;
  /** One PEM block, PKCS#8, PKCS#1 or SEC1, unencrypted: lines of 64 characters, LF. */
  readonly pem: Secret;
}

/**
 * The private key in `der`, of which `label` says how it is encoded: `PRIVATE KEY` (PKCS#8), `RSA PRIVATE KEY`
 * (PKCS#1), `EC PRIVATE KEY` (SEC1).
 *
 * @throws what OpenSSL says when it cannot read it
 */
export function readPrivateKey(label: string, der: Buffer): PrivateKey {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const pem = new Secret([`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n'));
  return { key: createPrivateKey(pem.reveal()), pem };
}

/** Whether the public key in `certificate` belongs to `privateKey`: what a server would present together. */
export function keyMatches(certificate: Certificate, privateKey: PrivateKey): boolean {
  try {
    return certificate.x509.checkPrivateKey(privateKey.key);
  } catch {
    // The certificate holds a kind of key that OpenSSL does not know; the private key is of a known one.
    return false;
  }
}

/** SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hexadecimal digits: of a certificate, or of a private key. */
export function publicKeyDigest(holder: Certificate | PrivateKey): string {
  const spki =
    'publicKeyDer' in holder
      ? holder.publicKeyDer
      : createPublicKey(holder.key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex');
}
