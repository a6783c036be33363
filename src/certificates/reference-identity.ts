import ipaddr from 'ipaddr.js';
import type { Certificate } from './certificate.ts';

/** A label of letters, digits and hyphens; the underscore occurs in practice and every client takes it. */
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const MAX_NAME_LENGTH = 253;

/**
 * Whether `domain`, the reference identity, is one that `certificate` is for (RFC 9525 §6): a DNS name in
 * A-labels, or an IP address without brackets. Only subjectAltName counts, never the CN (§1.2).
 */
export function matchesDomain(certificate: Certificate, domain: string): boolean {
  const address = canonicalAddress(domain);
  // RFC 9525 §6.4: an address matches iPAddress entries alone, even if a dNSName spells it.
  if (address !== undefined) return certificate.ipAddresses.includes(address);
  const reference = domain.toLowerCase();
  if (!isDnsName(reference)) return false;
  return certificate.dnsNames.some((name) => matchesDnsName(name.toLowerCase(), reference));
}

/** The identities a certificate presents: its DNS names, then its IP addresses, as sent. Hostile text. */
export function presentedNames(certificate: Certificate): readonly string[] {
  return [...certificate.dnsNames, ...certificate.ipAddresses];
}

/**
 * RFC 9525 §6.3: a wildcard stands for exactly one label, is the whole left-most one, and, as OpenSSL and the
 * browsers have it, leaves at least two labels to its right.
 */
function matchesDnsName(presented: string, reference: string): boolean {
  if (!presented.startsWith('*.')) return presented === reference;
  const parent = presented.slice(2);
  if (!parent.includes('.')) return false;
  const firstDot = reference.indexOf('.');
  return firstDot > 0 && reference.slice(firstDot + 1) === parent;
}

function isDnsName(text: string): boolean {
  return text.length <= MAX_NAME_LENGTH && text.split('.').every((label) => LABEL.test(label));
}

/** The form in which certificates' addresses are held; undefined when `text` is no address. */
function canonicalAddress(text: string): string | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toString();
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toString() : undefined;
}
