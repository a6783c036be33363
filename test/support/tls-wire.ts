import { createCipheriv, createHmac, hkdfSync } from 'node:crypto';

/** An unsigned integer in `size` bytes, network byte order. */
function uint(value: number, size: 1 | 2 | 3): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
}

/** `bytes` with their length, in `lengthSize` bytes, in front. */
function vector(lengthSize: 1 | 2 | 3, bytes: Buffer): Buffer {
  return Buffer.concat([uint(bytes.length, lengthSize), bytes]);
}

/** TLSPlaintext records (RFC 8446 §5.1) of at most `fragmentLength` bytes each. */
export function records(type: number, bytes: Buffer, fragmentLength = 16_384): Buffer {
  const pieces: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += fragmentLength) {
    const fragment = bytes.subarray(start, start + fragmentLength);
    pieces.push(Buffer.from([type, 3, 3]), vector(2, fragment));
  }
  return Buffer.concat(pieces);
}

/** A fatal alert. */
export function alertRecord(number: number): Buffer {
  return records(21, Buffer.from([2, number]));
}

export function handshakeMessage(type: number, body: Buffer): Buffer {
  return Buffer.concat([uint(type, 1), vector(3, body)]);
}

interface Hello {
  readonly cipherSuite: number;
  readonly tls13: boolean;
  readonly random?: Buffer;
}

export function serverHello({ cipherSuite, tls13, random = Buffer.alloc(32, 7) }: Hello): Buffer {
  const renegotiationInfo = Buffer.from([0xff, 1, 0, 1, 0]);
  const supportedVersions = Buffer.from([0, 43, 0, 2, 3, 4]);
  return handshakeMessage(
    2,
    Buffer.concat([
      Buffer.from([3, 3]),
      random,
      vector(1, Buffer.alloc(0)),
      uint(cipherSuite, 2),
      uint(0, 1),
      vector(2, tls13 ? supportedVersions : renegotiationInfo),
    ]),
  );
}

/** Certificate as in RFC 5246 §7.4.2. */
export function tls12Certificate(certificates: readonly Buffer[]): Buffer {
  const entries = certificates.map((der) => vector(3, der));
  return handshakeMessage(11, vector(3, Buffer.concat(entries)));
}

/** Certificate as in RFC 8446 §4.4.2, each with an extension of its own. */
export function tls13Certificate(certificates: readonly Buffer[]): Buffer {
  const status = Buffer.concat([uint(1, 1), vector(3, Buffer.from('staple'))]);
  const extension = Buffer.concat([uint(5, 2), vector(2, status)]);
  const entries = certificates.map((der) => Buffer.concat([vector(3, der), vector(2, extension)]));
  return handshakeMessage(11, Buffer.concat([vector(1, Buffer.alloc(0)), vector(3, Buffer.concat(entries))]));
}

/** ServerHello and Certificate as a TLS 1.2 server sends them. */
export function tls12Flight(certificates: readonly Buffer[]): Buffer {
  const hello = serverHello({ cipherSuite: 0xc02b, tls13: false });
  return records(22, Buffer.concat([hello, tls12Certificate(certificates)]));
}

export const TLS_AES_128_GCM_SHA256 = 0x1301;

/**
 * Encrypts records one after the other as a TLS 1.3 server with TLS_AES_128_GCM_SHA256 does (RFC 8446 §5.2).
 * The keys come from Node's HKDF, whose extracting half is `secret`, so that the project's own derivation
 * has something independent to agree with.
 */
export function createEncryptor() {
  const [salt, input] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const secret = createHmac('sha256', salt).update(input).digest();
  const expand = (label: string, length: number): Buffer => {
    const info = Buffer.concat([uint(length, 2), vector(1, Buffer.from(`tls13 ${label}`)), uint(0, 1)]);
    return Buffer.from(hkdfSync('sha256', input, salt, info, length));
  };
  const [key, iv] = [expand('key', 16), expand('iv', 12)];
  let sequence = 0n;
  /** The next record, holding `fragment` of content type `type` and `padding` zeros. */
  function encrypt(type: number, fragment: Buffer, padding = 0): Buffer {
    const nonce = Buffer.from(iv);
    nonce.writeBigUInt64BE(nonce.readBigUInt64BE(4) ^ sequence, 4);
    sequence += 1n;
    const header = Buffer.concat([Buffer.from([23, 3, 3]), uint(fragment.length + 1 + padding + 16, 2)]);
    const cipher = createCipheriv('aes-128-gcm', key, nonce).setAAD(header);
    const plain = Buffer.concat([fragment, uint(type, 1), Buffer.alloc(padding)]);
    return Buffer.concat([header, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }
  return { secret, encrypt };
}
