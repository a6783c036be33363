import { performance } from 'node:perf_hooks';
import pThrottle from 'p-throttle';
import type { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import { appError, hasCode } from '../../errors/catalogue.ts';
import { printable } from '../../errors/printable.ts';
import type { CredentialsSource } from '../credentials.ts';
import { retryUntil } from './retry.ts';
import { type Outcome, readAnswer } from './rpc-answer.ts';
import { exchange } from './exchange.ts';
import type { RoaForm } from './wire.ts';
import { describeCall, type RpcMethod, type RpcParameters, wireParameters } from './rpc-parameters.ts';

export interface RpcClientOptions {
  /** Origin such as `https://cas.aliyuncs.com`. */
  readonly endpoint: string;
  readonly apiVersion: string;
  /** Prefix of its actions in RAM policies, such as `yundun-cert`; undefined: none is told. */
  readonly ramPrefix?: string | undefined;
  /** Where it is, for messages: `China`; undefined: there is one alone. */
  readonly place?: string | undefined;
  /** `anonymous`: for the few actions that take no signature. */
  readonly credentials: CredentialsSource | 'anonymous';
  /** One call with all its retries; the reads that settle a doubtful write have their own. */
  readonly callMs: number;
  /** Told of every attempt, one printable line without key material: what was called and how it ended. */
  readonly onAttempt?: ((line: string) => void) | undefined;
}

export interface RpcCall<T> {
  readonly action: string;
  readonly method: RpcMethod;
  readonly parameters: RpcParameters;
  /** For products with the ROA style: the parameters are the query, `body` is sent as JSON. */
  readonly roa?: RoaForm | undefined;
  readonly schema: z.ZodType<T>;
  /**
   * `safe`: a read, repeated at will. A write names how to look whether it happened when its answer was lost:
   * `recover` gives what the answer would have said, undefined when it did not happen, or throws when it cannot tell.
   */
  readonly repeat: 'safe' | { readonly recover: () => Promise<T | undefined> };
}

export interface RpcClient {
  /**
   * The answer, checked by the call's schema. Repeats what may be repeated until the deadline. A write is never
   * repeated without a look when it may have taken effect.
   *
   * @throws CLOUD_* as the service, or the way to it, fails
   * @throws CLOUD_WRITE_IN_DOUBT when neither the answer nor `recover` told whether the write happened
   */
  call<T extends object>(call: RpcCall<T>): Promise<T>;
}

/** One attempt; long enough for a certificate service that is slow, short enough for a second attempt. */
const ATTEMPT_MS = 15_000;
/** Alibaba Cloud's limit for most actions of CAS, per account and action. */
const CALLS_PER_SECOND = 10;

/** A client of one RPC-style product of Alibaba Cloud (signature version 1.0, HMAC-SHA1). */
export function createRpcClient(options: RpcClientOptions): RpcClient {
  const turn = createTurns();

  async function attempt<T>(call: RpcCall<T>, deadline: number): Promise<Outcome<T>> {
    await turn(call.action);
    const credentials = options.credentials === 'anonymous' ? undefined : await options.credentials();
    const { endpoint, apiVersion, place, ramPrefix } = options;
    const timeoutMs = Math.max(1, Math.min(ATTEMPT_MS, Math.ceil(deadline - performance.now())));
    const parameters = wireParameters(call);
    const name = place === undefined ? describeCall(call) : `${describeCall(call)} (${place})`;
    // A GET has its parameters in the URL, where a token must not be seen; POST asks the same.
    const method = call.method === 'GET' && credentials?.securityToken && !call.roa ? 'POST' : call.method;
    const { action, roa } = call;
    const request = { endpoint, apiVersion, action, method, parameters, roa, credentials, timeoutMs };
    const { schema } = call;
    const startedAt = performance.now();
    const outcome = readAnswer(await exchange(request), {
      call: name,
      endpoint,
      schema,
      timeoutMs,
      permission: ramPrefix && `${ramPrefix}:${action}`,
    });
    const end = 'value' in outcome ? 'OK' : outcome.error.code;
    const durationMs = Math.round(performance.now() - startedAt);
    options.onAttempt?.(printable(`${method} ${name} → ${end} (${durationMs} ms)`));
    return outcome;
  }

  return {
    call: (call) => {
      const deadline = performance.now() + options.callMs;
      return callUntil(call, deadline, () => attempt(call, deadline));
    },
  };
}

async function callUntil<T extends object>(
  call: RpcCall<T>,
  deadline: number,
  attempt: () => Promise<Outcome<T>>,
): Promise<T> {
  let doubt: AppError | undefined;
  let nonceRefusals = 0;

  /** What a doubtful earlier attempt did after all; undefined when there was none, or it did nothing. */
  async function settle(): Promise<T | undefined> {
    if (doubt === undefined || call.repeat === 'safe') return undefined;
    const settled = doubt;
    doubt = undefined;
    return recover(call, call.repeat.recover, settled);
  }

  async function attemptOnce(): Promise<T> {
    // The look comes after the pause and right before the repetition, when a slow write has had time to show.
    const earlier = await settle();
    if (earlier !== undefined) return earlier;
    const outcome = await attempt();
    if ('value' in outcome) return outcome.value;
    if (outcome.mayHaveTakenEffect && call.repeat !== 'safe') doubt = outcome.error;
    throw outcome.error;
  }

  function mayRepeat(error: Error): boolean {
    if (hasCode(error, 'CLOUD_NONCE_USED')) nonceRefusals += 1;
    return error instanceof AppError && error.retryable && nonceRefusals <= 1;
  }

  try {
    return await retryUntil({ deadline, mayRepeat }, attemptOnce);
  } catch (error) {
    const earlier = await settle();
    if (earlier !== undefined) return earlier;
    throw error;
  }
}

async function recover<T>(
  call: RpcCall<T>,
  look: () => Promise<T | undefined>,
  doubt: AppError,
): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const details = { call: describeCall(call), doubt: doubt.message, reason };
    throw appError('CLOUD_WRITE_IN_DOUBT', details, { requestId: doubt.requestId, cause: error });
  }
}

/** Waits for a turn: at most ten a second of one action, however many ask at the same time. */
function createTurns(): (action: string) => Promise<void> {
  const turns = new Map<string, () => Promise<void>>();
  return (action) => {
    let turn = turns.get(action);
    if (turn === undefined) {
      const throttle = pThrottle({ limit: CALLS_PER_SECOND, interval: 1000, strict: true });
      turn = throttle(() => Promise.resolve());
      turns.set(action, turn);
    }
    return turn();
  };
}
