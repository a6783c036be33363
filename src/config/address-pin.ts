import { isIP } from 'node:net';
import type { AddressPin } from './config.ts';

/**
 * Reads an address with an optional port: `203.0.113.7`, `203.0.113.7:8443`, `2001:db8::1` or
 * `[2001:db8::1]:8443`. An IPv6 address with a port needs the brackets (RFC 3986 §3.2.2). Undefined when
 * the text is none of these, has a zone (`%eth0`) or a port outside 1–65535.
 */
export function parseAddressPin(text: string): AddressPin | undefined {
  if (isIP(text) !== 0 && !text.includes('%')) return { ip: text };
  const match = /^(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<v4>[0-9.]+))(?::(?<port>\d{1,5}))?$/.exec(text);
  const { v6, v4, port } = match?.groups ?? {};
  const ip = v6 ?? v4 ?? '';
  if (isIP(ip) !== (v6 === undefined ? 4 : 6)) return undefined;
  if (port === undefined) return { ip };
  const number = Number(port);
  return number >= 1 && number <= 65_535 ? { ip, port: number } : undefined;
}
