import { isDnsName, isWildcardDnsName } from './dns-name.ts';
import { isWithinName } from './distinguished-name.ts';
import type { GeneralName } from './general-name.ts';

/**
 * A wildcard stands for many names: `wholly` asks that all are within the subtree, as one that is permitted must
 * be, `partly` that any is, as none of what is excluded may be.
 */
export type Reading = 'wholly' | 'partly';

/**
 * Whether `name` is within the subtree of `base`, which has the same form (RFC 5280 §4.2.1.10). A name that is
 * malformed is within no permitted subtree and within every excluded one, and so is one of a form that is not
 * processed here: neither could be held against the constraint.
 */
export function isWithin(name: GeneralName, base: GeneralName, reading: Reading): boolean {
  const unprocessed = reading === 'partly';
  if (name.kind === 'dns' && base.kind === 'dns') return isWithinDomain(name.text, base.text, reading);
  if (name.kind === 'ip' && base.kind === 'ip') return isWithinRange(name.octets, base.octets);
  if (name.kind === 'directory' && base.kind === 'directory') return isWithinName(name.name, base.name);
  if (name.kind === 'email' && base.kind === 'email')
    return isWithinMail(name.text, base.text) ?? unprocessed;
  if (name.kind === 'uri' && base.kind === 'uri') return isWithinUri(name.text, base.text) ?? unprocessed;
  return unprocessed;
}

/** `base` and what has more labels on its left; with a leading dot, as some CAs write it, only the latter. */
function isWithinDomain(text: string, baseText: string, reading: Reading): boolean {
  const name = text.toLowerCase();
  const base = baseText.toLowerCase();
  if (!isDnsName(name) && !isWildcardDnsName(name, isDnsName) && !/^\*\.[a-z0-9-]+$/.test(name)) {
    return reading === 'partly';
  }
  if (base === '' || name === base) return true;
  if (name.endsWith(base.startsWith('.') ? base : `.${base}`)) return true;
  // *.example.com may stand for host.example.com, and for nothing that is deeper.
  return reading === 'partly' && name.startsWith('*.') && base.slice(base.indexOf('.') + 1) === name.slice(2);
}

function isWithinRange(address: Buffer, range: Buffer): boolean {
  if (range.length !== address.length * 2) return false;
  return address.every((octet, index) => {
    const mask = range[address.length + index] ?? 0;
    return (octet & mask) === ((range[index] ?? 0) & mask);
  });
}

/** A mailbox, all mailboxes of a host, or with a leading dot those of all hosts below; undefined for no mailbox. */
function isWithinMail(text: string, base: string): boolean | undefined {
  const mailbox = splitMailbox(text);
  if (!mailbox) return undefined;
  const baseMailbox = splitMailbox(base);
  // Local parts are case-sensitive (RFC 5280 §7.5).
  if (baseMailbox) return baseMailbox.local === mailbox.local && isSameHost(baseMailbox.host, mailbox.host);
  return isWithinHost(mailbox.host, base);
}

/** The host of a URI, which must be a DNS name; undefined when it has none. */
function isWithinUri(text: string, base: string): boolean | undefined {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d*)?(?:[/?#]|$)/i.exec(text)?.[1];
  return host !== undefined && isDnsName(host) && !/^[\d.]+$/.test(host)
    ? isWithinHost(host, base)
    : undefined;
}

function isWithinHost(host: string, base: string): boolean {
  return base.startsWith('.') ? host.toLowerCase().endsWith(base.toLowerCase()) : isSameHost(host, base);
}

function isSameHost(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Local part and host of an rfc822Name (RFC 5280 §4.2.1.6: `Local-part@Domain`); undefined for anything else. */
export function splitMailbox(text: string): { local: string; host: string } | undefined {
  const [, local, host] = /^([\x21-\x3f\x41-\x7e]+)@([^@]+)$/.exec(text) ?? [];
  return local !== undefined && host !== undefined && isDnsName(host) ? { local, host } : undefined;
}
