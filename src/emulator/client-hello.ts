const HANDSHAKE_RECORD = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME_EXTENSION = 0;
const RECORD_HEADER = 5;
/** More than any real client sends, its post-quantum key shares included. */
const LONGEST_HELLO = 65_536;

export type ClientHello =
  | { readonly kind: 'incomplete' }
  /** Not the beginning of a TLS connection, or not one that can be understood. */
  | { readonly kind: 'malformed' }
  /** `serverName`: lower-case; undefined when the client sent none. */
  | { readonly kind: 'hello'; readonly serverName: string | undefined };

/**
 * Reads the server name (RFC 6066 §3) from the first bytes of a connection. `received` is everything so
 * far; the hello may be spread over several records (RFC 8446 §5.1).
 */
export function readClientHello(received: Buffer): ClientHello {
  const hello = handshakeMessage(received);
  if (hello === 'malformed' || received.length > LONGEST_HELLO) return { kind: 'malformed' };
  if (hello === 'incomplete') return { kind: 'incomplete' };
  try {
    return { kind: 'hello', serverName: serverName(hello) };
  } catch {
    // A length points beyond the end, as Buffer's readers report by throwing.
    return { kind: 'malformed' };
  }
}

/** Body of the ClientHello. */
function handshakeMessage(received: Buffer): Buffer | 'incomplete' | 'malformed' {
  const fragments: Buffer[] = [];
  let offset = 0;
  while (offset < received.length) {
    if (received[offset] !== HANDSHAKE_RECORD) return 'malformed';
    if (received.length < offset + RECORD_HEADER) return 'incomplete';
    const end = offset + RECORD_HEADER + received.readUInt16BE(offset + 3);
    fragments.push(received.subarray(offset + RECORD_HEADER, end));
    offset = end;
  }
  const message = Buffer.concat(fragments);
  if (message.length < 4) return 'incomplete';
  if (message[0] !== CLIENT_HELLO) return 'malformed';
  const length = message.readUIntBE(1, 3);
  return message.length < 4 + length ? 'incomplete' : message.subarray(4, 4 + length);
}

/** RFC 8446 §4.1.2: version 2, random 32, session id <1>, cipher suites <2>, compression <1>, extensions <2>. */
function serverName(hello: Buffer): string | undefined {
  let offset = 34;
  offset += 1 + hello.readUInt8(offset);
  offset += 2 + hello.readUInt16BE(offset);
  offset += 1 + hello.readUInt8(offset);
  if (offset === hello.length) return undefined;
  const end = offset + 2 + hello.readUInt16BE(offset);
  offset += 2;
  while (offset < end) {
    const type = hello.readUInt16BE(offset);
    const length = hello.readUInt16BE(offset + 2);
    if (type === SERVER_NAME_EXTENSION) {
      // ServerNameList <2> of: type 1 (0 = host_name), name <2>.
      const nameLength = hello.readUInt16BE(offset + 7);
      return hello.toString('ascii', offset + 9, offset + 9 + nameLength).toLowerCase();
    }
    offset += 4 + length;
  }
  return undefined;
}
