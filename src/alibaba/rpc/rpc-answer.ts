import type { z } from 'zod';
import { appError } from '../../errors/catalogue.ts';
import { printable } from '../../errors/printable.ts';
import { type Failure, translateRefusal } from './rpc-errors.ts';
import type { RpcExchange } from './wire.ts';

export type Outcome<T> = { readonly value: T } | Failure;

interface Expectation<T> {
  /** The call as messages name it. */
  readonly call: string;
  readonly endpoint: string;
  readonly schema: z.ZodType<T>;
  /** What RAM calls the action, such as `slb:UploadServerCertificate`; undefined when nobody knows. */
  readonly permission?: string | undefined;
  /** How long an answer was waited for. */
  readonly timeoutMs: number;
}

/** Deeper nesting belongs to no answer and could exhaust the stack. */
const DEEPEST_ANSWER = 32;

/** The answer as `schema` gives it, or the catalogue's error with whether the call may have taken effect. */
export function readAnswer<T>(exchange: RpcExchange, expected: Expectation<T>): Outcome<T> {
  if (exchange.kind === 'lost') return lost(exchange, expected);
  if (exchange.kind === 'oversized') return unexpected('it is longer than 1 MiB', expected, true);
  if (exchange.kind === 'unreadable') return unreadable(exchange.status, expected);
  const { status, refused } = exchange;
  const body = plain(exchange.body);
  if (refused || isFailing(status))
    return translateRefusal(body, { call: expected.call, status, permission: expected.permission });
  return check(body, expected);
}

function lost<T>(
  { connected, code }: Extract<RpcExchange, { kind: 'lost' }>,
  { call, endpoint, timeoutMs }: Expectation<T>,
): Failure {
  const timeout = `no whole answer within ${Math.round(timeoutMs / 100) / 10} s`;
  const reason = code === 'timeout' ? timeout : code;
  // OpenSSL's verdicts on a certificate and Node's errors of TLS; others come from DNS, TCP or HTTP.
  const untrusted = !connected && /CERT|SIGNATURE|^ERR_(TLS|SSL)/.test(code);
  const error = appError(untrusted ? 'CLOUD_ENDPOINT_UNTRUSTED' : 'CLOUD_UNREACHABLE', {
    call,
    endpoint,
    reason,
  });
  return { error, mayHaveTakenEffect: connected };
}

function unreadable<T>(status: number, expected: Expectation<T>): Failure {
  const { call } = expected;
  if (status === 429) return refusedBy('CLOUD_THROTTLED', call, status);
  if (status >= 500) return { ...refusedBy('CLOUD_UNAVAILABLE', call, status), mayHaveTakenEffect: true };
  if (isFailing(status)) return unexpected(`HTTP ${status}, not JSON`, expected, false);
  return {
    error: appError('CLOUD_ANSWER_UNREADABLE', { call, reason: `HTTP ${status}` }),
    mayHaveTakenEffect: true,
  };
}

function refusedBy(code: 'CLOUD_THROTTLED' | 'CLOUD_UNAVAILABLE', call: string, status: number): Failure {
  return { error: appError(code, { call, reason: `HTTP ${status}` }), mayHaveTakenEffect: false };
}

function unexpected<T>(reason: string, { call }: Expectation<T>, mayHaveTakenEffect: boolean): Failure {
  return { error: appError('CLOUD_ANSWER_UNEXPECTED', { call, reason }), mayHaveTakenEffect };
}

function check<T>(body: unknown, expected: Expectation<T>): Outcome<T> {
  const result = expected.schema.safeParse(body);
  if (result.success) return { value: result.data };
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') || 'the whole';
  return unexpected(printable(`${where}: ${issue?.message ?? 'malformed'}`), expected, true);
}

function isFailing(status: number): boolean {
  return status < 200 || status > 299;
}

/** A copy of parsed JSON with ordinary objects, and numbers of 16 to 21 characters as their exact text. */
function plain(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST_ANSWER) return undefined;
  // The SDK gives such numbers as objects of bignumber.js, the only ones in parsed JSON with a function.
  if ('toJSON' in value && typeof value.toJSON === 'function') return String(value.toJSON());
  if (Array.isArray(value)) return value.map((inner) => plain(inner, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, depth + 1)]));
}
