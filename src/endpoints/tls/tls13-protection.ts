import { createCipheriv, createDecipheriv } from 'node:crypto';
import { appError } from '../../errors/catalogue.ts';
import type { TlsRecord } from './tls-records.ts';
import { IV_LENGTH, type TrafficKey } from './tls13-key-schedule.ts';

/** TLSInnerPlaintext without its padding (RFC 8446 §5.2). */
export interface InnerPlaintext {
  /** The true ContentType. */
  readonly type: number;
  readonly fragment: Buffer;
}

const TAG_LENGTH = 16;

/**
 * A function that decrypts the records protected with a key, which must be given to it from the first one on and
 * in order: the nonce counts them (RFC 8446 §5.3).
 *
 * @throws TLS_HANDSHAKE_UNREADABLE (the function) when a record is not authentic
 */
export function createRecordDecryptor(traffic: TrafficKey): (record: TlsRecord) => InnerPlaintext {
  let sequence = 0;
  return (record) => {
    const nonce = nonceFor(traffic.iv, sequence);
    sequence += 1;
    return unpad(decrypt(record, traffic, nonce));
  };
}

/** The first record protected with a key. */
export function sealFirstRecord(traffic: TrafficKey, { type, fragment }: InnerPlaintext): Buffer {
  const header = Buffer.of(23, 3, 3, 0, fragment.length + 1 + TAG_LENGTH);
  const cipher = createCipheriv(aead(traffic), traffic.key, traffic.iv, { authTagLength: TAG_LENGTH });
  cipher.setAAD(header);
  const sealed = cipher.update(Buffer.concat([fragment, Buffer.of(type)]));
  return Buffer.concat([header, sealed, cipher.final(), cipher.getAuthTag()]);
}

/** The IV with the record's sequence number folded into its end (RFC 8446 §5.3). */
function nonceFor(iv: Buffer, sequence: number): Buffer {
  const nonce = Buffer.from(iv);
  nonce.writeUInt32BE((nonce.readUInt32BE(IV_LENGTH - 4) ^ sequence) >>> 0, IV_LENGTH - 4);
  return nonce;
}

function decrypt(record: TlsRecord, traffic: TrafficKey, nonce: Buffer): Buffer {
  const tagStart = record.fragment.length - TAG_LENGTH;
  if (tagStart < 1)
    throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: 'an encrypted record without content' });
  const decipher = createDecipheriv(aead(traffic), traffic.key, nonce, { authTagLength: TAG_LENGTH });
  decipher.setAAD(record.header);
  decipher.setAuthTag(record.fragment.subarray(tagStart));
  try {
    return Buffer.concat([decipher.update(record.fragment.subarray(0, tagStart)), decipher.final()]);
  } catch (cause) {
    throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: 'a record that is not authentic' }, { cause });
  }
}

/** All three are AEAD ciphers; Node's types know that only of literal names. */
function aead({ cipher }: TrafficKey): 'aes-128-gcm' {
  return cipher as 'aes-128-gcm';
}

/** The content type is the last byte that is not zero; what follows is padding (RFC 8446 §5.4). */
function unpad(inner: Buffer): InnerPlaintext {
  let end = inner.length - 1;
  while (end > 0 && inner[end] === 0) end -= 1;
  return { type: inner[end] ?? 0, fragment: inner.subarray(0, Math.max(end, 0)) };
}
