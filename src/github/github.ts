import { setTimeout as sleep } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { appError } from '../errors/catalogue.ts';
import type { Secret } from '../errors/secret.ts';
import { type Step, translateFailure } from './github-errors.ts';
import { NOTIFICATIONS, type Pace, paceOf, WRITES } from './write-pace.ts';

/** Longer waits are left to the next run: a scheduled job is paid by the minute. */
const LONGEST_WAIT_S = 60;
const REQUEST_MS = 30_000;

/** A client of GitHub's API with the methods of its endpoints. */
export type Octokit = ReturnType<typeof getOctokit>;
type Options = NonNullable<Parameters<typeof getOctokit>[1]>;
type WriteGroup = NonNullable<NonNullable<Options['throttle']>['write']>;

export interface GitHubAccess {
  readonly token: Secret;
  /** `GITHUB_API_URL`: https://api.github.com, or https://HOST/api/v3 of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** `GITHUB_REPOSITORY`: owner/name. */
  readonly repository: string;
  /** How long to wait before a call is repeated and between writes, where it is not what GitHub asks for. */
  readonly waiting?: Pick<Options, 'retry' | 'throttle'>;
}

/** One repository, as a token may use it. */
export interface GitHub {
  /** For parameters of the calls. */
  readonly repository: { readonly owner: string; readonly repo: string };
  /** `owner/name`. */
  readonly fullName: string;
  readonly token: Secret;
  /**
   * What `run` gives. Reads and repeatable writes that meet an outage or a rate limit are tried again first.
   *
   * @throws every code of `translateFailure`
   */
  call<T>(step: Step, run: (octokit: Octokit) => Promise<T>): Promise<T>;
}

/**
 * Opens a repository. Nothing is sent before the first call. Proxies are taken from the environment.
 *
 * @throws GITHUB_REPOSITORY_UNNAMED
 */
export function openGitHub(access: GitHubAccess): GitHub {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(access.repository) ?? [];
  if (owner === undefined || repo === undefined) {
    throw appError('GITHUB_REPOSITORY_UNNAMED', { actual: JSON.stringify(access.repository) });
  }
  const baseUrl = access.apiUrl.replace(/\/+$/, '');
  const octokit = createOctokit(access, baseUrl);
  return {
    repository: { owner, repo },
    fullName: access.repository,
    token: access.token,
    async call(step, run) {
      try {
        return await run(octokit);
      } catch (error) {
        throw translateFailure(error, step, baseUrl);
      }
    },
  };
}

function createOctokit({ token, waiting }: GitHubAccess, baseUrl: string): Octokit {
  const options: Options = {
    baseUrl,
    userAgent: 'airec-https',
    // What is worth saying is in the errors.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    retry: {
      // Nothing will change by itself in a conflict, and the callers know how to go on.
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
      ...waiting?.retry,
    },
    throttle: {
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
      write: groupOf(WRITES),
      notifications: groupOf(NOTIFICATIONS),
      ...waiting?.throttle,
    },
  };
  return getOctokit(token.reveal(), options, limitDuration, retry, throttling);
}

/** Its own groups would let one or three seconds pass between any two writes, of which most runs have few. */
function groupOf(pace: Pace): WriteGroup {
  const waitOf = paceOf(pace);
  const limiter = {
    async schedule(_options: unknown, run: () => Promise<void>): Promise<void> {
      const waitMs = waitOf(performance.now());
      if (waitMs > 0) await sleep(waitMs);
      await run();
    },
  };
  // As much of a group as the plugin asks for.
  return { key: () => limiter } as unknown as WriteGroup;
}

function ignore(): undefined {
  return undefined;
}

/** Whether to wait so many seconds for a limit of calls; `rest` ends with the number of times it was done before. */
function mayWait(seconds: number, ...rest: readonly [unknown, unknown, number]): boolean {
  return seconds <= LONGEST_WAIT_S && rest[2] === 0;
}

interface Hooks {
  readonly hook: Octokit['hook'];
}

/** Gives every attempt an end; the first plugin is the innermost. */
function limitDuration({ hook }: Hooks): Record<string, never> {
  hook.wrap('request', (request, options) =>
    request({ ...options, request: { ...options.request, signal: AbortSignal.timeout(REQUEST_MS) } }),
  );
  return {};
}
