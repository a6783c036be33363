/** One endpoint for a thread to look at; `index` is its place among all of them. */
export interface SweepTask<Endpoint> {
  readonly index: number;
  readonly endpoint: Endpoint;
}

export type SweepResult<Outcome> =
  | { readonly index: number; readonly outcome: Outcome }
  /** What the check threw. */
  | { readonly index: number; readonly error: Error };

/** What a thread says. Everything in it can be cloned: no functions, no keys. */
export type ThreadMessage<Outcome> =
  /** It has loaded what it needs, and takes tasks. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'results'; readonly results: readonly SweepResult<Outcome>[] };

/** The result of `check`, whatever becomes of it. */
export async function resultOf<Endpoint, Outcome>(
  check: (endpoint: Endpoint) => Promise<Outcome>,
  { index, endpoint }: SweepTask<Endpoint>,
): Promise<SweepResult<Outcome>> {
  try {
    return { index, outcome: await check(endpoint) };
  } catch (error) {
    return { index, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
