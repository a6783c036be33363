import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Certificate } from '../certificate.ts';
import { isDnsName } from './dns-name.ts';
import { splitMailbox } from './name-subtrees.ts';

/** Whom a client wants to talk to (RFC 9525 §6.1). `value`: A-labels, an address without brackets, a mailbox. */
export interface ReferenceIdentity {
  readonly kind: 'dns' | 'ip' | 'email';
  readonly value: string;
}

/**
 * Whether `certificate` is for `reference`, which matches names of its own kind alone (RFC 9525 §6.3, §6.4;
 * RFC 5280 §7.5 for mailboxes). Only subjectAltName counts, never the CN (RFC 9525 §1.2).
 */
export function matchesIdentity(certificate: Certificate, { kind, value }: ReferenceIdentity): boolean {
  switch (kind) {
    case 'ip': {
      const address = canonicalAddress(value);
      return address !== undefined && certificate.ipAddresses.includes(address);
    }
    case 'dns': {
      const reference = value.toLowerCase();
      if (!isDnsName(reference)) return false;
      return certificate.dnsNames.some((name) => matchesDnsName(name.toLowerCase(), reference));
    }
    case 'email':
      return (
        certificate.alternativeNames?.some(
          (name) => name.kind === 'email' && isSameMailbox(name.text, value),
        ) ?? false
      );
  }
}

/**
 * Whether `domain`, the reference identity, is one that `certificate` is for (RFC 9525 §6): a DNS name in
 * A-labels, or an IP address without brackets. Only subjectAltName counts, never the CN (§1.2).
 */
export function matchesDomain(certificate: Certificate, domain: string): boolean {
  return matchesIdentity(certificate, identityOf(domain));
}

/** RFC 9525 §6.4: an address matches iPAddress entries alone, even if a dNSName spells it. */
export function identityOf(domain: string): ReferenceIdentity {
  return { kind: canonicalAddress(domain) === undefined ? 'dns' : 'ip', value: domain };
}

/** Whether a certificate without any DNS name is for `domain` by its CN, as clients that still look there have it. */
export function matchesCommonName({ dnsNames, commonName }: Certificate, domain: string): boolean {
  if (dnsNames.length > 0 || commonName === undefined || identityOf(domain).kind === 'ip') return false;
  return matchesDnsName(commonName.toLowerCase(), domain.toLowerCase());
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

/** The local part to the letter, the host in any case (RFC 5280 §7.5). */
function isSameMailbox(a: string, b: string): boolean {
  const [one, other] = [splitMailbox(a), splitMailbox(b)];
  if (!one || !other) return false;
  return one.local === other.local && one.host.toLowerCase() === other.host.toLowerCase();
}

/** The form in which certificates' addresses are held; undefined when `text` is no address. */
function canonicalAddress(text: string): string | undefined {
  // ipaddr.js answers with an exception of its own for every name: a hundred times the time.
  return isIP(text) === 0 ? undefined : ipaddr.parse(text).toString();
}
