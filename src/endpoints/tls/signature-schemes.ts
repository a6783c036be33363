import { constants, type KeyObject, verify } from 'node:crypto';

interface Scheme {
  /** KeyObject.asymmetricKeyType that signs with it. */
  readonly key: 'rsa' | 'rsa-pss' | 'ec' | 'ed25519' | 'ed448';
  /** Undefined: the scheme has its own. */
  readonly hash: string | undefined;
  readonly pss: boolean;
  /** It may prove the key in TLS 1.3, where RSA without PSS and SHA-1 may not. */
  readonly tls13: boolean;
}

const ED_SCHEME = { hash: undefined, pss: false, tls13: true };

/**
 * SignatureScheme (RFC 8446 §4.2.3) in the order in which the probe offers them. SHA-1 comes last, so that a server
 * of TLS 1.2 that signs with nothing else is seen.
 */
const SCHEMES: ReadonlyMap<number, Scheme> = new Map<number, Scheme>([
  [0x0403, { key: 'ec', hash: 'sha256', pss: false, tls13: true }],
  [0x0804, { key: 'rsa', hash: 'sha256', pss: true, tls13: true }],
  [0x0401, { key: 'rsa', hash: 'sha256', pss: false, tls13: false }],
  [0x0503, { key: 'ec', hash: 'sha384', pss: false, tls13: true }],
  [0x0805, { key: 'rsa', hash: 'sha384', pss: true, tls13: true }],
  [0x0501, { key: 'rsa', hash: 'sha384', pss: false, tls13: false }],
  [0x0603, { key: 'ec', hash: 'sha512', pss: false, tls13: true }],
  [0x0806, { key: 'rsa', hash: 'sha512', pss: true, tls13: true }],
  [0x0601, { key: 'rsa', hash: 'sha512', pss: false, tls13: false }],
  [0x0807, { key: 'ed25519', ...ED_SCHEME }],
  [0x0808, { key: 'ed448', ...ED_SCHEME }],
  [0x0809, { key: 'rsa-pss', hash: 'sha256', pss: true, tls13: true }],
  [0x080a, { key: 'rsa-pss', hash: 'sha384', pss: true, tls13: true }],
  [0x080b, { key: 'rsa-pss', hash: 'sha512', pss: true, tls13: true }],
  [0x0203, { key: 'ec', hash: 'sha1', pss: false, tls13: false }],
  [0x0201, { key: 'rsa', hash: 'sha1', pss: false, tls13: false }],
]);

/** Numbers of the schemes that the probe offers, in its order of preference. */
export const OFFERED_SCHEMES: readonly number[] = [...SCHEMES.keys()];

export interface Signed {
  readonly data: Buffer;
  readonly signature: Buffer;
  readonly key: KeyObject;
}

/** Whether `key` made the signature by a scheme of TLS 1.2 or 1.3. False for schemes that were not offered. */
export function verifiesByScheme(number: number, version: 'tls12' | 'tls13', signed: Signed): boolean {
  const scheme = SCHEMES.get(number);
  if (!scheme || signed.key.asymmetricKeyType !== scheme.key) return false;
  if (version === 'tls13' && !scheme.tls13) return false;
  return verifiesWith(scheme, signed);
}

/** Whether `key` made the signature as TLS 1.0 and 1.1 do, without naming a scheme (RFC 4346 §7.4.3, RFC 4492 §5.4). */
export function verifiesWithoutScheme(signed: Signed): boolean {
  const key = signed.key.asymmetricKeyType;
  if (key !== 'rsa' && key !== 'ec') return false;
  return verifiesWith({ hash: key === 'rsa' ? 'md5-sha1' : 'sha1', pss: false }, signed);
}

function verifiesWith(
  { hash, pss }: Pick<Scheme, 'hash' | 'pss'>,
  { data, signature, key }: Signed,
): boolean {
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants;
  try {
    return verify(hash ?? null, data, pss ? { key, padding, saltLength } : key, signature);
  } catch {
    // OpenSSL cannot use the key, so it verifies nothing.
    return false;
  }
}
