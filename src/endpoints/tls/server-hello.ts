import { createHash } from 'node:crypto';
import { appError } from '../../errors/catalogue.ts';
import { createByteReader } from './byte-reader.ts';
import { EXTENSION, type ExtensionMap, readExtensions } from './hello-extensions.ts';

/** What a ServerHello decides. */
export interface ServerHello {
  /** ProtocolVersion: 0x0303 is TLS 1.2, 0x0304 TLS 1.3. */
  readonly version: number;
  readonly random: Buffer;
  readonly cipherSuite: number;
  /** It is a HelloRetryRequest (RFC 8446 §4.1.4): the real ServerHello is still to come. */
  readonly retry: boolean;
  readonly extensions: ExtensionMap;
}

/** A server's half of a TLS 1.3 key exchange (RFC 8446 §4.2.8). */
export interface KeyShareEntry {
  readonly group: number;
  /** Undefined in a HelloRetryRequest, which names the group alone. */
  readonly keyExchange: Buffer | undefined;
}

/** A HelloRetryRequest is a ServerHello with this random value (RFC 8446 §4.1.3). */
const RETRY_RANDOM = createHash('sha256').update('HelloRetryRequest').digest();

/**
 * Parses a ServerHello (RFC 5246 §7.4.1.3, RFC 8446 §4.1.3).
 *
 * @throws TLS_HANDSHAKE_UNREADABLE
 */
export function parseServerHello(body: Buffer): ServerHello {
  const reader = createByteReader(body, malformedHello);
  const legacyVersion = reader.uint(2);
  const random = reader.bytes(32);
  reader.vector(1); // session id
  const cipherSuite = reader.uint(2);
  reader.uint(1); // compression method
  const extensions = reader.remaining() > 0 ? readExtensions(reader, malformedHello) : new Map();
  const versions = extensions.get(EXTENSION.supportedVersions);
  const version = versions ? createByteReader(versions, malformedHello).uint(2) : legacyVersion;
  return { version, random, cipherSuite, retry: random.equals(RETRY_RANDOM), extensions };
}

/**
 * The key_share of a ServerHello or HelloRetryRequest; undefined without one.
 *
 * @throws TLS_HANDSHAKE_UNREADABLE
 */
export function readKeyShare({ extensions, retry }: ServerHello): KeyShareEntry | undefined {
  const value = extensions.get(EXTENSION.keyShare);
  if (value === undefined) return undefined;
  const reader = createByteReader(value, malformedHello);
  return { group: reader.uint(2), keyExchange: retry ? undefined : reader.vector(2) };
}

function malformedHello(detail: string): Error {
  return appError('TLS_HANDSHAKE_UNREADABLE', { detail: `in the ServerHello, ${detail}` });
}
