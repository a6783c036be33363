import type { AppError } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import { redact } from '../errors/redaction.ts';

const TOKEN =
  /^(invalid_auth|not_authed|token_revoked|token_expired|account_inactive|not_allowed_token_type|org_login_required)$/;
const CHANNEL = /^(channel_not_found|is_archived|invalid_channel|channel_type_not_supported)$/;
const MEMBER = /^(not_in_channel|restricted_action.*)$/;
const GONE = /^(message_not_found|thread_not_found|cant_update_message|edit_window_closed)$/;
const OUTAGE =
  /^(internal_error|fatal_error|service_unavailable|team_added_to_org|request_timeout|accesslimited)$/;

/** One answer that was not the wanted one. `does`: what was being done, such as `Posting to C012AB3CD`. */
interface Attempt {
  readonly does: string;
  readonly origin: string;
}

/**
 * The catalogue's error for what a call of Slack's client threw; any other error as it is.
 *
 * Codes: SLACK_TOKEN_REFUSED, SLACK_NOT_IN_CHANNEL, SLACK_CHANNEL_NOT_FOUND, SLACK_SCOPE_MISSING, SLACK_MESSAGE_GONE,
 * SLACK_RATE_LIMITED, SLACK_UNAVAILABLE, SLACK_UNREACHABLE, SLACK_REFUSED.
 */
export function translateFailure(error: unknown, { does, origin }: Attempt): unknown {
  const occurrence = { cause: error };
  switch (field(error, 'code')) {
    case 'slack_webapi_platform_error':
      return translateAnswer(error, does);
    case 'slack_webapi_rate_limited_error':
      return appError(
        'SLACK_RATE_LIMITED',
        { does, seconds: Number(field(error, 'retryAfter')) },
        occurrence,
      );
    case 'slack_webapi_http_error': {
      const status = Number(field(error, 'statusCode'));
      const code = status >= 500 ? 'SLACK_UNAVAILABLE' : 'SLACK_REFUSED';
      return appError(code, { does, reason: `HTTP ${status}` }, occurrence);
    }
    case 'slack_webapi_request_error':
      return appError('SLACK_UNREACHABLE', { does, origin, reason: reasonOf(error) }, occurrence);
    default:
      return error;
  }
}

/** As `translateFailure`, for what opening Socket Mode threw: it is the app-level token that Slack looks at there. */
export function translateSocketFailure(error: unknown, origin: string): unknown {
  const answer = String(field(field(error, 'data'), 'error'));
  if (TOKEN.test(answer)) return appError('SLACK_APP_TOKEN_REFUSED', { reason: answer }, { cause: error });
  return translateFailure(error, { does: 'Opening Socket Mode', origin });
}

function translateAnswer(error: unknown, does: string): AppError {
  const data = field(error, 'data');
  const answer = String(field(data, 'error'));
  const details = { does, reason: shown(answer) };
  const occurrence = { cause: error };
  if (answer === 'missing_scope') {
    const needed = field(data, 'needed');
    const scope = typeof needed === 'string' ? shown(needed) : 'that this call needs';
    return appError('SLACK_SCOPE_MISSING', { does, needed: scope }, occurrence);
  }
  if (/^rate_?limited$/.test(answer))
    return appError('SLACK_RATE_LIMITED', { does, seconds: 60 }, occurrence);
  if (TOKEN.test(answer)) return appError('SLACK_TOKEN_REFUSED', details, occurrence);
  if (MEMBER.test(answer)) return appError('SLACK_NOT_IN_CHANNEL', details, occurrence);
  if (CHANNEL.test(answer)) return appError('SLACK_CHANNEL_NOT_FOUND', details, occurrence);
  if (GONE.test(answer)) return appError('SLACK_MESSAGE_GONE', details, occurrence);
  return appError(OUTAGE.test(answer) ? 'SLACK_UNAVAILABLE' : 'SLACK_REFUSED', details, occurrence);
}

function reasonOf(error: unknown): string {
  const original = field(error, 'original');
  const cause = field(original, 'cause');
  const texts = [original, cause].map((each) => (each instanceof Error ? each.message : ''));
  return shown(texts.filter((text) => text !== '').join(': '));
}

function shown(text: string): string {
  return printable(redact(text).replaceAll(/\s+/g, ' '));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
