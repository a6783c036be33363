import { lookup } from 'node:dns/promises';
import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { AddressPin } from '../../config/config.ts';
import { failure, timeoutFailure } from './failure.ts';
import type { Address, ObservationFailure, Resolution } from '../observation.ts';
import { type Patience, type TimeLimit, withTimeLimit } from './time-limit.ts';

/** More addresses than this are not looked at. */
const MAX_ADDRESSES = 64;

/** The part of an endpoint's configuration that says where it is. */
interface Location {
  readonly domain: string;
  readonly port: number;
  readonly addresses: readonly AddressPin[];
}

/**
 * Every address behind an endpoint, each once, at most 64: its pins in their order when it has any, else
 * the A and AAAA records its domain has for this machine (so /etc/hosts counts), IPv4 first, then by
 * numeric value. A name without addresses, a resolver that fails or one that is silent for `timeoutMs`
 * is a failure at stage `dns`.
 */
export async function resolveAddresses(location: Location, patience: Patience): Promise<Resolution> {
  const [first, ...rest] = pinnedAddresses(location);
  if (first) return { kind: 'addresses', addresses: [first, ...rest.slice(0, MAX_ADDRESSES - 1)] };
  return withTimeLimit(patience, (limit) => resolveName(location, limit));
}

/** Every address the system's resolver gives for a name, or for an IP literal that literal, within `limit`. */
export async function resolveName(
  { domain, port }: Omit<Location, 'addresses'>,
  limit: TimeLimit,
): Promise<Resolution> {
  try {
    const answers = await Promise.race([lookup(domain, { all: true }), rejectOnAbort(limit.signal)]);
    const ips = [...new Set(answers.map(({ address }) => canonicalIp(address)))].toSorted(byFamilyAndValue);
    return asResolution(
      ips.map((ip): Address => ({ ip, port, source: 'dns' })),
      limit,
    );
  } catch (error) {
    return resolutionFailure(error, limit);
  }
}

function pinnedAddresses({ port, addresses }: Location): Address[] {
  const pins = addresses.map((pin): Address => ({
    ip: canonicalIp(pin.ip),
    port: pin.port ?? port,
    source: 'pin',
  }));
  return [...new Map(pins.map((pin) => [`${pin.ip} ${pin.port}`, pin])).values()];
}

function asResolution(addresses: readonly Address[], limit: TimeLimit): Resolution {
  const [first, ...rest] = addresses;
  if (first === undefined) return nameNotFound('no address', limit);
  return { kind: 'addresses', addresses: [first, ...rest.slice(0, MAX_ADDRESSES - 1)] };
}

function resolutionFailure(error: unknown, limit: TimeLimit): ObservationFailure {
  if (limit.signal.aborted) return timeoutFailure(limit, 'dns');
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOTFOUND' || code === 'ENODATA') return nameNotFound(code, limit);
  return failure(limit, { stage: 'dns', reason: 'dns-failure', detail: code });
}

function nameNotFound(detail: string, limit: TimeLimit): ObservationFailure {
  return failure(limit, { stage: 'dns', reason: 'name-not-found', detail });
}

/** getaddrinfo cannot be interrupted; its answer is ignored when it comes too late. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
}

/** One spelling per address, so that `::1` and `0:0:0:0:0:0:0:1` are the same. */
function canonicalIp(ip: string): string {
  // Strict: four decimal numbers without leading zeros, which is the canonical spelling.
  if (isIPv4(ip)) return ip;
  return ipaddr.isValid(ip) ? ipaddr.parse(ip).toString() : ip;
}

function byFamilyAndValue(a: string, b: string): number {
  const [left, right] = [ipaddr.parse(a).toByteArray(), ipaddr.parse(b).toByteArray()];
  return left.length - right.length || Buffer.compare(Buffer.from(left), Buffer.from(right));
}
