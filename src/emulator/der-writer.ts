/**
 * A writer of DER (ITU-T X.690 §8 and §10), as far as a certificate needs it. Every function returns one
 * complete element: tag, length in the shortest form, content.
 */

/** One element with the identifier octet `tag` around `contents`. */
function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

function length(octets: number): Buffer {
  if (octets < 0x80) return Buffer.from([octets]);
  const hex = octets.toString(16);
  const digits = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits]);
}

export function sequence(...elements: readonly Buffer[]): Buffer {
  return element(0x30, ...elements);
}

export function setOf(only: Buffer): Buffer {
  return element(0x31, only);
}

/** Non-negative INTEGER from its big-endian magnitude. */
export function integer(magnitude: Buffer): Buffer {
  let start = 0;
  while (start < magnitude.length - 1 && magnitude[start] === 0) start += 1;
  const shortest = magnitude.subarray(start);
  const negative = ((shortest[0] ?? 0) & 0x80) !== 0;
  return element(0x02, ...(negative ? [Buffer.from([0]), shortest] : [shortest]));
}

export function boolean(value: boolean): Buffer {
  return element(0x01, Buffer.from([value ? 0xff : 0x00]));
}

export function nullValue(): Buffer {
  return element(0x05);
}

/** `dotted`: such as `2.5.29.17`. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): number[] {
  const octets = [arc & 0x7f];
  for (let left = arc >>> 7; left > 0; left >>>= 7) octets.unshift(0x80 | (left & 0x7f));
  return octets;
}

export function octetString(content: Buffer): Buffer {
  return element(0x04, content);
}

/** BIT STRING of whole octets, such as a signature. */
export function bitString(content: Buffer): Buffer {
  return element(0x03, Buffer.from([0]), content);
}

/** BIT STRING of named bits, trailing zero bits removed (X.690 §11.2.2). `bits`: numbers from 0 to 7. */
export function namedBits(...bits: readonly number[]): Buffer {
  const octet = bits.reduce((octetSoFar, bit) => octetSoFar | (0x80 >> bit), 0);
  return element(0x03, Buffer.from([7 - Math.max(...bits), octet]));
}

export function utf8String(text: string): Buffer {
  return element(0x0c, Buffer.from(text, 'utf8'));
}

/** UTCTime through 2049, GeneralizedTime from 2050 on (RFC 5280 §4.1.2.5); fractions of a second are cut off. */
export function time(date: Date): Buffer {
  const digits = `${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
  const utc = date.getUTCFullYear() >= 1950 && date.getUTCFullYear() < 2050;
  return element(utc ? 0x17 : 0x18, Buffer.from(utc ? digits.slice(2) : digits, 'ascii'));
}

/** `[number] EXPLICIT` around `content`. */
export function explicit(number: number, content: Buffer): Buffer {
  return element(0xa0 | number, content);
}

/** `[number] IMPLICIT` of a primitive type. */
export function implicit(number: number, content: Buffer): Buffer {
  return element(0x80 | number, content);
}
