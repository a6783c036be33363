/** Writes the presentation language of RFC 8446 §3. */

/** An unsigned integer in `size` bytes, network byte order. */
export function uint(value: number, size: 1 | 2 | 3): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
}

/** A vector: the length of `parts` together, in `lengthSize` bytes, then the parts. */
export function vector(lengthSize: 1 | 2 | 3, ...parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([uint(length, lengthSize), ...parts]);
}

/** Numbers of 16 bits one after the other. */
export function uint16List(values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value) => uint(value, 2)));
}
