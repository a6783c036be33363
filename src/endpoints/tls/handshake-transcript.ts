import { createHash } from 'node:crypto';
import { uint, vector } from './byte-writer.ts';
import { HANDSHAKE_TYPE } from './handshake-messages.ts';
import type { Tls13Suite } from './tls13-key-schedule.ts';

/** The handshake messages of both sides, of which TLS 1.3 derives its keys and which it signs (RFC 8446 §4.4.1). */
export interface HandshakeTranscript {
  /** Takes the next message, with its header. */
  add(message: Buffer): void;
  /** Has the first ClientHello stand as its hash, for a HelloRetryRequest follows it. */
  foldFirstHello(hash: Tls13Suite['hash']): void;
  hash(hash: Tls13Suite['hash']): Buffer;
}

export function createHandshakeTranscript(clientHello: Buffer): HandshakeTranscript {
  let messages = [clientHello];
  return {
    add: (message) => void messages.push(message),
    foldFirstHello(hash) {
      const digest = createHash(hash).update(clientHello).digest();
      messages = [uint(HANDSHAKE_TYPE.messageHash, 1), vector(3, digest), ...messages.slice(1)];
    },
    hash(hash) {
      const digest = createHash(hash);
      for (const message of messages) digest.update(message);
      return digest.digest();
    },
  };
}
