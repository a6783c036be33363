import { createDecipheriv, createHmac } from 'node:crypto';
import { appError } from '../../errors/catalogue.ts';
import type { TlsRecord } from './tls-records.ts';

/** TLSInnerPlaintext without its padding (RFC 8446 §5.2). */
export interface InnerPlaintext {
  /** The true ContentType. */
  readonly type: number;
  readonly fragment: Buffer;
}

interface Suite {
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305';
  readonly keyLength: 16 | 32;
  readonly hash: 'sha256' | 'sha384';
}

/** The cipher suites that Node offers (RFC 8446 §B.4); the CCM ones are off. */
const SUITES: Readonly<Record<number, Suite>> = {
  0x1301: { cipher: 'aes-128-gcm', keyLength: 16, hash: 'sha256' },
  0x1302: { cipher: 'aes-256-gcm', keyLength: 32, hash: 'sha384' },
  0x1303: { cipher: 'chacha20-poly1305', keyLength: 32, hash: 'sha256' },
};

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * A function that decrypts the records protected by `trafficSecret`, which must be given to it from the
 * first one on and in order: the nonce counts them (RFC 8446 §5.3).
 *
 * @throws TLS_HANDSHAKE_UNREADABLE for an unknown cipher suite; the function: when a record is not authentic
 */
export function createRecordDecryptor(
  cipherSuite: number,
  trafficSecret: Buffer,
): (record: TlsRecord) => InnerPlaintext {
  const suite = SUITES[cipherSuite];
  if (suite === undefined) {
    throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: `cipher suite 0x${cipherSuite.toString(16)}` });
  }
  const key = expandLabel({ hash: suite.hash, secret: trafficSecret, label: 'key', length: suite.keyLength });
  const iv = expandLabel({ hash: suite.hash, secret: trafficSecret, label: 'iv', length: IV_LENGTH });
  let sequence = 0;
  return (record) => unpad(decrypt(record, { cipher: suite.cipher, key, nonce: nonceFor(iv, sequence++) }));
}

/**
 * HKDF-Expand-Label with an empty context (RFC 8446 §7.1). One HMAC is all of HKDF-Expand, as no length
 * here exceeds the hash's.
 */
function expandLabel(of: { hash: string; secret: Buffer; label: string; length: number }): Buffer {
  const label = Buffer.from(`tls13 ${of.label}`);
  const info = Buffer.concat([Buffer.from([0, of.length, label.length]), label, Buffer.from([0])]);
  const block = createHmac(of.hash, of.secret)
    .update(info)
    .update(Buffer.from([1]))
    .digest();
  return block.subarray(0, of.length);
}

/** The IV with the record's sequence number folded into its end (RFC 8446 §5.3). */
function nonceFor(iv: Buffer, sequence: number): Buffer {
  const nonce = Buffer.from(iv);
  nonce.writeUInt32BE((nonce.readUInt32BE(IV_LENGTH - 4) ^ sequence) >>> 0, IV_LENGTH - 4);
  return nonce;
}

function decrypt(record: TlsRecord, how: { cipher: Suite['cipher']; key: Buffer; nonce: Buffer }): Buffer {
  const tagStart = record.fragment.length - TAG_LENGTH;
  if (tagStart < 1)
    throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: 'an encrypted record without content' });
  // All three are AEAD ciphers; Node's types know that only of literal names.
  const decipher = createDecipheriv(how.cipher as 'aes-128-gcm', how.key, how.nonce, {
    authTagLength: TAG_LENGTH,
  });
  decipher.setAAD(record.header);
  decipher.setAuthTag(record.fragment.subarray(tagStart));
  try {
    return Buffer.concat([decipher.update(record.fragment.subarray(0, tagStart)), decipher.final()]);
  } catch (cause) {
    throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: 'a record that is not authentic' }, { cause });
  }
}

/** The content type is the last byte that is not zero; what follows is padding (RFC 8446 §5.4). */
function unpad(inner: Buffer): InnerPlaintext {
  let end = inner.length - 1;
  while (end > 0 && inner[end] === 0) end -= 1;
  return { type: inner[end] ?? 0, fragment: inner.subarray(0, Math.max(end, 0)) };
}
