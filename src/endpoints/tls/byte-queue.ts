/** Bytes that arrive in pieces of any size and leave in pieces of the right one. */
export interface ByteQueue {
  readonly length: number;
  push(bytes: Buffer): void;
  /** The next `length` bytes, which stay; undefined while there are fewer. */
  peek(length: number): Buffer | undefined;
  /** The next `length` bytes, which leave; undefined while there are fewer. */
  take(length: number): Buffer | undefined;
}

export function createByteQueue(): ByteQueue {
  let pieces: Buffer[] = [];
  let length = 0;
  /** Joined only when enough has come: tiny pieces would otherwise cost quadratic time. */
  function peek(wanted: number): Buffer | undefined {
    if (length < wanted) return undefined;
    if (pieces.length !== 1) pieces = [Buffer.concat(pieces)];
    return pieces[0]?.subarray(0, wanted);
  }
  return {
    get length() {
      return length;
    },
    push(bytes) {
      pieces.push(bytes);
      length += bytes.length;
    },
    peek,
    take(wanted) {
      const taken = peek(wanted);
      if (taken === undefined) return undefined;
      pieces = pieces.map((joined) => joined.subarray(wanted));
      length -= wanted;
      return taken;
    },
  };
}
