import type { ClientName } from '../config/config.ts';
import type { FailureReason, ObservationFailure } from './observation.ts';

/** What users of Chrome see where there is no handshake: net_error_list.h, as Chromium 156 shows them. */
const CHROME: Partial<Record<FailureReason, string>> = {
  refused: 'ERR_CONNECTION_REFUSED',
  reset: 'ERR_CONNECTION_RESET',
  closed: 'ERR_CONNECTION_CLOSED',
  'not-tls': 'ERR_SSL_PROTOCOL_ERROR',
  'tls-alert': 'ERR_SSL_PROTOCOL_ERROR',
};

/** Alerts that Chrome has words of their own for, by the names of RFC 8446 §6. */
const CHROME_ALERTS: Readonly<Record<string, string>> = {
  handshake_failure: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  protocol_version: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  unrecognized_name: 'ERR_SSL_UNRECOGNIZED_NAME_ALERT',
};

/** What users of `client` see of an endpoint that could not be looked at; undefined where we know no words of its own. */
export function failureWordsOf(
  client: ClientName,
  { reason, detail }: ObservationFailure,
): string | undefined {
  if (client !== 'chrome') return undefined;
  return (reason === 'tls-alert' ? CHROME_ALERTS[detail] : undefined) ?? CHROME[reason];
}
