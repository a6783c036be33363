import { appError } from '../../errors/catalogue.ts';
import { createByteQueue } from './byte-queue.ts';

/** TLS ContentType (RFC 8446 §5.1). */
export const CONTENT_TYPE = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

export interface TlsRecord {
  /** ContentType of the header; what it protects in TLS 1.3 is only known after decryption. */
  readonly type: number;
  /** The five bytes before the fragment, the additional data of TLS 1.3 encryption (RFC 8446 §5.2). */
  readonly header: Buffer;
  readonly fragment: Buffer;
}

const HEADER_LENGTH = 5;
/** The most that any version allows: TLS 1.2 ciphertext (RFC 5246 §6.2.3). */
const MAX_FRAGMENT_LENGTH = 2 ** 14 + 2048;

/** Whether `bytes`, the first ones a server sent, may be TLS: a handshake or alert record of SSL 3.0 to TLS 1.3. */
export function startsLikeTls(bytes: Uint8Array): boolean {
  const [type, major] = bytes;
  const typeFits = type === undefined || type === CONTENT_TYPE.handshake || type === CONTENT_TYPE.alert;
  return typeFits && (major === undefined || major === 3);
}

/** Cuts what a peer sends into records. */
export interface RecordReader {
  push(bytes: Buffer): void;
  /**
   * The next whole record; undefined while there is none.
   *
   * @throws TLS_HANDSHAKE_UNREADABLE at something that is not a record
   */
  next(): TlsRecord | undefined;
}

export function createRecordReader(): RecordReader {
  const queue = createByteQueue();
  let position = 0;
  function next(): TlsRecord | undefined {
    const header = queue.peek(HEADER_LENGTH);
    if (header === undefined) return undefined;
    const type = header.readUInt8(0);
    const length = header.readUInt16BE(3);
    if (type < CONTENT_TYPE.changeCipherSpec || type > CONTENT_TYPE.applicationData || header[1] !== 3) {
      throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: `no TLS record at byte ${position}` });
    }
    if (length > MAX_FRAGMENT_LENGTH) {
      throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: `a record of ${length} bytes` });
    }
    const record = queue.take(HEADER_LENGTH + length);
    if (record === undefined) return undefined;
    position += record.length;
    return { type, header: record.subarray(0, HEADER_LENGTH), fragment: record.subarray(HEADER_LENGTH) };
  }
  return { push: (bytes) => queue.push(bytes), next };
}
