import type { ClientName } from '../config/config.ts';
import type { FailureReason, ObservationFailure } from './observation.ts';

/** What the users of one client see where there is no handshake. */
interface FailureWords {
  readonly reasons: Partial<Record<FailureReason, string>>;
  /** Of alerts, by the names of RFC 8446 §6, before those of the reason `tls-alert`. */
  readonly alerts: Readonly<Record<string, string>>;
  /** Of an answer in plain HTTP, before those of the reason `not-tls`. */
  readonly plainHttp?: string;
}

const HANDSHAKE = 'javax.net.ssl.SSLHandshakeException';

/** Clients that are not here have no words that we know; each table as the real program was seen to answer. */
const WORDS: Partial<Record<ClientName, FailureWords>> = {
  // net_error_list.h, Chromium 156.
  chrome: {
    reasons: {
      refused: 'ERR_CONNECTION_REFUSED',
      reset: 'ERR_CONNECTION_RESET',
      closed: 'ERR_CONNECTION_CLOSED',
      'not-tls': 'ERR_SSL_PROTOCOL_ERROR',
      'tls-alert': 'ERR_SSL_PROTOCOL_ERROR',
    },
    alerts: {
      handshake_failure: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
      protocol_version: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
      unrecognized_name: 'ERR_SSL_UNRECOGNIZED_NAME_ALERT',
    },
  },
  // Firefox 153.
  firefox: {
    reasons: {
      refused: 'NS_ERROR_CONNECTION_REFUSED',
      reset: 'PR_CONNECT_RESET_ERROR',
      closed: 'PR_END_OF_FILE_ERROR',
    },
    alerts: {
      handshake_failure: 'SSL_ERROR_NO_CYPHER_OVERLAP',
      protocol_version: 'SSL_ERROR_PROTOCOL_VERSION_ALERT',
      unrecognized_name: 'SSL_ERROR_UNRECOGNIZED_NAME_ALERT',
      internal_error: 'SSL_ERROR_INTERNAL_ERROR_ALERT',
    },
    plainHttp: 'SSL_ERROR_RX_RECORD_TOO_LONG',
  },
  // curl 7.88 with OpenSSL 3.0.
  openssl: {
    reasons: {
      refused: "Couldn't connect to server",
      reset: 'Recv failure: Connection reset by peer',
      closed: 'OpenSSL SSL_connect: SSL_ERROR_SYSCALL',
      'not-tls': 'wrong version number',
    },
    alerts: {
      handshake_failure: 'sslv3 alert handshake failure',
      protocol_version: 'tlsv1 alert protocol version',
      unrecognized_name: 'tlsv1 unrecognized name',
      internal_error: 'tlsv1 alert internal error',
    },
  },
  // JDK 17.
  java: {
    reasons: {
      refused: 'java.net.ConnectException: Connection refused',
      reset: 'java.net.SocketException: Connection reset',
      closed: `${HANDSHAKE}: Remote host terminated the handshake`,
      'not-tls': 'javax.net.ssl.SSLException: Unsupported or unrecognized SSL message',
    },
    alerts: {
      handshake_failure: `${HANDSHAKE}: Received fatal alert: handshake_failure`,
      protocol_version: `${HANDSHAKE}: Received fatal alert: protocol_version`,
      unrecognized_name: `${HANDSHAKE}: Received fatal alert: unrecognized_name`,
      internal_error: 'javax.net.ssl.SSLException: Received fatal alert: internal_error',
    },
  },
};

/** What users of `client` see of an endpoint that could not be looked at; undefined where we know no words of its own. */
export function failureWordsOf(
  client: ClientName,
  { reason, detail }: ObservationFailure,
): string | undefined {
  const words = WORDS[client];
  if (!words) return undefined;
  const { reasons, alerts, plainHttp } = words;
  const narrower =
    reason === 'tls-alert'
      ? alerts[detail]
      : reason === 'not-tls' && detail.startsWith('HTTP/')
        ? plainHttp
        : undefined;
  return narrower ?? reasons[reason];
}
