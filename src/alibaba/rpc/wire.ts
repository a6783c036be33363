import type { CloudCredentials } from '../credentials.ts';
import type { RpcMethod } from './rpc-parameters.ts';

/** What a call of the ROA style has beside its action. */
export interface RoaForm {
  /** Percent-encoded, starts with `/`. */
  readonly path: string;
  /** Sent as JSON; undefined: no body. */
  readonly body?: Readonly<Record<string, unknown>> | undefined;
}

/** One signed request, to be sent once. */
export interface RpcRequest {
  /** Origin such as `https://cas.aliyuncs.com`. */
  readonly endpoint: string;
  /** Such as `2020-04-07`. */
  readonly apiVersion: string;
  readonly action: string;
  readonly method: RpcMethod;
  readonly parameters: Readonly<Record<string, string>>;
  /** Set: it is no RPC, but has a path of its own. */
  readonly roa?: RoaForm | undefined;
  /** Undefined: it is not signed. */
  readonly credentials: CloudCredentials | undefined;
  /** From the first name lookup to the last byte of the answer. */
  readonly timeoutMs: number;
}

/** What became of it. */
export type RpcExchange =
  /** JSON came back; `refused` when it carries an error code. Unchecked, and hostile. */
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown; readonly refused: boolean }
  /** A whole answer came back that is not JSON. */
  | { readonly kind: 'unreadable'; readonly status: number }
  /** An answer of more than 1 MiB, cut off. */
  | { readonly kind: 'oversized' }
  /** No whole answer. `connected` is false when the request certainly never left. */
  | { readonly kind: 'lost'; readonly connected: boolean; readonly code: string };

/** No answer is longer. */
export const MAX_ANSWER_BYTES = 1024 * 1024;
