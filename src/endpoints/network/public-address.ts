import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type IPv6 = InstanceType<typeof ipaddr.IPv6>;

/**
 * Whether `ip` is an address of the public Internet: IPv4 outside every special-purpose range of RFC 6890,
 * IPv6 inside 2000::/3 and outside the special-purpose ranges. An IPv4 address carried in an IPv6 one
 * (IPv4-mapped, NAT64 64:ff9b::/96, 6to4) is what decides. False for anything that is not an IP literal.
 */
export function isPublicAddress(ip: string): boolean {
  // IPv4-compatible addresses (RFC 4291 §2.5.5.1) are no longer in use; ipaddr.js reads them as IPv4-mapped.
  if (isIP(ip) === 0 || /^::\d+\.\d/.test(ip)) return false;
  const address = ipaddr.parse(ip);
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
  const embedded = embeddedIpv4(address);
  if (embedded !== undefined) return ipaddr.fromByteArray(embedded).range() === 'unicast';
  return address.range() === 'unicast' && isAllocatedUnicast(address);
}

/** The four bytes of the IPv4 address that packets to `address` end up at; undefined when there is none. */
function embeddedIpv4(address: IPv6): number[] | undefined {
  const bytes = address.toByteArray();
  const range = address.range();
  if (range === 'ipv4Mapped') return bytes.slice(12);
  if (range === '6to4') return bytes.slice(2, 6);
  // 64:ff9b:1::/48 (RFC 8215), counted here too, is for local translators and gives no public address.
  const isNat64 = range === 'rfc6052' && bytes.slice(4, 12).every((byte) => byte === 0);
  return isNat64 ? bytes.slice(12) : undefined;
}

/** 2000::/3, all that IANA has given out for global unicast (RFC 4291 §2.4). */
function isAllocatedUnicast(address: IPv6): boolean {
  return ((address.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}
