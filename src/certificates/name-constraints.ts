import ipaddr from 'ipaddr.js';
import type { Certificate, NameConstraints, NameSubtrees } from './certificate.ts';
import {
  contextTag,
  DerError,
  DerFields,
  expectTag,
  readChildren,
  readDer,
  TAG,
  type DerElement,
} from './der.ts';
import { isWithinName, readName } from './distinguished-name.ts';

/** Tags of the GeneralName choices that a TLS server's certificate has names of (RFC 5280 §4.2.1.6). */
const DNS_NAME = contextTag(2, 'primitive');
const DIRECTORY_NAME = contextTag(4, 'constructed');
const IP_ADDRESS = contextTag(7, 'primitive');

/** Reads the value of the nameConstraints extension. @throws DerError */
export function readNameConstraints(value: DerElement): NameConstraints {
  const fields = new DerFields(expectTag(value, TAG.sequence));
  const permitted = readSubtrees(fields.optional(contextTag(0, 'constructed')));
  const excluded = readSubtrees(fields.optional(contextTag(1, 'constructed')));
  fields.end();
  return { permitted, excluded };
}

/**
 * The first name of `certificate` that `constraints` of a CA above it do not allow; undefined when all are
 * allowed (RFC 5280 §6.1.3 b and c).
 */
export function findForbiddenName(
  certificate: Certificate,
  constraints: NameConstraints,
): string | undefined {
  const { permitted, excluded } = constraints;
  const dnsName = certificate.dnsNames.find((name) => {
    const isWithin = (base: string) => isWithinDomain(name, base);
    return !isAllowed(isWithin, permitted.dnsNames, excluded.dnsNames);
  });
  if (dnsName !== undefined) return dnsName;
  const address = certificate.ipAddresses.find((text) => {
    const octets = Buffer.from(ipaddr.parse(text).toByteArray());
    const isWithin = (range: Buffer) => isWithinRange(octets, range);
    return !isAllowed(isWithin, permitted.ipRanges, excluded.ipRanges);
  });
  if (address !== undefined || certificate.subject === '') return address;
  const isWithin = (base: Buffer) => isWithinName(certificate.subjectDer, base);
  return isAllowed(isWithin, permitted.directoryNames, excluded.directoryNames)
    ? undefined
    : certificate.subject;
}

function isAllowed<Base>(
  isWithin: (base: Base) => boolean,
  permitted: readonly Base[],
  excluded: readonly Base[],
): boolean {
  return (permitted.length === 0 || permitted.some(isWithin)) && !excluded.some(isWithin);
}

/** `base` and what has more labels on its left; with a leading dot, as some CAs write it, only the latter. */
function isWithinDomain(name: string, base: string): boolean {
  const [lowerName, lowerBase] = [name.toLowerCase(), base.toLowerCase()];
  if (lowerBase === '' || lowerName === lowerBase) return true;
  return lowerName.endsWith(lowerBase.startsWith('.') ? lowerBase : `.${lowerBase}`);
}

function isWithinRange(address: Buffer, range: Buffer): boolean {
  if (range.length !== address.length * 2) return false;
  return address.every((octet, index) => {
    const mask = range[address.length + index] ?? 0;
    return (octet & mask) === ((range[index] ?? 0) & mask);
  });
}

function readSubtrees(subtrees: DerElement | undefined): NameSubtrees {
  // GeneralSubtree holds its base first; minimum and maximum are not used (RFC 5280 §4.2.1.10).
  const bases = subtrees ? readChildren(subtrees).map((subtree) => new DerFields(subtree).any()) : [];
  const contents = (tag: number) => bases.filter((base) => base.tag === tag).map((base) => base.content);
  const directoryNames = contents(DIRECTORY_NAME);
  for (const name of directoryNames) readName(readDer(name));
  const ipRanges = contents(IP_ADDRESS);
  if (ipRanges.some(({ length }) => length !== 8 && length !== 32)) {
    throw new DerError('an address range of a wrong length');
  }
  return { dnsNames: contents(DNS_NAME).map((name) => name.toString('latin1')), directoryNames, ipRanges };
}
