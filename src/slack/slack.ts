import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { hasCode } from '../errors/catalogue.ts';
import type { Secret } from '../errors/secret.ts';
import { translateFailure } from './slack-errors.ts';

const REQUEST_MS = 15_000;

export interface SlackAccess {
  /** Of the bot: `xoxb-…`. */
  readonly token: Secret;
  /** `SLACK_API_URL`: https://slack.com/api/, or another host. */
  readonly apiUrl: string;
  /** For how long rate limits are waited out, in all. */
  readonly patienceMs: number;
}

/** A workspace, as a token may use it. */
export interface Slack {
  /**
   * The answer to a call of a method; `does` is for errors, such as `Posting to C012AB3CD`. Rate limits are waited out
   * as long as the patience lasts; nothing else is tried again.
   *
   * @throws every code of `translateFailure`
   */
  call(method: string, options: Readonly<Record<string, unknown>>, does: string): Promise<unknown>;
  /**
   * User ID of the bot; asked for once.
   *
   * @throws every code of `translateFailure`
   */
  self(): Promise<string>;
}

const identity = z.object({ user_id: z.string() });

interface Caller {
  apiCall(method: string, options: Record<string, unknown>): Promise<unknown>;
}

/** Opens a workspace. Nothing is loaded or sent before the first call. */
export function openSlack(access: SlackAccess): Slack {
  let patienceMs = access.patienceMs;
  let client: Promise<Caller> | undefined;
  const attempt = async (
    method: string,
    options: Record<string, unknown>,
    does: string,
  ): Promise<unknown> => {
    client ??= createClient(access);
    try {
      return await (await client).apiCall(method, options);
    } catch (error) {
      throw translateFailure(error, { does, origin: access.apiUrl });
    }
  };
  const call: Slack['call'] = async (method, options, does) => {
    for (;;) {
      try {
        return await attempt(method, { ...options }, does);
      } catch (error) {
        const waitMs = waitOf(error);
        if (waitMs === undefined || waitMs > patienceMs) throw error;
        patienceMs -= waitMs;
        await sleep(waitMs);
      }
    }
  };
  let self: string | undefined;
  return {
    call,
    async self() {
      self ??= identity.parse(await call('auth.test', {}, 'Asking Slack who the bot is')).user_id;
      return self;
    },
  };
}

/** For how long Slack wants no call; undefined: it was not that. */
function waitOf(error: unknown): number | undefined {
  if (!hasCode(error, 'SLACK_RATE_LIMITED')) return undefined;
  const cause: unknown = error.cause;
  const seconds =
    typeof cause === 'object' && cause !== null ? Number(Reflect.get(cause, 'retryAfter')) : NaN;
  return seconds > 0 ? seconds * 1000 : undefined;
}

function silent(): undefined {
  return undefined;
}

/** Loaded late: a run that has nothing to tell needs none of it. */
async function createClient({ token, apiUrl }: SlackAccess): Promise<Caller> {
  const { webApi } = await import('@slack/bolt');
  const level = webApi.LogLevel.ERROR;
  return new webApi.WebClient(token.reveal(), {
    slackApiUrl: apiUrl,
    timeout: REQUEST_MS,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    allowAbsoluteUrls: false,
    // Its lines are not in the words of the house, and failures are thrown anyway.
    logger: {
      debug: silent,
      info: silent,
      warn: silent,
      error: silent,
      setLevel: silent,
      getLevel: () => level,
      setName: silent,
    },
  });
}
