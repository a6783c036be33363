import { randomFillSync } from 'node:crypto';
import { uint, uint16List, vector } from './byte-writer.ts';
import { OFFERED_SUITES } from './cipher-suites.ts';
import { HANDSHAKE_TYPE } from './handshake-messages.ts';
import { EXTENSION } from './hello-extensions.ts';
import { OFFERED_GROUPS } from './key-shares.ts';
import { VERSION } from './protocol-versions.ts';
import { OFFERED_SCHEMES } from './signature-schemes.ts';

export const OFFERED_PROTOCOLS: readonly string[] = ['h2', 'http/1.1'];

/** What differs from hello to hello. */
export interface HelloTerms {
  /** Sent as SNI; undefined: none. */
  readonly serverName: string | undefined;
  /** 64 fresh bytes: the random, and the session id that makes a TLS 1.3 handshake look like resumption (RFC 8446 §D.4). */
  readonly nonce: Buffer;
  readonly keyShare: { readonly group: number; readonly publicKey: Buffer };
  /** What a HelloRetryRequest wants to have back. */
  readonly cookie?: Buffer | undefined;
}

const RANDOM_LENGTH = 32;
const NONCE_LENGTH = 2 * RANDOM_LENGTH;
const NONCES_AT_ONCE = 64;

let nonces = Buffer.alloc(0);

/** Drawn in advance, since asking for each costs more than the bytes do. */
export function drawNonce(): Buffer {
  if (nonces.length === 0) nonces = randomFillSync(Buffer.allocUnsafe(NONCES_AT_ONCE * NONCE_LENGTH));
  const nonce = nonces.subarray(0, NONCE_LENGTH);
  nonces = nonces.subarray(NONCE_LENGTH);
  return nonce;
}

export function clientRandom(nonce: Buffer): Buffer {
  return nonce.subarray(0, RANDOM_LENGTH);
}

function extension(type: number, ...contents: readonly Buffer[]): Buffer {
  return Buffer.concat([uint(type, 2), vector(2, ...contents)]);
}

/** Suites and the null compression. */
const SUITES = Buffer.concat([vector(2, uint16List(OFFERED_SUITES)), Buffer.of(1, 0)]);

/** The extensions that are the same in every hello. */
const COMMON_EXTENSIONS = Buffer.concat([
  extension(EXTENSION.extendedMasterSecret),
  extension(EXTENSION.renegotiationInfo, Buffer.of(0)),
  extension(EXTENSION.supportedGroups, vector(2, uint16List(OFFERED_GROUPS))),
  extension(EXTENSION.ecPointFormats, Buffer.of(1, 0)), // uncompressed
  extension(
    EXTENSION.alpn,
    vector(2, ...OFFERED_PROTOCOLS.map((protocol) => vector(1, Buffer.from(protocol)))),
  ),
  extension(EXTENSION.statusRequest, Buffer.of(1, 0, 0, 0, 0)), // OCSP, from any responder
  extension(EXTENSION.signatureAlgorithms, vector(2, uint16List(OFFERED_SCHEMES))),
  extension(EXTENSION.signedCertificateTimestamps),
  extension(EXTENSION.supportedVersions, vector(1, uint16List(Object.values(VERSION)))),
]);

/** A ClientHello (RFC 8446 §4.1.2) as a handshake message. */
export function writeClientHello({ serverName, nonce, keyShare, cookie }: HelloTerms): Buffer {
  const { group, publicKey } = keyShare;
  const extensions = [
    ...(serverName === undefined ? [] : [serverNameExtension(serverName)]),
    COMMON_EXTENSIONS,
    extension(EXTENSION.keyShare, vector(2, uint(group, 2), vector(2, publicKey))),
    ...(cookie === undefined ? [] : [extension(EXTENSION.cookie, vector(2, cookie))]),
  ];
  const beginning = [
    uint(VERSION.tls12, 2),
    nonce.subarray(0, RANDOM_LENGTH),
    vector(1, nonce.subarray(RANDOM_LENGTH)),
    SUITES,
  ];
  const length = [...beginning, ...extensions].reduce((sum, { length: part }) => sum + part, 4 + 2);
  const body = [...beginning, vector(2, ...extensions, paddingFor(length))];
  return Buffer.concat([uint(HANDSHAKE_TYPE.clientHello, 1), vector(3, ...body)]);
}

function serverNameExtension(serverName: string): Buffer {
  return extension(
    EXTENSION.serverName,
    vector(2, Buffer.of(0), vector(2, Buffer.from(serverName, 'latin1'))),
  );
}

/** Some load balancers hang at a ClientHello of 256 to 511 bytes (RFC 7685). */
function paddingFor(length: number): Buffer {
  if (length < 256 || length > 511) return Buffer.alloc(0);
  const headerLength = 4;
  return extension(EXTENSION.padding, Buffer.alloc(Math.max(512 - length - headerLength, 0)));
}
