import { TAG } from '../der/der.ts';

/** A value of definite length, and what is behind it. */
export interface SplitDer {
  /** Shorter than `statedLength` when the value is cut. */
  readonly first: Buffer;
  /** How many octets the value says it has, its own header included. */
  readonly statedLength: number;
  readonly rest: Buffer;
}

/** The SEQUENCE with which `bytes` begin; undefined when they begin with anything else, or its length is indefinite. */
export function splitDer(bytes: Buffer): SplitDer | undefined {
  const [tag, length] = bytes;
  if (tag !== TAG.sequence || length === undefined || length === 0x80) return undefined;
  const octets = length < 0x80 ? 0 : length & 0x7f;
  if (octets > 4 || bytes.length < 2 + octets) return undefined;
  const statedLength = 2 + octets + (octets === 0 ? length : bytes.readUIntBE(2, octets));
  return { first: bytes.subarray(0, statedLength), statedLength, rest: bytes.subarray(statedLength) };
}
