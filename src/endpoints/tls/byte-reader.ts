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
 * A reader over `buffer`, without copying it.
 *
 * @throws (its methods) what `malformed` makes, when the bytes run out
 */
export function createByteReader(buffer: Buffer, malformed: (detail: string) => Error): ByteReader {
  let position = 0;
  function bytes(length: number): Buffer {
    const missing = position + length - buffer.length;
    if (missing > 0) throw malformed(`${missing} bytes are missing`);
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
