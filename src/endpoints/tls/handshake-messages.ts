import { appError } from '../../errors/catalogue.ts';
import { createByteQueue } from './byte-queue.ts';

/** TLS HandshakeType (RFC 8446 §4, RFC 5246 §7.4, RFC 6066 §8), the ones of a server's first flight. */
export const HANDSHAKE_TYPE = {
  clientHello: 1,
  serverHello: 2,
  encryptedExtensions: 8,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  certificateVerify: 15,
  certificateStatus: 22,
  messageHash: 254,
} as const;

/** OpenSSL draws the same line for the Certificate message. */
const MAX_MESSAGE_LENGTH = 100 * 1024;
const HEADER_LENGTH = 4;

export interface HandshakeMessage {
  readonly type: number;
  readonly body: Buffer;
  /** With its header: what a transcript hash covers (RFC 8446 §4.4.1). */
  readonly raw: Buffer;
}

/** A message may span records, and a record may hold several (RFC 8446 §5.1). */
export interface MessageAssembler {
  /** Takes the fragment of the next handshake record. */
  push(fragment: Buffer): void;
  /**
   * The next whole message; undefined while there is none.
   *
   * @throws CERTIFICATE_LIST_MALFORMED at a Certificate message longer than 100 KiB
   * @throws TLS_HANDSHAKE_UNREADABLE at another message longer than that
   */
  next(): HandshakeMessage | undefined;
  /** Whether no byte of a further message has come. */
  isEmpty(): boolean;
}

export function createMessageAssembler(): MessageAssembler {
  const queue = createByteQueue();
  function next(): HandshakeMessage | undefined {
    const header = queue.peek(HEADER_LENGTH);
    if (header === undefined) return undefined;
    const type = header.readUInt8(0);
    const length = header.readUIntBE(1, 3);
    if (length > MAX_MESSAGE_LENGTH) throw tooLong(type, length);
    const raw = queue.take(HEADER_LENGTH + length);
    return raw && { type, body: raw.subarray(HEADER_LENGTH), raw };
  }
  return { push: (bytes) => queue.push(bytes), next, isEmpty: () => queue.length === 0 };
}

function tooLong(type: number, length: number): Error {
  const code =
    type === HANDSHAKE_TYPE.certificate ? 'CERTIFICATE_LIST_MALFORMED' : 'TLS_HANDSHAKE_UNREADABLE';
  return appError(code, { detail: `a message of ${length} bytes, more than ${MAX_MESSAGE_LENGTH}` });
}
