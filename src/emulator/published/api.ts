import { type CasAnswer, refuse, type Refusal } from '../cas-answer.ts';
import type { CallParameters } from '../cas-call.ts';
import type { Identity, PublishedState } from './state.ts';

/** One call of a published API, its signature checked. */
export interface ApiCall {
  readonly action: string;
  readonly parameters: CallParameters;
  /** The JSON body of the ROA style; empty without. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Of the host that was called. */
  readonly region: string;
  /** Undefined: anonymous. */
  readonly identity: Identity | undefined;
  readonly state: PublishedState;
}

/** An action: what it answers, having done what it does. */
export type Action = (call: ApiCall) => CasAnswer;

/** One version of one product's API. */
export interface Api {
  readonly version: string;
  readonly ramPrefix: string;
  readonly actions: Readonly<Record<string, Action>>;
  /** Actions that need no signature. */
  readonly anonymous?: readonly string[];
  /** The ROA style: the action of a method and path, with what the path names; undefined: there is none. */
  readonly route?: (
    method: string,
    path: string,
  ) => { readonly action: string; readonly parameters: Record<string, string> } | undefined;
}

/** The value of `name`, or the refusal of its absence. */
function need({ parameters }: ApiCall, name: string): string | Refusal {
  return parameters.get(name) || refuse(`MissingParameter.${name}`, `${name} is mandatory for this action.`);
}

/** The values of `names`, or the refusal for the first that is missing. */
export function needAll<const Names extends readonly string[]>(
  call: ApiCall,
  names: Names,
): Readonly<Record<Names[number], string>> | Refusal {
  for (const name of names) {
    const value = need(call, name);
    if (typeof value !== 'string') return value;
  }
  return Object.fromEntries(names.map((name) => [name, call.parameters.get(name)])) as Record<
    Names[number],
    string
  >;
}

/** `X.1`, `X.2`, or `X.1.Key`, in order. */
export function list({ parameters }: ApiCall, name: string, key?: string): readonly string[] {
  const values: string[] = [];
  for (let index = 1; ; index += 1) {
    const value = parameters.get(`${name}.${index}${key === undefined ? '' : `.${key}`}`);
    if (value === undefined) return values;
    values.push(value);
  }
}

export function isRefusal(value: object): value is Refusal {
  return 'kind' in value && value.kind === 'refusal';
}
