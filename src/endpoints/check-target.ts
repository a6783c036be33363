import { parseAddressPin } from '../config/address-pin.ts';
import { canonicalDomain } from '../config/domain.ts';

const HTTPS_PORT = 443;

/** What a person wants looked at: the name clients use, or an IP address, and the port. */
export interface CheckTarget {
  readonly domain: string;
  readonly port: number;
}

/**
 * Reads `HOST`, `HOST:PORT`, an IP address with an optional port (IPv6 in brackets), or a URL. The host may be
 * written in any case, and in any script. Undefined when it is none of these.
 */
export function parseCheckTarget(text: string): CheckTarget | undefined {
  const address = parseAddressPin(text);
  if (address) return { domain: address.ip, port: address.port ?? HTTPS_PORT };
  const domain = canonicalDomain(text);
  const port = readPort(text);
  return domain === undefined || port === undefined ? undefined : { domain, port };
}

/** The port after the host, 443 without one; undefined when it is out of range. */
function readPort(text: string): number | undefined {
  const authority = text
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '');
  const digits = /:(\d+)$/.exec(authority)?.[1];
  if (digits === undefined) return HTTPS_PORT;
  const port = Number(digits);
  return port >= 1 && port <= 65_535 ? port : undefined;
}
