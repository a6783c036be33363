import type { AppError } from '../errors/app-error.ts';
import { appError, type Occurrence } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import { redact } from '../errors/redaction.ts';

/** A permission as a workflow grants it. */
export type Permission = `${'contents' | 'pull-requests'}: ${'read' | 'write'}`;

/** One thing that is asked of GitHub, for its errors. */
export interface Step {
  /** What is being done, such as `Reading the state branch of acme/shop`. */
  readonly does: string;
  /** What the token needs for it. */
  readonly needs: Permission;
}

interface Answer {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Undefined: no answer came. */
  readonly body: unknown;
}

/** GitHub's words for a change that came after somebody else's; their statuses are 409 and 422 alike. */
const LATE =
  /does not match|expected to be at|is at \w+ but expected|"sha" wasn't supplied|reference already exists|not a fast.?forward|pull request already exists|already_exists|reference does not exist/i;
const RULE = /rule violation|protected branch|changes must be made through a pull request|cannot force-push/i;

/**
 * The catalogue's error for what a call of Octokit threw. `origin` is the URL of the API.
 *
 * Codes: GITHUB_TOKEN_REFUSED, GITHUB_PERMISSION, GITHUB_PULL_REQUESTS_FORBIDDEN, GITHUB_NOT_FOUND,
 * GITHUB_RATE_LIMITED, GITHUB_CONFLICT, GITHUB_BRANCH_PROTECTED, GITHUB_UNAVAILABLE, GITHUB_UNREACHABLE, GITHUB_REFUSED.
 */
export function translateFailure(error: unknown, step: Step, origin: string): unknown {
  const answer = readAnswer(error);
  if (!answer) return error;
  const id = answer.headers['x-github-request-id'];
  const occurrence = { cause: error, requestId: typeof id === 'string' ? printable(id, 64) : undefined };
  if (answer.body === undefined) {
    return appError('GITHUB_UNREACHABLE', { does: step.does, reason: answer.reason, origin }, occurrence);
  }
  return translateAnswer(answer, step, occurrence);
}

function translateAnswer(answer: Answer, step: Step, occurrence: Occurrence): AppError {
  const { status, reason } = answer;
  const details = { does: step.does, reason };
  const until = limitedUntil(answer);
  if (until !== undefined) return appError('GITHUB_RATE_LIMITED', { ...details, until }, occurrence);
  if (status === 401) return appError('GITHUB_TOKEN_REFUSED', details, occurrence);
  if (/not permitted to create or approve pull requests/i.test(reason)) {
    return appError('GITHUB_PULL_REQUESTS_FORBIDDEN', details, occurrence);
  }
  if (RULE.test(reason)) return appError('GITHUB_BRANCH_PROTECTED', details, occurrence);
  if (status === 403) {
    return appError(
      'GITHUB_PERMISSION',
      { ...details, missing: missingPermission(answer, step) },
      occurrence,
    );
  }
  if (status === 404) return appError('GITHUB_NOT_FOUND', details, occurrence);
  if ((status === 409 || status === 422) && LATE.test(reason)) {
    return appError('GITHUB_CONFLICT', details, occurrence);
  }
  return appError(status >= 500 ? 'GITHUB_UNAVAILABLE' : 'GITHUB_REFUSED', details, occurrence);
}

/**
 * What the header names, in the words of a workflow: `contents=write; …` is several sets of which one suffices.
 * GitHub names it to installation tokens and fine-grained tokens alone.
 */
function missingPermission({ headers }: Answer, { needs }: Step): string {
  const accepted = headers['x-accepted-github-permissions'];
  const first = typeof accepted === 'string' ? accepted.split(';', 1)[0] : undefined;
  if (first === undefined || !/^[a-z_]+=[a-z]+(, ?[a-z_]+=[a-z]+)*$/.test(first.trim())) return needs;
  return first.trim().replaceAll('_', '-').replaceAll('=', ': ').replaceAll(/, ?/g, ', ');
}

/** When calls are accepted again, as text; undefined: they were not refused for their number. */
function limitedUntil({ status, reason, headers }: Answer): string | undefined {
  if (status !== 403 && status !== 429 && status !== 200) return undefined;
  if (/secondary rate limit|abuse detection/i.test(reason)) {
    const seconds = Number(headers['retry-after']);
    return seconds > 0 ? `${seconds} s have passed` : 'some minutes have passed';
  }
  if (headers['x-ratelimit-remaining'] === '0' || /rate.?limit/i.test(reason)) {
    const reset = Number(headers['x-ratelimit-reset']);
    return reset > 0 ? new Date(reset * 1000).toISOString() : 'its limit is reset';
  }
  return status === 429 ? 'some minutes have passed' : undefined;
}

/** Octokit's RequestError and GraphqlResponseError, told by their shape; undefined for any other error. */
function readAnswer(error: unknown): Answer | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = field(error, 'status');
  if (typeof status === 'number') {
    const response = field(error, 'response');
    const body = response === undefined ? undefined : (field(response, 'data') ?? '');
    return {
      status,
      body,
      reason: reasonOf(error, status, body),
      headers: record(field(response, 'headers')),
    };
  }
  const errors = field(error, 'errors');
  if (error.name !== 'GraphqlResponseError' || !Array.isArray(errors)) return undefined;
  const refused = errors.some((item) => /FORBIDDEN|INSUFFICIENT_SCOPES/.test(String(field(item, 'type'))));
  return {
    status: refused ? 403 : 200,
    body: errors,
    reason: shown(error.message),
    headers: record(field(error, 'headers')),
  };
}

function reasonOf(error: Error, status: number, body: unknown): string {
  if (body === undefined) {
    const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return shown(`${error.message}${cause}`);
  }
  const message = field(body, 'message');
  const errors = field(body, 'errors');
  const parts = Array.isArray(errors)
    ? errors.map((item) =>
        typeof item === 'string' ? item : (field(item, 'message') ?? field(item, 'code')),
      )
    : [];
  return shown([`HTTP ${status}`, message, ...parts].filter((part) => typeof part === 'string').join(': '));
}

function shown(text: string): string {
  return printable(redact(text).replaceAll(/\s+/g, ' '), 300);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
