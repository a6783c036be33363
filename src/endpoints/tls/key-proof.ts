import type { KeyObject } from 'node:crypto';
import { appError } from '../../errors/catalogue.ts';
import { createByteReader } from './byte-reader.ts';
import { VERSION } from './protocol-versions.ts';
import type { ServerFlight } from './server-flight.ts';
import { verifiesByScheme, verifiesWithoutScheme } from './signature-schemes.ts';

/** What is put before the hash of a transcript, so that no other signature can stand for it (RFC 8446 §4.4.3). */
const CERTIFICATE_VERIFY_CONTEXT = Buffer.from(`${' '.repeat(64)}TLS 1.3, server CertificateVerify\0`);

interface CertificateVerify {
  readonly body: Buffer;
  /** Of everything up to the Certificate message. */
  readonly transcriptHash: Buffer;
}

/**
 * Whether a CertificateVerify of TLS 1.3 proves possession of the private key that belongs to `key` (RFC 8446 §4.4.3).
 *
 * @throws TLS_HANDSHAKE_UNREADABLE when it is malformed
 */
export function provesKeyByTranscript({ body, transcriptHash }: CertificateVerify, key: KeyObject): boolean {
  const reader = createByteReader(body, malformed);
  const scheme = reader.uint(2);
  const data = Buffer.concat([CERTIFICATE_VERIFY_CONTEXT, transcriptHash]);
  return verifiesByScheme(scheme, 'tls13', { data, signature: reader.vector(2), key });
}

/**
 * Whether the ServerKeyExchange of TLS 1.0 to 1.2 proves possession of the private key that belongs to `key`
 * (RFC 5246 §7.4.3); undefined when keys are exchanged without a signature.
 *
 * @throws TLS_HANDSHAKE_UNREADABLE when it is malformed
 */
export function provesKeyByKeyExchange(
  { hello, keyExchange }: Pick<ServerFlight, 'hello' | 'keyExchange'>,
  { clientRandom, key }: { readonly clientRandom: Buffer; readonly key: KeyObject },
): boolean | undefined {
  if (!keyExchange) return undefined;
  const reader = createByteReader(keyExchange.signed, malformed);
  const data = Buffer.concat([clientRandom, hello.random, keyExchange.parameters]);
  if (hello.version !== VERSION.tls12)
    return verifiesWithoutScheme({ data, signature: reader.vector(2), key });
  const scheme = reader.uint(2);
  return verifiesByScheme(scheme, 'tls12', { data, signature: reader.vector(2), key });
}

function malformed(detail: string): Error {
  return appError('TLS_HANDSHAKE_UNREADABLE', { detail: `in the server's signature, ${detail}` });
}
