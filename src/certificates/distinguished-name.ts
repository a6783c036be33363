import { DerError, DerFields, expectTag, readChildren, type DerElement, TAG } from './der.ts';
import { readOid, readString } from './der-values.ts';

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

const COMMON_NAME = '2.5.4.3';
const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';

interface Attribute {
  readonly oid: string;
  /** Text, or `#` and hexadecimal DER when the value is no character string. */
  readonly value: string;
}

/** Reads a Name (RFC 5280 §4.1.2.4). @throws DerError */
export function readName(name: DerElement): DistinguishedName {
  const rdns = readChildren(expectTag(name, TAG.sequence)).map(readRdn);
  const attributes = rdns.flat();
  const rdnKeys = rdns.map((rdn) => JSON.stringify(rdn.map(attributeKey).toSorted()));
  return {
    text: rdns
      .toReversed()
      .map((rdn) => rdn.map(attributeText).join('+'))
      .join(', '),
    commonNames: valuesOf(attributes, COMMON_NAME),
    emailAddresses: valuesOf(attributes, EMAIL_ADDRESS),
    key: rdnKeys.join('/'),
    rdnKeys,
  };
}

/** Whether `name` is `base` or below it (RFC 5280 §7.1). */
export function isWithinName(name: DistinguishedName, base: DistinguishedName): boolean {
  return base.rdnKeys.every((rdnKey, index) => name.rdnKeys[index] === rdnKey);
}

function valuesOf(attributes: readonly Attribute[], type: string): readonly string[] {
  return attributes.filter(({ oid }) => oid === type).map(({ value }) => value);
}

function readRdn(set: DerElement): readonly Attribute[] {
  const attributes = readChildren(expectTag(set, TAG.set));
  if (attributes.length === 0) throw new DerError('a relative name without an attribute');
  return attributes.map((element) => {
    const fields = new DerFields(expectTag(element, TAG.sequence));
    const oid = readOid(fields.required(TAG.oid));
    const value = fields.any();
    fields.end();
    return { oid, value: readString(value) ?? `#${value.der.toString('hex')}` };
  });
}

function attributeText({ oid, value }: Attribute): string {
  return `${SHORT_NAMES[oid] ?? oid}=${value.replace(/[",+;<>\\]/g, String.raw`\$&`)}`;
}

function attributeKey({ oid, value }: Attribute): string {
  return `${oid}=${value.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()}`;
}
