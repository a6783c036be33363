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
  const [first, second] = content;
  if (first === undefined) throw new DerError('an empty INTEGER');
  if (second !== undefined && ((first === 0x00 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw new DerError('an INTEGER that is not minimal');
  }
  return BigInt.asIntN(content.length * 8, BigInt(`0x${content.toString('hex')}`));
}

/** ENUMERATED, small enough to be a number (X.690 §8.4). @throws DerError */
export function readEnumerated(element: DerElement): number {
  return Number(readInteger(expectTag(element, TAG.enumerated)));
}

/** OBJECT IDENTIFIER in dotted form (X.690 §8.19). @throws DerError */
export function readOid(element: DerElement): string {
  const arcs: number[] = [];
  let arc = 0;
  let fresh = true;
  for (const octet of element.content) {
    if (fresh && octet === 0x80) throw new DerError('an OBJECT IDENTIFIER that is not minimal');
    arc = arc * 0x80 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) throw new DerError('an OBJECT IDENTIFIER with an arc too large');
    fresh = octet < 0x80;
    if (!fresh) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first, ...rest] = arcs;
  if (first === undefined || !fresh) throw new DerError('an OBJECT IDENTIFIER that ends early');
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join('.');
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
export function readTime(element: DerElement): Date {
  const text = element.content.toString('latin1');
  const match = /^(\d{2,4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(fullYear(element.tag, text));
  if (!match) throw new DerError('a bad time');
  const [, year, month, day, hour, minute, second] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = new Date(iso);
  // A day such as 30 February is carried over rather than refused by Date.
  if (Number.isNaN(time.getTime()) || time.toISOString() !== iso)
    throw new DerError('a time that does not exist');
  return time;
}

function fullYear(tag: number, text: string): string {
  if (tag === TAG.generalizedTime && text.length === 15) return text;
  if (tag === TAG.utcTime && text.length === 13)
    return `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`;
  throw new DerError('a bad time');
}

/** How the character strings of X.520 names are encoded, by tag. */
const STRING_DECODERS: Readonly<Record<number, (content: Buffer) => string>> = {
  0x0c: (content) => content.toString('utf8'),
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
    text += String.fromCodePoint(codePoint > 0x10ffff ? 0xfffd : codePoint);
  }
  return text;
}
