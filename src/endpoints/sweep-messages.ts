/** One endpoint for a thread to look at; `index` is its place among all of them. */
export interface SweepTask<Endpoint> {
  readonly index: number;
  readonly endpoint: Endpoint;
}

export interface SweepResult<Outcome> {
  readonly index: number;
  readonly outcome: Outcome;
}

/** What a thread says. Everything in it can be cloned: no functions, no keys. */
export type ThreadMessage<Outcome> =
  /** It has loaded what it needs, and takes tasks. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'results'; readonly results: readonly SweepResult<Outcome>[] };
