import { appError } from '../../errors/catalogue.ts';
import { OFFERED_SUITES } from './cipher-suites.ts';
import { OFFERED_PROTOCOLS } from './client-hello.ts';
import { VERSION } from './protocol-versions.ts';
import type { ServerFlight } from './server-flight.ts';
import type { ServerHello } from './server-hello.ts';

/**
 * A server may only choose from what was offered.
 *
 * @throws TLS_HANDSHAKE_UNREADABLE when it chose another version, suite or both that do not go together
 */
export function checkHello({ version, cipherSuite, retry }: ServerHello): void {
  const isTls13 = version === VERSION.tls13;
  const suiteIsOfTls13 = cipherSuite >> 8 === 0x13;
  const offered =
    version >= VERSION.tls10 && version <= VERSION.tls13 && OFFERED_SUITES.includes(cipherSuite);
  if (offered && isTls13 === suiteIsOfTls13 && (isTls13 || !retry)) return;
  throw unreadable(`version ${hex(version)} with suite ${hex(cipherSuite)}, which was not offered`);
}

/** @throws TLS_HANDSHAKE_UNREADABLE when the server chose a protocol that was not offered (RFC 7301 §3.2) */
export function checkAlpn({ alpn }: Pick<ServerFlight, 'alpn'>): void {
  if (alpn === undefined || OFFERED_PROTOCOLS.includes(alpn)) return;
  throw unreadable('a protocol in ALPN that was not offered');
}

export function unreadable(detail: string): Error {
  return appError('TLS_HANDSHAKE_UNREADABLE', { detail });
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
