import { DerError } from './der.ts';

/** CMS nests some ten levels deep; hostile input could nest one every two octets. */
const MAX_DEPTH = 32;
/** A certificate has some hundred elements; a megabyte of nothing but tags and lengths has half a million. */
const MAX_ELEMENTS = 100_000;

/**
 * The same elements with definite, minimal lengths: some authorities still serve CMS in BER with indefinite
 * lengths (X.690 §8.1.3.6). DER comes back as it is. Octets after the first element are dropped.
 *
 * @throws DerError
 */
export function berToDer(bytes: Buffer): Buffer {
  return convert({ bytes, start: 0, depth: 0, elements: { left: MAX_ELEMENTS } }).der;
}

interface Position {
  readonly bytes: Buffer;
  readonly start: number;
  readonly depth: number;
  /** How many more there may be, counted down. */
  readonly elements: { left: number };
}

interface Converted {
  readonly der: Buffer;
  /** Offset of the first octet after the element. */
  readonly end: number;
}

function convert({ bytes, start, depth, elements }: Position): Converted {
  elements.left -= 1;
  if (elements.left < 0) throw new DerError(`more than ${MAX_ELEMENTS} elements`);
  if (depth > MAX_DEPTH) throw new DerError(`more than ${MAX_DEPTH} levels`);
  const tag = bytes[start];
  if (tag === undefined || (tag & 0x1f) === 0x1f) throw new DerError('a bad BER tag');
  const constructed = (tag & 0x20) !== 0;
  const { length, contentStart } = readBerLength(bytes, start + 1);
  if (length === undefined && !constructed) throw new DerError('a primitive of indefinite length');
  const limit = length === undefined ? bytes.length : contentStart + length;
  if (limit > bytes.length) throw new DerError('an element is longer than what holds it');
  if (!constructed) return { der: encode(tag, bytes.subarray(contentStart, limit)), end: limit };
  const within = bytes.subarray(0, limit);
  const children: Buffer[] = [];
  let offset = contentStart;
  while (length === undefined ? !isEndOfContents(bytes, offset) : offset < limit) {
    const child = convert({ bytes: within, start: offset, depth: depth + 1, elements });
    children.push(child.der);
    offset = child.end;
  }
  return { der: encode(tag, Buffer.concat(children)), end: length === undefined ? offset + 2 : limit };
}

/** The length, undefined for the indefinite form (X.690 §8.1.3). */
function readBerLength(bytes: Buffer, start: number): { length: number | undefined; contentStart: number } {
  const first = bytes[start];
  if (first === undefined || first === 0xff) throw new DerError('a bad BER length');
  if (first < 0x80) return { length: first, contentStart: start + 1 };
  if (first === 0x80) return { length: undefined, contentStart: start + 1 };
  const contentStart = start + 1 + (first & 0x7f);
  if (contentStart > bytes.length) throw new DerError('the input ends early');
  const length = Number.parseInt(bytes.subarray(start + 1, contentStart).toString('hex'), 16);
  return { length, contentStart };
}

function isEndOfContents(bytes: Buffer, offset: number): boolean {
  return bytes[offset] === 0 && bytes[offset + 1] === 0;
}

function encode(tag: number, content: Buffer): Buffer {
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content]);
  const hex = content.length.toString(16);
  const length = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(tag, 0x80 | length.length), length, content]);
}
