import { createHash } from 'node:crypto';
import { appError } from '../../errors/catalogue.ts';
import { createByteReader } from './byte-reader.ts';

/** TLS HandshakeType (RFC 8446 §4), the ones that matter for the received chain. */
export const HANDSHAKE_TYPE = { serverHello: 2, certificate: 11 } as const;

/** OpenSSL draws the same line for the Certificate message. */
const MAX_MESSAGE_LENGTH = 100 * 1024;

export interface HandshakeMessage {
  readonly type: number;
  readonly body: Buffer;
}

/**
 * A function that takes the fragments of handshake records one by one and returns the messages each one
 * completes: a message may span records, and a record may hold several (RFC 8446 §5.1).
 *
 * @throws CERTIFICATE_LIST_MALFORMED (the function) at a Certificate message longer than 100 KiB
 * @throws TLS_HANDSHAKE_UNREADABLE (the function) at another message longer than that
 */
export function createMessageAssembler(): (fragment: Buffer) => readonly HandshakeMessage[] {
  let pending: Buffer[] = [];
  let pendingLength = 0;
  let needed = 4;
  return (fragment) => {
    pending.push(fragment);
    pendingLength += fragment.length;
    // Joined only when a message completes: tiny records would otherwise cost quadratic time.
    if (pendingLength < needed) return [];
    const { messages, rest } = splitMessages(Buffer.concat(pending));
    pending = [rest];
    pendingLength = rest.length;
    needed = rest.length < 4 ? 4 : 4 + rest.readUIntBE(1, 3);
    return messages;
  };
}

function splitMessages(bytes: Buffer): { messages: HandshakeMessage[]; rest: Buffer } {
  const messages: HandshakeMessage[] = [];
  let rest = bytes;
  while (rest.length >= 4) {
    const type = rest.readUInt8(0);
    const length = rest.readUIntBE(1, 3);
    if (length > MAX_MESSAGE_LENGTH) throw tooLong(type, length);
    if (rest.length < 4 + length) break;
    messages.push({ type, body: rest.subarray(4, 4 + length) });
    rest = rest.subarray(4 + length);
  }
  return { messages, rest };
}

function tooLong(type: number, length: number): Error {
  const code =
    type === HANDSHAKE_TYPE.certificate ? 'CERTIFICATE_LIST_MALFORMED' : 'TLS_HANDSHAKE_UNREADABLE';
  return appError(code, { detail: `a message of ${length} bytes, more than ${MAX_MESSAGE_LENGTH}` });
}

/** What a ServerHello decides. */
export interface ServerHello {
  /** ProtocolVersion: 0x0303 is TLS 1.2, 0x0304 TLS 1.3. */
  readonly version: number;
  readonly cipherSuite: number;
  /** It is a HelloRetryRequest (RFC 8446 §4.1.4): the real ServerHello is still to come. */
  readonly retry: boolean;
}

/** A HelloRetryRequest is a ServerHello with this random value (RFC 8446 §4.1.3). */
const RETRY_RANDOM = createHash('sha256').update('HelloRetryRequest').digest();
const SUPPORTED_VERSIONS = 43;

/**
 * Parses a ServerHello (RFC 5246 §7.4.1.3, RFC 8446 §4.1.3).
 *
 * @throws TLS_HANDSHAKE_UNREADABLE
 */
export function parseServerHello(body: Buffer): ServerHello {
  const reader = createByteReader(body, malformedHello);
  let version = reader.uint(2);
  const random = reader.bytes(32);
  reader.vector(1); // session id
  const cipherSuite = reader.uint(2);
  reader.uint(1); // compression method
  const extensions = createByteReader(
    reader.remaining() > 0 ? reader.vector(2) : Buffer.alloc(0),
    malformedHello,
  );
  while (extensions.remaining() > 0) {
    const type = extensions.uint(2);
    const value = extensions.vector(2);
    if (type === SUPPORTED_VERSIONS) version = createByteReader(value, malformedHello).uint(2);
  }
  return { version, cipherSuite, retry: random.equals(RETRY_RANDOM) };
}

function malformedHello(detail: string): Error {
  return appError('TLS_HANDSHAKE_UNREADABLE', { detail: `in the ServerHello, ${detail}` });
}
