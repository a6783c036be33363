import { printable } from '../../errors/printable.ts';
import type { FailureReason, FailureStage, ObservationFailure } from '../observation.ts';
import type { TimeLimit } from './time-limit.ts';
import { alertName } from '../tls/tls-alerts.ts';

/** What a failure is, apart from how long it took. */
interface Cause {
  readonly stage: FailureStage;
  readonly reason: FailureReason;
  readonly detail: string;
}

/** The failure as data, `detail` made printable, its duration read off `limit`. */
export function failure(limit: TimeLimit, { stage, reason, detail }: Cause): ObservationFailure {
  return { kind: 'failure', stage, reason, detail: printable(detail), durationMs: limit.elapsedMs() };
}

/** Why a TCP connection could not be made. */
export function connectFailure(limit: TimeLimit, error: unknown): ObservationFailure {
  if (limit.signal.aborted) return timeoutFailure(limit, 'connect');
  const code = errorCode(error);
  return failure(limit, { stage: 'connect', reason: CONNECT_REASONS[code] ?? 'unreachable', detail: code });
}

const CONNECT_REASONS: Readonly<Record<string, FailureReason>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ETIMEDOUT: 'timeout',
};

/**
 * Why a TLS connection broke, at `stage`: an alert of the peer, a reset, a close, or else what OpenSSL or
 * the HTTP parser says.
 */
export function brokenConnection(
  limit: TimeLimit,
  stage: 'tls' | 'http',
  error: unknown,
): ObservationFailure {
  if (limit.signal.aborted) return timeoutFailure(limit, stage);
  const alert = alertNumber(error);
  if (alert !== undefined) {
    return failure(limit, { stage: 'tls', reason: 'tls-alert', detail: alertName(alert) });
  }
  const code = errorCode(error);
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    // Node gives the code of a reset to an orderly close too, but only a reset comes from a system call.
    const reset = error instanceof Error && 'syscall' in error;
    return failure(limit, { stage, reason: reset ? 'reset' : 'closed', detail: reset ? code : 'FIN' });
  }
  const reason = stage === 'http' && !code.startsWith('ERR_SSL_') ? 'http-error' : 'tls-error';
  return failure(limit, { stage, reason, detail: errorReason(error) ?? code });
}

export function timeoutFailure(limit: TimeLimit, stage: FailureStage): ObservationFailure {
  return failure(limit, { stage, reason: 'timeout', detail: 'no answer in time' });
}

/** The error's `code`, else its message. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** What OpenSSL or the HTTP parser calls the problem, such as `unsupported protocol`; undefined if neither spoke. */
function errorReason(error: unknown): string | undefined {
  return error instanceof Error && 'reason' in error && typeof error.reason === 'string'
    ? error.reason
    : undefined;
}

/** OpenSSL names alerts differently from version to version, but always ends with their number. */
function alertNumber(error: unknown): number | undefined {
  const number = error instanceof Error ? /SSL alert number (\d+)/.exec(error.message)?.[1] : undefined;
  return number === undefined ? undefined : Number(number);
}
