import { appError } from '../../errors/catalogue.ts';
import { createByteReader } from './byte-reader.ts';
import {
  type CertificateMessage,
  parseCertificateStatus,
  parseTls12Certificates,
  parseTls13Certificates,
} from './certificate-message.ts';
import { HANDSHAKE_TYPE, type HandshakeMessage } from './handshake-messages.ts';
import { EXTENSION, readAlpn, readExtensions } from './hello-extensions.ts';
import { VERSION } from './protocol-versions.ts';
import { parseServerHello, readKeyShare, type ServerHello } from './server-hello.ts';
import { parseServerKeyExchange, type ServerKeyExchange } from './server-key-exchange.ts';

/** What a server says of itself before it waits for the client, up to and with the proof of its leaf's key. */
export interface ServerFlight extends CertificateMessage {
  readonly hello: ServerHello;
  /** Number in TLS Supported Groups; undefined: keys are exchanged without a named group. */
  readonly group: number | undefined;
  readonly alpn: string | undefined;
  readonly clientCertificateRequested: boolean;
  /** TLS 1.0 to 1.2; undefined for the key exchange of RSA, which has none. */
  readonly keyExchange: ServerKeyExchange | undefined;
}

/** Puts a flight together, message by message. */
export interface FlightCollector {
  /**
   * Takes the next message.
   *
   * @throws TLS_HANDSHAKE_UNREADABLE, CERTIFICATE_LIST_MALFORMED when it is malformed
   */
  take(message: HandshakeMessage): void;
  /** The last ServerHello or HelloRetryRequest; undefined before the first. */
  hello(): ServerHello | undefined;
  /** The flight as far as it has come; undefined before the certificates. */
  flight(): ServerFlight | undefined;
}

export function createFlightCollector(): FlightCollector {
  let hello: ServerHello | undefined;
  let alpn: string | undefined;
  let list: CertificateMessage | undefined;
  let keyExchange: ServerKeyExchange | undefined;
  let ocspStaple: Buffer | undefined;
  let clientCertificateRequested = false;

  function take({ type, body }: HandshakeMessage): void {
    switch (type) {
      case HANDSHAKE_TYPE.serverHello:
        if (hello && !hello.retry) throw malformed('a second ServerHello');
        hello = parseServerHello(body);
        alpn = readAlpn(hello.extensions, malformed);
        break;
      case HANDSHAKE_TYPE.encryptedExtensions:
        alpn = readAlpn(readExtensions(createByteReader(body, malformed), malformed), malformed);
        break;
      case HANDSHAKE_TYPE.certificateRequest:
        clientCertificateRequested = true;
        break;
      case HANDSHAKE_TYPE.certificate:
        if (list) throw malformed('a second Certificate message');
        list = parseCertificates(body, hello);
        break;
      case HANDSHAKE_TYPE.certificateStatus:
        ocspStaple = parseCertificateStatus(body);
        break;
      case HANDSHAKE_TYPE.serverKeyExchange:
        keyExchange = hello && parseServerKeyExchange(body, hello.cipherSuite);
        break;
      // What else there is says nothing about the endpoint.
    }
  }

  function flight(): ServerFlight | undefined {
    if (!hello || !list) return undefined;
    const group = hello.version === VERSION.tls13 ? readKeyShare(hello)?.group : keyExchange?.group;
    const staple = ocspStaple ?? list.ocspStaple;
    return { ...list, ocspStaple: staple, hello, group, alpn, clientCertificateRequested, keyExchange };
  }

  return { take, hello: () => hello, flight };
}

/** Whether a server waits for the client after this message, or has at least proven to hold the leaf's key. */
export function endsFlight({ type }: HandshakeMessage): boolean {
  return type === HANDSHAKE_TYPE.serverHelloDone || type === HANDSHAKE_TYPE.certificateVerify;
}

/** TLS 1.2 sends SCTs in the ServerHello (RFC 6962 §3.3.1), TLS 1.3 with the leaf. */
function parseCertificates(body: Buffer, hello: ServerHello | undefined): CertificateMessage {
  if (hello?.version === VERSION.tls13) return parseTls13Certificates(body);
  const sctList = hello?.extensions.get(EXTENSION.signedCertificateTimestamps);
  return { certificates: parseTls12Certificates(body), ocspStaple: undefined, sctList };
}

function malformed(detail: string): Error {
  return appError('TLS_HANDSHAKE_UNREADABLE', { detail: `in the server's first flight, ${detail}` });
}
