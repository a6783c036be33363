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

/** One element: what its tag says it is, its contents, and all of its octets. */
export class DerElement {
  readonly tag: number;
  readonly #bytes: Buffer;
  readonly #start: number;
  readonly contentStart: number;
  readonly end: number;

  constructor(bytes: Buffer, { tag, start, contentStart, end }: Span) {
    this.#bytes = bytes;
    this.tag = tag;
    this.#start = start;
    this.contentStart = contentStart;
    this.end = end;
  }

  /** A view, not a copy. Made when it is asked for: most elements are only walked through. */
  get content(): Buffer {
    return this.#bytes.subarray(this.contentStart, this.end);
  }

  /** A view, not a copy. */
  get der(): Buffer {
    return this.#bytes.subarray(this.#start, this.end);
  }

  /** The elements in its contents, in order. @throws DerError */
  children(): readonly DerElement[] {
    if ((this.tag & 0x20) === 0) throw new DerError(`tag ${hexOctet(this.tag)} is not constructed`);
    const children: DerElement[] = [];
    for (let offset = this.contentStart; offset < this.end;) {
      const child = readElement(this.#bytes, offset, this.end);
      children.push(child);
      offset = child.end;
    }
    return children;
  }
}

/** Where an element is, in octets from the start of what holds it. */
interface Span {
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  /** Of the first octet that is no longer its own. */
  readonly end: number;
}

/** Input that is not the DER it should be. It stays inside this folder: parsers translate it. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** The only element in `bytes`. @throws DerError when there is none, or anything follows it. */
export function readDer(bytes: Buffer): DerElement {
  const element = readElement(bytes, 0, bytes.length);
  if (element.end !== bytes.length) throw new DerError('octets follow the outermost element');
  return element;
}

/** All elements in the contents of a constructed element, in order. @throws DerError */
export function readChildren(parent: DerElement): readonly DerElement[] {
  return parent.children();
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

function readElement(bytes: Buffer, start: number, limit: number): DerElement {
  const tag = octetAt(bytes, start, limit);
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag number above 30');
  const first = octetAt(bytes, start + 1, limit);
  const octets = first < 0x80 ? 0 : first & 0x7f;
  const contentStart = start + 2 + octets;
  const length = first < 0x80 ? first : readLongLength(bytes, { start: start + 2, octets, limit });
  const end = contentStart + length;
  if (end > limit) throw new DerError('an element is longer than what holds it');
  return new DerElement(bytes, { tag, start, contentStart, end });
}

/** X.690 §10.1: the definite form, in as few octets as possible. */
function readLongLength(
  bytes: Buffer,
  { start, octets, limit }: { start: number; octets: number; limit: number },
): number {
  if (octets === 0) throw new DerError('an indefinite length');
  if (octets > 4) throw new DerError('a length of more than 4 octets');
  let length = 0;
  for (let index = 0; index < octets; index += 1) {
    length = length * 0x100 + octetAt(bytes, start + index, limit);
  }
  if (length < 0x80 || length < 0x100 ** (octets - 1)) throw new DerError('a length that is not minimal');
  return length;
}

function octetAt(bytes: Buffer, offset: number, limit: number): number {
  const octet = offset < limit ? bytes[offset] : undefined;
  if (octet === undefined) throw new DerError('the input ends early');
  return octet;
}

function hexOctet(octet: number): string {
  return `0x${octet.toString(16).padStart(2, '0')}`;
}
