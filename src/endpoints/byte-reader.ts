import { appError } from '../errors/catalogue.ts';

/** Reads the presentation language of RFC 8446 §3 from a buffer, front to back. */
export interface ByteReader {
  /** An unsigned integer of `size` bytes, network byte order. */
  uint(size: 1 | 2 | 3): number;
  bytes(length: number): Buffer;
  /** A vector whose length comes first, in `lengthSize` bytes. */
  vector(lengthSize: 1 | 2 | 3): Buffer;
  remaining(): number;
}

/**
 * A reader over `buffer`, without copying it. Its methods throw when the bytes run out; `what` names the
 * structure in that error.
 *
 * @throws TLS_HANDSHAKE_UNREADABLE
 */
export function createByteReader(buffer: Buffer, what: string): ByteReader {
  let position = 0;
  function bytes(length: number): Buffer {
    if (position + length > buffer.length) {
      throw appError('TLS_HANDSHAKE_UNREADABLE', {
        detail: `${what} ends ${position + length - buffer.length} bytes early`,
      });
    }
    position += length;
    return buffer.subarray(position - length, position);
  }
  const uint = (size: 1 | 2 | 3): number => bytes(size).readUIntBE(0, size);
  return {
    uint,
    bytes,
    vector: (lengthSize) => bytes(uint(lengthSize)),
    remaining: () => buffer.length - position,
  };
}
