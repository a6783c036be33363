import { type ByteReader, createByteReader } from './byte-reader.ts';

/** ExtensionType (RFC 8446 §4.2). */
export const EXTENSION = {
  serverName: 0,
  statusRequest: 5,
  supportedGroups: 10,
  ecPointFormats: 11,
  signatureAlgorithms: 13,
  alpn: 16,
  signedCertificateTimestamps: 18,
  padding: 21,
  extendedMasterSecret: 23,
  supportedVersions: 43,
  cookie: 44,
  keyShare: 51,
  renegotiationInfo: 0xff01,
} as const;

/** Contents of extensions by type. */
export type ExtensionMap = ReadonlyMap<number, Buffer>;

/** Makes the error that a malformed message is. */
export type Malformed = (detail: string) => Error;

/**
 * Reads a vector of Extension; of an extension sent twice, which is forbidden, the last one counts.
 *
 * @throws what `malformed` makes
 */
export function readExtensions(reader: ByteReader, malformed: Malformed): ExtensionMap {
  const extensions = new Map<number, Buffer>();
  const list = createByteReader(reader.vector(2), malformed);
  while (list.remaining() > 0) {
    const type = list.uint(2);
    extensions.set(type, list.vector(2));
  }
  return extensions;
}

/**
 * The protocol that a server chose in ALPN (RFC 7301 §3.1); undefined without the extension.
 *
 * @throws what `malformed` makes
 */
export function readAlpn(extensions: ExtensionMap, malformed: Malformed): string | undefined {
  const value = extensions.get(EXTENSION.alpn);
  if (value === undefined) return undefined;
  const names = createByteReader(createByteReader(value, malformed).vector(2), malformed);
  return names.vector(1).toString('latin1');
}

/**
 * What a HelloRetryRequest wants to have back (RFC 8446 §4.2.2); undefined without the extension.
 *
 * @throws what `malformed` makes
 */
export function readCookie(extensions: ExtensionMap, malformed: Malformed): Buffer | undefined {
  const value = extensions.get(EXTENSION.cookie);
  return value && createByteReader(value, malformed).vector(2);
}
