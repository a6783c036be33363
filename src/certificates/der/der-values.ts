import { isUtf8 } from 'node:buffer';
import { type DerElement, DerError, expectTag, TAG } from './der.ts';

/** BOOLEAN; DER knows 0x00 and 0xFF alone (X.690 §11.1). @throws DerError */
export function readBoolean(element: DerElement): boolean {
  const [octet] = element.content;
  if (element.content.length !== 1 || (octet !== 0x00 && octet !== 0xff)) throw new DerError('a bad BOOLEAN');
  return octet === 0xff;
}

/** INTEGER in as few octets as possible (X.690 §8.3.2), of any size. @throws DerError */
export function readInteger(element: DerElement): bigint {
  const { content } = element;
  checkMinimal(content);
  return BigInt.asIntN(content.length * 8, BigInt(`0x${content.toString('hex')}`));
}

/** How many bits an INTEGER needs, without its sign; 0 when it is negative or zero. @throws DerError */
export function countBits(element: DerElement): number {
  const { content } = element;
  checkMinimal(content);
  const [first = 0, second = 0] = content;
  if (first >= 0x80) return 0;
  const [top, octetsBelow] = first === 0 ? [second, content.length - 2] : [first, content.length - 1];
  return top === 0 ? 0 : octetsBelow * 8 + 32 - Math.clz32(top);
}

function checkMinimal(content: Buffer): void {
  const [first, second] = content;
  if (first === undefined) throw new DerError('an empty INTEGER');
  if (second !== undefined && ((first === 0x00 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw new DerError('an INTEGER that is not minimal');
  }
}

/** ENUMERATED, small enough to be a number (X.690 §8.4). @throws DerError */
export function readEnumerated(element: DerElement): number {
  return Number(readInteger(expectTag(element, TAG.enumerated)));
}

/** OBJECT IDENTIFIER in dotted form (X.690 §8.19). @throws DerError */
export function readOid({ content }: DerElement): string {
  let text = '';
  let arc = 0;
  let fresh = true;
  for (let index = 0; index < content.length; index += 1) {
    const octet = content[index] ?? 0;
    if (fresh && octet === 0x80) throw new DerError('an OBJECT IDENTIFIER that is not minimal');
    arc = arc * 0x80 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) throw new DerError('an OBJECT IDENTIFIER with an arc too large');
    fresh = octet < 0x80;
    if (!fresh) continue;
    text += text === '' ? firstArcs(arc) : `.${arc}`;
    arc = 0;
  }
  if (!fresh || text === '') throw new DerError('an OBJECT IDENTIFIER that ends early');
  return text;
}

/** The first two arcs are written as one number, 40 times the first and the second (X.690 §8.19.4). */
function firstArcs(both: number): string {
  const first = Math.min(Math.floor(both / 40), 2);
  return `${first}.${both - first * 40}`;
}

/** The octets of a BIT STRING that is a whole number of them, such as a signature or key. @throws DerError */
export function readBitString(element: DerElement): Buffer {
  const [unused] = element.content;
  if (unused !== 0) throw new DerError('a BIT STRING that is not of whole octets');
  return element.content.subarray(1);
}

/**
 * The numbers of the bits set in a BIT STRING of named bits (X.680 §22). `minimal`: without the trailing zero
 * bits that DER leaves out (X.690 §11.2.2), which some authorities write all the same.
 *
 * @throws DerError also when an unused bit is set (X.690 §11.2.1)
 */
export function readNamedBits(element: DerElement): { bits: readonly number[]; minimal: boolean } {
  const [unused, ...octets] = element.content;
  if (unused === undefined || unused > 7 || (unused > 0 && octets.length === 0)) {
    throw new DerError('a bad BIT STRING');
  }
  const last = octets.at(-1) ?? 0;
  if ((last & ((1 << unused) - 1)) !== 0) throw new DerError('a BIT STRING whose unused bits are set');
  const bits = octets.flatMap((octet, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (octet & (0x80 >> bit)) !== 0).map((bit) => index * 8 + bit),
  );
  const minimal = octets.length === 0 ? unused === 0 : (last & (1 << unused)) !== 0;
  return { bits, minimal };
}

/** UTCTime or GeneralizedTime as certificates may use them: seconds and `Z` (RFC 5280 §4.1.2.5). @throws DerError */
export function readTime({ tag, content }: DerElement): Date {
  const digits = content.toString('latin1', 0, content.length - 1);
  const text = tag === TAG.utcTime ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}` : digits;
  if (
    (tag !== TAG.utcTime && tag !== TAG.generalizedTime) ||
    content.at(-1) !== 0x5a ||
    !/^\d{14}$/.test(text)
  )
    throw new DerError('a bad time');
  const [day, hour] = [text.slice(6, 8), text.slice(8, 10)];
  const clock = `${hour}:${text.slice(10, 12)}:${text.slice(12)}`;
  const time = new Date(`${text.slice(0, 4)}-${text.slice(4, 6)}-${day}T${clock}.000Z`);
  // A day such as 30 February, and the hour 24, are carried over rather than refused by Date.
  if (time.getUTCDate() !== Number(day) || time.getUTCHours() !== Number(hour)) {
    throw new DerError('a time that does not exist');
  }
  return time;
}

/** How the character strings of X.520 names are encoded, by tag. */
const STRING_DECODERS: Readonly<Record<number, (content: Buffer) => string>> = {
  0x0c: decodeUtf8,
  // NumericString, PrintableString and IA5String are ASCII; TeletexString is read as Latin-1, as everyone does.
  0x12: (content) => content.toString('latin1'),
  0x13: (content) => content.toString('latin1'),
  0x14: (content) => content.toString('latin1'),
  0x16: (content) => content.toString('latin1'),
  0x1c: decodeUtf32,
  0x1e: decodeUtf16,
};

/** The text of any ASN.1 character string; undefined when `element` is none. @throws DerError */
export function readString(element: DerElement): string | undefined {
  return STRING_DECODERS[element.tag]?.(element.content);
}

/** UTF8String, which must be UTF-8 (RFC 3629 §3). */
function decodeUtf8(content: Buffer): string {
  if (!isUtf8(content)) throw new DerError('a UTF8String that is not UTF-8');
  return content.toString('utf8');
}

/** BMPString: UTF-16, big-endian. */
function decodeUtf16(content: Buffer): string {
  if (content.length % 2 !== 0) throw new DerError('a BMPString of odd length');
  return Buffer.from(content).swap16().toString('utf16le');
}

/** UniversalString: UTF-32, big-endian. */
function decodeUtf32(content: Buffer): string {
  if (content.length % 4 !== 0) throw new DerError('a UniversalString cut short');
  let text = '';
  for (let offset = 0; offset < content.length; offset += 4) {
    const codePoint = content.readUInt32BE(offset);
    if (codePoint > 0x10ffff) throw new DerError('a UniversalString beyond Unicode');
    text += String.fromCodePoint(codePoint);
  }
  return text;
}
