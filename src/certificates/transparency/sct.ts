/** How an SCT reaches a client (RFC 6962 §3.3). */
export type SctSource = 'certificate' | 'tls' | 'ocsp';

/** A signed certificate timestamp, version 1 (RFC 6962 §3.2). Its signature is not verified. */
export interface Sct {
  readonly source: SctSource;
  readonly version: 1;
  /** SHA-256 of the log's key, 64 lower-case hexadecimal digits. */
  readonly logId: string;
  readonly timestamp: Date;
  /** CtExtensions, not looked into; most logs leave them empty. */
  readonly extensions: Buffer;
  readonly signatureAlgorithm: 'ecdsa-sha256' | 'rsa-sha256';
  readonly signature: Buffer;
}

/** The SCTs that can be read, in order, and why what else is there cannot. */
export interface SctList {
  readonly scts: readonly Sct[];
  readonly faults: readonly string[];
}

/** What logs sign with (RFC 6962 §2.1.4), as hash and signature algorithm of TLS 1.2 (RFC 5246 §7.4.1.4.1). */
const SIGNATURE_ALGORITHMS: Readonly<Record<number, Sct['signatureAlgorithm']>> = {
  0x0401: 'rsa-sha256',
  0x0403: 'ecdsa-sha256',
};

/** The last millisecond that a Date can hold. */
const MAX_DATE_MS = 8_640_000_000_000_000n;
/** Octets of the fields before the extensions: version, log, time. */
const LOG_ID_END = 1 + 32;
const TIMESTAMP_END = LOG_ID_END + 8;

/** Octets that are not laid out as they should be. It does not leave this file. */
class SctError extends Error {
  override readonly name = 'SctError';
}

/**
 * Reads a SignedCertificateTimestampList (RFC 6962 §3.3), its length field included, as the TLS extension holds it. Each
 * SCT stands in a frame of its own, so that clients pass over those of a kind they do not know. Never throws.
 */
export function parseSctList(bytes: Uint8Array, source: SctSource): SctList {
  const scts: Sct[] = [];
  const faults: string[] = [];
  // A copy: the bytes may belong to a socket's buffer.
  for (const frame of readFrames(Buffer.from(bytes), faults)) {
    try {
      scts.push(readSct(frame, source));
    } catch (error) {
      if (!(error instanceof SctError)) throw error;
      faults.push(error.message);
    }
  }
  return { scts, faults };
}

/** The frames of a list, as far as they are whole; what is wrong with the list goes to `faults`. */
function readFrames(bytes: Buffer, faults: string[]): readonly Buffer[] {
  const frames: Buffer[] = [];
  try {
    const list = takeVector(bytes, 0);
    if (list.end !== bytes.length) throw new SctError('octets follow the list of SCTs');
    if (list.content.length === 0) throw new SctError('an empty list of SCTs');
    for (let offset = 0; offset < list.content.length;) {
      const { content, end } = takeVector(list.content, offset);
      frames.push(content);
      offset = end;
    }
  } catch (error) {
    if (!(error instanceof SctError)) throw error;
    faults.push(error.message);
  }
  return frames;
}

/** @throws SctError */
function readSct(frame: Buffer, source: SctSource): Sct {
  const [version] = frame;
  if (version === undefined) throw new SctError('an empty SCT');
  if (version !== 0) throw new SctError(`an SCT of version ${version + 1}`);
  if (frame.length < TIMESTAMP_END) throw new SctError('an SCT that ends early');
  const milliseconds = frame.readBigUInt64BE(LOG_ID_END);
  if (milliseconds > MAX_DATE_MS) throw new SctError('an SCT of a time that does not exist');
  const extensions = takeVector(frame, TIMESTAMP_END);
  const signature = takeVector(frame, extensions.end + 2);
  if (signature.end !== frame.length) throw new SctError('octets follow the signature of an SCT');
  const algorithm = frame.readUInt16BE(extensions.end);
  const signatureAlgorithm = SIGNATURE_ALGORITHMS[algorithm];
  if (!signatureAlgorithm) throw new SctError(`an SCT with signature algorithm ${algorithm}`);
  return {
    source,
    version: 1,
    logId: frame.toString('hex', 1, LOG_ID_END),
    timestamp: new Date(Number(milliseconds)),
    extensions: extensions.content,
    signatureAlgorithm,
    signature: signature.content,
  };
}

/** A vector with a length field of two octets (RFC 8446 §3.4), and where it ends. @throws SctError */
function takeVector(bytes: Buffer, start: number): { readonly content: Buffer; readonly end: number } {
  if (start + 2 > bytes.length) throw new SctError('an SCT or a list of them that ends early');
  const end = start + 2 + bytes.readUInt16BE(start);
  if (end > bytes.length) throw new SctError('an SCT or a list of them that ends early');
  return { content: bytes.subarray(start + 2, end), end };
}
