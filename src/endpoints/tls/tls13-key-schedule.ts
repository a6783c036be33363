import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { appError } from '../../errors/catalogue.ts';

/** A cipher suite of TLS 1.3 (RFC 8446 §B.4). */
export interface Tls13Suite {
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305';
  readonly keyLength: 16 | 32;
  readonly hash: 'sha256' | 'sha384';
}

/** What records are protected with (RFC 8446 §7.3). */
export interface TrafficKey {
  readonly cipher: Tls13Suite['cipher'];
  /** Node takes a Buffer too, in five times the time. */
  readonly key: KeyObject;
  readonly iv: Buffer;
}

export const IV_LENGTH = 12;

/** Those that Node offers; the CCM ones are off. */
const SUITES: Readonly<Record<number, Tls13Suite>> = {
  0x1301: { cipher: 'aes-128-gcm', keyLength: 16, hash: 'sha256' },
  0x1302: { cipher: 'aes-256-gcm', keyLength: 32, hash: 'sha384' },
  0x1303: { cipher: 'chacha20-poly1305', keyLength: 32, hash: 'sha256' },
};

/** @throws TLS_HANDSHAKE_UNREADABLE for an unknown suite */
export function tls13Suite(cipherSuite: number): Tls13Suite {
  const suite = SUITES[cipherSuite];
  if (suite !== undefined) return suite;
  throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: `cipher suite 0x${cipherSuite.toString(16)}` });
}

/** The traffic secrets of the handshake (RFC 8446 §7.1), without a pre-shared key. */
export interface HandshakeSecrets {
  readonly client: Buffer;
  readonly server: Buffer;
}

/** Of the hash of the transcript up to the ServerHello and of what the key exchange agreed on. */
export function handshakeSecrets(
  { hash }: Tls13Suite,
  { sharedSecret, transcriptHash }: { readonly sharedSecret: Buffer; readonly transcriptHash: Buffer },
): HandshakeSecrets {
  const secret = hmac(hash, derivedFromNothing(hash), sharedSecret);
  const expand = (label: string): Buffer =>
    expandLabel({ hash, secret, label, context: transcriptHash, length: secret.length });
  return { client: expand('c hs traffic'), server: expand('s hs traffic') };
}

export function trafficKey({ cipher, keyLength, hash }: Tls13Suite, secret: Buffer): TrafficKey {
  const context = Buffer.alloc(0);
  const key = expandLabel({ hash, secret, label: 'key', context, length: keyLength });
  const iv = expandLabel({ hash, secret, label: 'iv', context, length: IV_LENGTH });
  return { cipher, key: createSecretKey(key), iv };
}

/** The salt of the handshake secret is the same for everybody who uses no pre-shared key. */
const derivedSalts = new Map<string, Buffer>();

function derivedFromNothing(hash: Tls13Suite['hash']): Buffer {
  const known = derivedSalts.get(hash);
  if (known) return known;
  const context = createHash(hash).digest();
  const zeros = Buffer.alloc(context.length);
  const secret = hmac(hash, zeros, zeros);
  const salt = expandLabel({ hash, secret, label: 'derived', context, length: secret.length });
  derivedSalts.set(hash, salt);
  return salt;
}

/** HKDF-Expand-Label (RFC 8446 §7.1). One HMAC is all of HKDF-Expand, as no length here exceeds the hash's. */
function expandLabel(of: {
  readonly hash: Tls13Suite['hash'];
  readonly secret: Buffer;
  readonly label: string;
  readonly context: Buffer;
  readonly length: number;
}): Buffer {
  const label = Buffer.from(`tls13 ${of.label}`);
  const info = Buffer.concat([
    Buffer.of(0, of.length, label.length),
    label,
    Buffer.of(of.context.length),
    of.context,
    Buffer.of(1), // the number of HKDF's block
  ]);
  return hmac(of.hash, of.secret, info).subarray(0, of.length);
}

/** Octets that the hash takes at once. */
const BLOCK_LENGTH = { sha256: 64, sha384: 128 } as const;

/**
 * HMAC (RFC 2104) with a key no longer than a block. Node's takes four times as long, and it is what most of a
 * handshake's small steps consist of.
 */
function hmac(hash: Tls13Suite['hash'], key: Buffer, message: Buffer): Buffer {
  const inner = Buffer.alloc(BLOCK_LENGTH[hash], 0x36);
  const outer = Buffer.alloc(BLOCK_LENGTH[hash], 0x5c);
  for (const [index, octet] of key.entries()) {
    inner[index] = octet ^ 0x36;
    outer[index] = octet ^ 0x5c;
  }
  const digest = createHash(hash).update(inner).update(message).digest();
  return createHash(hash).update(outer).update(digest).digest();
}
