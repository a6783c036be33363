import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import type { Certificate } from '../../certificates/certificate.ts';
import { appError } from '../../errors/catalogue.ts';
import { uint, vector } from './byte-writer.ts';
import { clientRandom, drawNonce, writeClientHello } from './client-hello.ts';
import { HANDSHAKE_TYPE, type HandshakeMessage } from './handshake-messages.ts';
import { createHandshakeTranscript, type HandshakeTranscript } from './handshake-transcript.ts';
import { checkAlpn, checkHello, unreadable } from './handshake-checks.ts';
import { readCookie } from './hello-extensions.ts';
import { provesKeyByKeyExchange, provesKeyByTranscript } from './key-proof.ts';
import { FIRST_GROUP, type KeyShares } from './key-shares.ts';
import { createMessageReader, type MessageReader } from './message-reader.ts';
import type { ReceivedFlight } from './parse-flight.ts';
import { VERSION } from './protocol-versions.ts';
import { readKeyShare, type ServerHello } from './server-hello.ts';
import { createFlightCollector, endsFlight, type FlightCollector } from './server-flight.ts';
import { CONTENT_TYPE } from './tls-records.ts';
import { handshakeSecrets, tls13Suite, trafficKey } from './tls13-key-schedule.ts';
import { createRecordDecryptor, sealFirstRecord } from './tls13-protection.ts';

export interface HandshakeTerms {
  /** Sent as SNI unless it is an IP literal. */
  readonly domain: string;
  readonly keyShares: KeyShares;
  /** @throws CERTIFICATE_MALFORMED */
  readonly parse: (der: Buffer) => Certificate;
}

/** What a handshake has come to with the bytes received so far. */
export type HandshakeStep =
  /** `reply` is to be sent; empty: the server is still speaking. */
  { readonly kind: 'more'; readonly reply: Buffer } | FinishedHandshake;

export interface FinishedHandshake extends ReceivedFlight {
  readonly kind: 'finished';
  /** The server has proven to hold the leaf's key. With RSA key exchange it would only do so later. */
  readonly proven: boolean;
  /** A close_notify, for politeness. */
  readonly farewell: Buffer;
}

/** A client's side of a TLS handshake that ends with the server's first flight. No socket: bytes in, bytes out. */
export interface ClientHandshake {
  /** The first bytes to send. */
  readonly opening: Buffer;
  /**
   * Takes the next bytes from the server; not to be called again after it has finished or thrown.
   *
   * @throws TLS_HANDSHAKE_UNREADABLE, CERTIFICATE_LIST_MALFORMED, CERTIFICATE_MALFORMED at what no good server sends,
   *   a fatal alert and a wrong proof included
   */
  receive(bytes: Buffer): HandshakeStep;
}

interface State {
  readonly terms: HandshakeTerms;
  readonly nonce: Buffer;
  readonly transcript: HandshakeTranscript;
  readonly collector: FlightCollector;
  readonly reader: MessageReader;
  /** Of the key share that was sent last. */
  group: number;
  hasRetried: boolean;
  /** The client's handshake traffic secret; undefined before TLS 1.3 is agreed on. */
  clientSecret: Buffer | undefined;
  inboundLength: number;
}

/** A chain of 100 KiB, sent in small padded records, still fits. */
const MAX_INBOUND_BYTES = 256 * 1024;
const NOTHING = Buffer.alloc(0);
/** Level warning (RFC 8446 §6.1). */
const CLOSE_NOTIFY = Buffer.of(1, 0);
/** A ChangeCipherSpec for show, before a second ClientHello (RFC 8446 §D.4). */
const CHANGE_CIPHER_SPEC = Buffer.of(CONTENT_TYPE.changeCipherSpec, 3, 3, 0, 1, 1);

/**
 * Starts a handshake that offers TLS 1.0 to 1.3 and verifies the server's proof of its key: the CertificateVerify
 * of TLS 1.3, the signed ServerKeyExchange of the versions before. It needs much less time than OpenSSL's whole one.
 */
export function startHandshake(terms: HandshakeTerms): ClientHandshake {
  const nonce = drawNonce();
  const hello = writeHello({ terms, nonce, group: FIRST_GROUP });
  const collector = createFlightCollector();
  const state: State = {
    terms,
    nonce,
    transcript: createHandshakeTranscript(hello),
    collector,
    reader: createMessageReader(() => collector.hello()?.version === VERSION.tls13),
    group: FIRST_GROUP,
    hasRetried: false,
    clientSecret: undefined,
    inboundLength: 0,
  };
  return {
    opening: clearRecord(CONTENT_TYPE.handshake, VERSION.tls10, hello),
    receive: (bytes) => receive(state, bytes),
  };
}

function receive(state: State, bytes: Buffer): HandshakeStep {
  const { collector, reader, transcript } = state;
  state.inboundLength += bytes.length;
  if (state.inboundLength > MAX_INBOUND_BYTES) throw unreadable('more than 256 KiB');
  reader.push(bytes);
  let reply: Buffer = NOTHING;
  for (let message = reader.next(); message; message = reader.next()) {
    collector.take(message);
    if (endsFlight(message)) return finish(state, message);
    transcript.add(message.raw);
    const hello = collector.hello();
    if (!hello) throw unreadable('no ServerHello');
    if (message.type !== HANDSHAKE_TYPE.serverHello) continue;
    checkHello(hello);
    if (hello.retry) reply = retry(state, hello);
    else if (hello.version === VERSION.tls13) agreeOnKeys(state, hello);
  }
  return { kind: 'more', reply };
}

/** Answers a HelloRetryRequest (RFC 8446 §4.1.2). */
function retry(state: State, hello: ServerHello): Buffer {
  if (state.hasRetried) throw unreadable('a second HelloRetryRequest');
  state.hasRetried = true;
  state.group = readKeyShare(hello)?.group ?? state.group;
  const second = writeHello({ ...state, cookie: readCookie(hello.extensions, unreadable) });
  state.transcript.foldFirstHello(tls13Suite(hello.cipherSuite).hash);
  state.transcript.add(second);
  return Buffer.concat([CHANGE_CIPHER_SPEC, clearRecord(CONTENT_TYPE.handshake, VERSION.tls12, second)]);
}

function agreeOnKeys(state: State, hello: ServerHello): void {
  const { group, terms, transcript, reader } = state;
  const suite = tls13Suite(hello.cipherSuite);
  const share = readKeyShare(hello);
  if (!share?.keyExchange || share.group !== group) throw unreadable('a key share that was not asked for');
  const sharedSecret = terms.keyShares.agree(group, share.keyExchange);
  const secrets = handshakeSecrets(suite, { sharedSecret, transcriptHash: transcript.hash(suite.hash) });
  state.clientSecret = secrets.client;
  reader.decryptWith(createRecordDecryptor(trafficKey(suite, secrets.server)));
}

/** `last` is a CertificateVerify in TLS 1.3, and a ServerHelloDone before. */
function finish({ collector, clientSecret, ...state }: State, last: HandshakeMessage): FinishedHandshake {
  const flight = collector.flight();
  if (!flight) throw unreadable('no Certificate message');
  checkAlpn(flight);
  const receivedChain = flight.certificates.map((der) => state.terms.parse(der));
  const [leaf] = receivedChain as [Certificate, ...Certificate[]];
  const key = keyOf(leaf);
  const { version, cipherSuite } = flight.hello;
  if (!clientSecret) {
    const proof = provesKeyByKeyExchange(flight, { clientRandom: clientRandom(state.nonce), key });
    if (proof === false) throw wrongProof();
    const farewell = clearRecord(CONTENT_TYPE.alert, version, CLOSE_NOTIFY);
    return { kind: 'finished', flight, receivedChain, proven: proof ?? false, farewell };
  }
  const suite = tls13Suite(cipherSuite);
  const transcriptHash = state.transcript.hash(suite.hash);
  if (!provesKeyByTranscript({ body: last.body, transcriptHash }, key)) throw wrongProof();
  const alert = { type: CONTENT_TYPE.alert, fragment: CLOSE_NOTIFY };
  const farewell = sealFirstRecord(trafficKey(suite, clientSecret), alert);
  return { kind: 'finished', flight, receivedChain, proven: true, farewell };
}

/** @throws TLS_HANDSHAKE_UNREADABLE for a key that OpenSSL cannot read, with which nothing can be proven */
function keyOf(leaf: Certificate): KeyObject {
  try {
    return leaf.x509.publicKey;
  } catch (cause) {
    throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: "the leaf's key cannot be read" }, { cause });
  }
}

interface HelloChoice extends Pick<State, 'terms' | 'nonce' | 'group'> {
  readonly cookie?: Buffer | undefined;
}

/** @throws TLS_HANDSHAKE_UNREADABLE for a group that is not offered */
function writeHello({ terms: { domain, keyShares }, nonce, group, cookie }: HelloChoice): Buffer {
  const publicKey = keyShares.publicKey(group);
  if (!publicKey) throw unreadable(`a retry with the group ${group}, which was not offered`);
  const serverName = isIP(domain) === 0 ? domain : undefined;
  return writeClientHello({ serverName, nonce, keyShare: { group, publicKey }, cookie });
}

function clearRecord(type: number, version: number, fragment: Buffer): Buffer {
  return Buffer.concat([uint(type, 1), uint(version, 2), vector(2, fragment)]);
}

function wrongProof(): Error {
  return unreadable("the server does not prove that it holds the leaf's key");
}
