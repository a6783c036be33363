import { appError } from '../../errors/catalogue.ts';
import { createMessageAssembler, type HandshakeMessage } from './handshake-messages.ts';
import { alertName } from './tls-alerts.ts';
import { CONTENT_TYPE, createRecordReader, type TlsRecord } from './tls-records.ts';
import type { InnerPlaintext } from './tls13-protection.ts';

/** The handshake messages in what a server sends, from its first byte on. */
export interface MessageReader {
  push(bytes: Buffer): void;
  /**
   * The next whole message; undefined while there is none, or for ever once a TLS 1.2 server encrypts.
   *
   * @throws TLS_HANDSHAKE_UNREADABLE at a fatal alert and at everything that does not belong into a handshake
   * @throws CERTIFICATE_LIST_MALFORMED at a Certificate message longer than 100 KiB
   */
  next(): HandshakeMessage | undefined;
  /**
   * Everything from the next record on is protected as TLS 1.3 does.
   *
   * @throws TLS_HANDSHAKE_UNREADABLE when a message spans the change of keys (RFC 8446 §5.1)
   */
  decryptWith(decrypt: (record: TlsRecord) => InnerPlaintext): void;
}

const FATAL = 2;

/** `isTls13` says whether the messages so far agreed on TLS 1.3, which sends a ChangeCipherSpec for show (RFC 8446 §D.4). */
export function createMessageReader(isTls13: () => boolean): MessageReader {
  const records = createRecordReader();
  const messages = createMessageAssembler();
  let decrypt: ((record: TlsRecord) => InnerPlaintext) | undefined;
  let encrypted = false;

  function next(): HandshakeMessage | undefined {
    for (;;) {
      const message = messages.next();
      if (message !== undefined || encrypted) return message;
      const record = records.next();
      if (record === undefined) return undefined;
      takeRecord(record);
    }
  }

  function takeRecord(record: TlsRecord): void {
    if (record.type === CONTENT_TYPE.changeCipherSpec) {
      encrypted = !isTls13();
      return;
    }
    const { type, fragment } = decrypt ? decrypt(record) : record;
    if (type === CONTENT_TYPE.handshake) messages.push(fragment);
    else if (type === CONTENT_TYPE.alert) takeAlert(fragment);
    else throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: `a record of type ${type}` });
  }

  return {
    push: (bytes) => records.push(bytes),
    next,
    decryptWith(decryptor) {
      if (!messages.isEmpty()) {
        throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: 'a message that spans a change of keys' });
      }
      decrypt = decryptor;
    },
  };
}

/** A warning, such as unrecognized_name of a server that goes on all the same, says nothing about the handshake. */
function takeAlert([level, number = 0]: Buffer): void {
  if (level !== FATAL) return;
  throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: `the alert ${alertName(number)}` });
}
