import { DerError, DerFields, expectTag, readChildren, type DerElement, TAG } from '../der/der.ts';
import { readNamedBits, readOid, readString } from '../der/der-values.ts';

/** Attribute types with the short names that certificate tools show (RFC 4514 §3, RFC 5280 §4.1.2.4). */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

export interface DistinguishedName {
  /** One line, most specific first, special characters escaped as in RFC 4514 §2.4. Hostile text. */
  readonly text: string;
  /** CN attributes, in order; the last is the most specific. */
  readonly commonNames: readonly string[];
  /** emailAddress attributes (RFC 5280 §4.1.2.6: still to be honoured, no longer to be issued). */
  readonly emailAddresses: readonly string[];
  /**
   * Two names with the same key are the same name (RFC 5280 §7.1): case and insignificant white space are ignored
   * and the kind of character string does not matter, for CAs have re-encoded their own names over the years.
   */
  readonly key: string;
  /** The same for each relative name, from the top of the directory down. */
  readonly rdnKeys: readonly string[];
}

/** Characters; RFC 5280 §A.1 ends most attributes at 64, and e-mail addresses at 255. */
const LONGEST_COMPOSED = 256;

const COMMON_NAME = '2.5.4.3';
const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';

interface Attribute {
  readonly oid: string;
  /** Undefined when the value is no character string. */
  readonly text: string | undefined;
  /** DER of the value. */
  readonly value: DerElement;
}

/** Reads a Name (RFC 5280 §4.1.2.4). @throws DerError */
export function readName(name: DerElement): DistinguishedName {
  const rdns = readChildren(expectTag(name, TAG.sequence)).map(readRdn);
  const rdnKeys = rdns.map((rdn) => joinKeys(rdn.map(attributeKey).toSorted()));
  let shown: string | undefined;
  return {
    get text() {
      shown ??= rdns
        .toReversed()
        .map((rdn) => rdn.map(attributeText).join('+'))
        .join(', ');
      return shown;
    },
    commonNames: valuesOf(rdns, COMMON_NAME),
    emailAddresses: valuesOf(rdns, EMAIL_ADDRESS),
    key: joinKeys(rdnKeys),
    rdnKeys,
  };
}

/** Whether `name` is `base` or below it (RFC 5280 §7.1). */
export function isWithinName(name: DistinguishedName, base: DistinguishedName): boolean {
  return base.rdnKeys.every((rdnKey, index) => name.rdnKeys[index] === rdnKey);
}

/** Each with its length before it, so that no text can pass for two. */
function joinKeys(keys: readonly string[]): string {
  return keys.map((key) => `${key.length}:${key}`).join('');
}

function valuesOf(rdns: readonly (readonly Attribute[])[], type: string): readonly string[] {
  return rdns.flatMap((rdn) => rdn.filter(({ oid }) => oid === type).map(showValue));
}

function readRdn(set: DerElement): readonly Attribute[] {
  const attributes = readChildren(expectTag(set, TAG.set));
  if (attributes.length === 0) throw new DerError('a relative name without an attribute');
  return attributes.map((element) => {
    const fields = new DerFields(expectTag(element, TAG.sequence));
    const oid = readOid(fields.required(TAG.oid));
    const value = fields.any();
    fields.end();
    return { oid, text: readValue(value), value };
  });
}

/** Undefined for the two kinds beside character strings that OpenSSL takes; it reads no certificate with others. */
function readValue(value: DerElement): string | undefined {
  const text = readString(value);
  if (value.tag === TAG.bitString) readNamedBits(value);
  else if (text === undefined && value.tag !== TAG.sequence) {
    throw new DerError('an attribute whose value is no character string');
  }
  return text;
}

/** Text, or `#` and hexadecimal DER (RFC 4514 §2.4). */
function showValue({ text, value }: Attribute): string {
  return text ?? `#${value.der.toString('hex')}`;
}

function attributeText(attribute: Attribute): string {
  const value = showValue(attribute).replace(/[",+;<>\\]/g, String.raw`\$&`);
  return `${SHORT_NAMES[attribute.oid] ?? attribute.oid}=${value}`;
}

/** Marks in the wrong order are sorted one by one, so a long text of nothing else would take seconds. */
function compose(text: string): string {
  return text.length > LONGEST_COMPOSED ? text : text.normalize('NFKC');
}

function attributeKey({ oid, text, value }: Attribute): string {
  if (text === undefined) return `${oid}#${value.der.toString('hex')}`;
  // Most names are ASCII with single spaces, for which the two slow steps change nothing.
  const composed = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)
    ? text
    : compose(text).replaceAll(/\s+/g, ' ').trim();
  return `${oid}=${composed.toLowerCase()}`;
}
