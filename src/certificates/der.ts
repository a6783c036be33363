/**
 * A reader for the Distinguished Encoding Rules (ITU-T X.690 §8 and §10). It reads one level at a time and on
 * demand, so the depth of hostile input costs nothing: only what the grammar asks for is ever looked at.
 */

/** Identifier octets, class and constructed bit included. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The identifier octet of the context-specific tag `[number]`. */
export function contextTag(number: number, form: 'primitive' | 'constructed'): number {
  return 0x80 | (form === 'constructed' ? 0x20 : 0) | number;
}

/** One element: what its tag says it is, its contents, and all of its octets. Views, not copies. */
export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
  readonly der: Buffer;
}

/** Input that is not the DER it should be. It stays inside this folder: parsers translate it. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** The only element in `bytes`. @throws DerError when there is none, or anything follows it. */
export function readDer(bytes: Buffer): DerElement {
  const element = readElement(bytes, 0);
  if (element.der.length !== bytes.length) throw new DerError('octets follow the outermost element');
  return element;
}

/** All elements in the contents of a constructed element, in order. @throws DerError */
export function readChildren(parent: DerElement): readonly DerElement[] {
  if ((parent.tag & 0x20) === 0) throw new DerError(`tag ${hexOctet(parent.tag)} is not constructed`);
  const children: DerElement[] = [];
  for (let offset = 0; offset < parent.content.length;) {
    const child = readElement(parent.content, offset);
    children.push(child);
    offset += child.der.length;
  }
  return children;
}

/** Checks that `element` carries `tag`. @throws DerError */
export function expectTag(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag === tag) return element;
  const found = element ? `tag ${hexOctet(element.tag)}` : 'nothing';
  throw new DerError(`${found} where tag ${hexOctet(tag)} belongs`);
}

/** The children of a SEQUENCE, taken one after the other as its grammar lists them. */
export class DerFields {
  readonly #elements: readonly DerElement[];
  #position = 0;

  constructor(sequence: DerElement) {
    this.#elements = readChildren(sequence);
  }

  /** @throws DerError when the next field is missing or carries another tag. */
  required(tag: number): DerElement {
    return expectTag(this.any(), tag);
  }

  /** The next field if it carries `tag`; undefined, and nothing is taken, otherwise. */
  optional(tag: number): DerElement | undefined {
    return this.#elements[this.#position]?.tag === tag ? this.any() : undefined;
  }

  /** The next field, whatever its tag. @throws DerError when there is none. */
  any(): DerElement {
    const element = this.#elements[this.#position];
    if (!element) throw new DerError('a field is missing');
    this.#position += 1;
    return element;
  }

  /** @throws DerError when a field is left that the grammar does not know. */
  end(): void {
    if (this.#position < this.#elements.length) throw new DerError('an unknown field follows');
  }
}

function readElement(bytes: Buffer, start: number): DerElement {
  const tag = octetAt(bytes, start);
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag number above 30');
  const { length, contentStart } = readLength(bytes, start + 1);
  const end = contentStart + length;
  if (end > bytes.length) throw new DerError('an element is longer than what holds it');
  return { tag, content: bytes.subarray(contentStart, end), der: bytes.subarray(start, end) };
}

/** X.690 §10.1: the definite form, in as few octets as possible. */
function readLength(bytes: Buffer, start: number): { length: number; contentStart: number } {
  const first = octetAt(bytes, start);
  if (first < 0x80) return { length: first, contentStart: start + 1 };
  const octets = first & 0x7f;
  if (octets === 0) throw new DerError('an indefinite length');
  if (octets > 4) throw new DerError('a length of more than 4 octets');
  let length = 0;
  for (let index = 1; index <= octets; index += 1) length = length * 0x100 + octetAt(bytes, start + index);
  if (length < 0x80 || length < 0x100 ** (octets - 1)) throw new DerError('a length that is not minimal');
  return { length, contentStart: start + 1 + octets };
}

function octetAt(bytes: Buffer, offset: number): number {
  const octet = bytes[offset];
  if (octet === undefined) throw new DerError('the input ends early');
  return octet;
}

function hexOctet(octet: number): string {
  return `0x${octet.toString(16).padStart(2, '0')}`;
}
