import { appError } from '../../errors/catalogue.ts';
import { createByteReader } from './byte-reader.ts';
import { keyExchangeOf } from './cipher-suites.ts';

/** A ServerKeyExchange message of TLS 1.0 to 1.2. */
export interface ServerKeyExchange {
  /** Number in TLS Supported Groups; undefined when it is no named one. */
  readonly group: number | undefined;
  /** What is signed, besides both randoms. */
  readonly parameters: Buffer;
  /** What follows the parameters: the signature, in TLS 1.2 after its scheme. */
  readonly signed: Buffer;
}

/** ECCurveType (RFC 8422 §5.4). */
const NAMED_CURVE = 3;

/**
 * Parses a ServerKeyExchange (RFC 5246 §7.4.3, RFC 8422 §5.4); undefined when the suite does not say how.
 *
 * @throws TLS_HANDSHAKE_UNREADABLE
 */
export function parseServerKeyExchange(body: Buffer, cipherSuite: number): ServerKeyExchange | undefined {
  const reader = createByteReader(body, malformed);
  const keyExchange = keyExchangeOf(cipherSuite);
  if (keyExchange !== 'ecdhe' && keyExchange !== 'dhe') return undefined;
  let group: number | undefined;
  if (keyExchange === 'ecdhe') {
    const curveType = reader.uint(1);
    if (curveType !== NAMED_CURVE) throw malformed(`a curve of type ${curveType}`);
    group = reader.uint(2);
    reader.vector(1); // the server's public key
  } else {
    for (let part = 0; part < 3; part += 1) reader.vector(2); // p, g, the server's public key
  }
  const end = body.length - reader.remaining();
  return { group, parameters: body.subarray(0, end), signed: body.subarray(end) };
}

function malformed(detail: string): Error {
  return appError('TLS_HANDSHAKE_UNREADABLE', { detail: `in the ServerKeyExchange, ${detail}` });
}
