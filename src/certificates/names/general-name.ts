import ipaddr from 'ipaddr.js';
import {
  contextTag,
  DerError,
  DerFields,
  expectTag,
  readChildren,
  readDer,
  type DerElement,
} from '../der/der.ts';
import { type DistinguishedName, readName } from './distinguished-name.ts';

/**
 * One GeneralName (RFC 5280 §4.2.1.6). The text of a dNSName, rfc822Name or URI is as sent, each octet one
 * character, and hostile.
 */
export type GeneralName =
  | { readonly kind: 'dns' | 'email' | 'uri'; readonly text: string }
  /** Contents: an address in a name (4 or 16 octets), address and mask in a constraint (8 or 32). */
  | { readonly kind: 'ip'; readonly octets: Buffer }
  | { readonly kind: 'directory'; readonly name: DistinguishedName }
  /** otherName, x400Address, ediPartyName and registeredID, told apart by their tag. */
  | { readonly kind: 'other'; readonly tag: number };

const KINDS: ReadonlyMap<number, (element: DerElement) => GeneralName> = new Map([
  [contextTag(0, 'constructed'), readOther],
  [contextTag(1, 'primitive'), (element: DerElement) => readText(element, 'email')],
  [contextTag(2, 'primitive'), (element: DerElement) => readText(element, 'dns')],
  [contextTag(3, 'constructed'), readOther],
  [contextTag(4, 'constructed'), readDirectoryName],
  [contextTag(5, 'constructed'), readOther],
  [contextTag(6, 'primitive'), (element: DerElement) => readText(element, 'uri')],
  [contextTag(7, 'primitive'), ({ content }: DerElement) => ({ kind: 'ip', octets: content }) as const],
  [contextTag(8, 'primitive'), readOther],
]);

/** @throws DerError for a tag that is no choice of GeneralName, or contents that are not its own */
export function readGeneralName(element: DerElement): GeneralName {
  const read = KINDS.get(element.tag);
  if (!read) throw new DerError('a GeneralName of an unknown kind');
  return read(element);
}

/** GeneralNames, in order. That there must be one is a rule, not the grammar's matter here. @throws DerError */
export function readGeneralNames(sequence: DerElement): readonly GeneralName[] {
  return readChildren(sequence).map(readGeneralName);
}

/** For people and for failures, such as `192.0.2.7` or `CN=Example`. Hostile. */
export function showGeneralName(name: GeneralName): string {
  switch (name.kind) {
    case 'dns':
    case 'email':
    case 'uri':
      return name.text;
    case 'ip':
      return isAddress(name.octets)
        ? ipaddr.fromByteArray([...name.octets]).toString()
        : `address ${name.octets.toString('hex')}`;
    case 'directory':
      return name.name.text;
    case 'other':
      return `a name of kind [${name.tag & 0x1f}]`;
  }
}

/** Whether `octets` are an IPv4 or IPv6 address. */
export function isAddress({ length }: Buffer): boolean {
  return length === 4 || length === 16;
}

function readText({ content }: DerElement, kind: 'dns' | 'email' | 'uri'): GeneralName {
  return { kind, text: content.toString('latin1') };
}

/** EXPLICIT, for Name is a CHOICE (X.680 §31.2.7). */
function readDirectoryName({ content }: DerElement): GeneralName {
  return { kind: 'directory', name: readName(readDer(content)) };
}

function readOther(element: DerElement): GeneralName {
  // otherName: type-id and value; what they say is not looked at, but they must be there.
  if (element.tag === contextTag(0, 'constructed')) {
    const fields = new DerFields(element);
    fields.required(0x06);
    expectTag(fields.any(), contextTag(0, 'constructed'));
    fields.end();
  }
  return { kind: 'other', tag: element.tag };
}
